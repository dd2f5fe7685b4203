"""An officer of the Association opens sessions in several clubs at once."""

from collections.abc import Sequence
from datetime import date, time

from messages.moments import Spoken, moment
from messages.volunteers.sessions import length
from messages.wording import Words


@moment("open_session.area_title")
def area_title(words: Words) -> str:
    return words.say("Open sessions in several clubs")


@moment("open_session.which_clubs")
def which_clubs(words: Words, chosen: Sequence[str]) -> str:
    if not chosen:
        return words.say("In which clubs? Each gets a session of its own, in its own hamlet.")
    return words.say("So far: {chosen}. In which other club?", chosen=", ".join(chosen))


@moment("open_session.all_clubs")
def all_clubs(words: Words, count: int) -> str:
    return words.plural("In that one club", "In all {count} clubs", count)


@moment("open_session.no_more_clubs")
def no_more_clubs(words: Words) -> str:
    return words.say("These are all")


@moment("open_session.which_common_place")
def which_common_place(words: Words) -> str:
    return words.say("At which place in each hamlet? For example: the culture house.")


@moment("open_session.culture_house")
def culture_house(words: Words) -> str:
    return words.say("The hamlet's culture house")


@moment("open_session.area_read_back")
def area_read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words,
    clubs: Sequence[str],
    topic: Spoken,
    day: date,
    time: time,
    minutes: int,
    place: str,
    capacity: int,
    rest: Spoken,
) -> str:
    lines = [
        words.say("Let me read it back:"),
        words.say("• Clubs: {clubs}", clubs=", ".join(clubs)),
        words.say("• What: {what}", what=topic),
        words.say("• Time: {day}, at {time}", day=day, time=time),
        words.say("• Length: {length}", length=length(words, minutes)),
        words.say("• Address: {address}", address=place),
        words.say("• Volunteers in each: {count}", count=capacity),
        *([str(rest)] if str(rest) else []),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("open_session.area_opened")
def area_opened(words: Words, count: int) -> str:
    return words.plural(
        "One session is open. Its board and the volunteers near are told.",
        "{count} sessions are open. Their boards and the volunteers near are told.",
        count,
    )


@moment("open_session.board_hears_opened")
def board_hears_opened(words: Words, name: str, about: Spoken) -> str:
    return words.say(
        "{name} of the Association has opened a support session in your club:\n{about}",
        name=name,
        about=about,
    )
