"""The board opens a support session, sees who comes, calls it off."""

from collections.abc import Sequence
from datetime import date, time

from messages import formats
from messages.moments import Spoken, moment
from messages.volunteers.sessions import length
from messages.wording import Words


@moment("open_session.title")
def title(words: Words) -> str:
    return words.say("Open a support session")


@moment("open_session.which_topic")
def which_topic(words: Words) -> str:
    return words.say("What shall the young people help with?")


@moment("open_session.what_title")
def what_title(words: Words) -> str:
    return words.say(
        "In a few words: what exactly? For example: video calls with the grandchildren."
    )


@moment("open_session.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day?")


@moment("open_session.what_time")
def what_time(words: Words) -> str:
    return words.say("From what time?")


@moment("open_session.how_long")
def how_long(words: Words) -> str:
    return words.say("For how many minutes?")


@moment("open_session.which_hamlet")
def which_hamlet(words: Words) -> str:
    return words.say("In which hamlet? Every volunteer near sees this.")


@moment("open_session.which_address")
def which_address(words: Words) -> str:
    return words.say(
        "At which address? Only a volunteer whom the board knows sees it, after signing up."
    )


@moment("open_session.begins_by_day")
def begins_by_day(words: Words) -> str:
    return words.say(
        "A session begins between 7 in the morning and 8 in the evening. For example: 9 o'clock, "
        "or half past two."
    )


@moment("open_session.day_is_over")
def day_is_over(words: Words, day: date) -> str:
    return words.say("{day} is over already. Please choose a day still to come.", day=day)


@moment("open_session.hour_is_over")
def hour_is_over(words: Words, time: time) -> str:
    return words.say("{time} of today is over already. Please choose a later hour.", time=time)


@moment("open_session.whose_place")
def whose_place(words: Words) -> str:
    return words.say("What kind of place is that?")


@moment("open_session.kind_of_place")
def kind_of_place(words: Words, at_home: bool) -> str:
    if at_home:
        return words.say("Somebody's home")
    return words.say("A place open to all")


@moment("open_session.which_language")
def which_language(words: Words) -> str:
    return words.say("Which language do the volunteers have to speak?")


@moment("open_session.vietnamese_is_enough")
def vietnamese_is_enough(words: Words) -> str:
    return words.say("Vietnamese is enough")


@moment("open_session.join_requests")
def join_requests(words: Words, names: Sequence[str]) -> str:
    lines = [
        words.say("These members ask for help with the same:"),
        *[f"• {each}" for each in names],
        words.say("For whom is this session?"),
    ]
    return "\n".join(lines)


@moment("open_session.joined")
def joined(words: Words, joined: str) -> str:
    names = {
        "all": words.say("For all of them"),
        "some": words.say("For some of them"),
        "none": words.say("For none of them"),
    }
    return names[joined]


@moment("open_session.also_for")
def also_for(words: Words, name: str) -> str:
    return words.say("Is it for {name} too?", name=name)


@moment("open_session.read_back_rest")
def read_back_rest(words: Words, language: Spoken, at_home: bool, names: Sequence[str]) -> str:
    """What a read-back says beside the rest; '' where there is nothing to say."""
    lines = []
    if at_home:
        lines.append(words.say("• In somebody's home"))
    if str(language):
        lines.append(words.say("• Language: one has to speak {language}", language=language))
    if names:
        lines.append(words.say("• For: {names}", names=", ".join(names)))
    return "\n".join(lines)


@moment("open_session.how_many")
def how_many(words: Words) -> str:
    return words.say("How many volunteers do you need?")


@moment("open_session.read_back")
def read_back(  # noqa: PLR0917 – a read-back shows everything that was said
    words: Words,
    topic: Spoken,
    title: str,
    day: date,
    time: time,
    minutes: int,
    hamlet: str,
    place: str,
    capacity: int,
    rest: Spoken = "",
) -> str:
    lines = [
        words.say("Let me read it back:"),
        words.say("• What: {what}", what=f"{topic}, {title}" if title else topic),
        words.say("• Time: {day}, at {time}", day=day, time=time),
        words.say("• Length: {length}", length=length(words, minutes)),
        words.say("• Hamlet: {hamlet}", hamlet=hamlet),
        words.say("• Address: {address}", address=place),
        words.say("• Volunteers: {count}", count=capacity),
        *([str(rest)] if str(rest) else []),
        words.say("Is everything correct?"),
    ]
    return "\n".join(lines)


@moment("open_session.what_is_wrong")
def what_is_wrong(words: Words) -> str:
    return words.say("What is not correct? I will ask for it again and keep the rest.")


@moment("open_session.part")
def part(words: Words, part: str) -> str:
    names = {
        "topic": words.say("What it is about"),
        "day": words.say("Day"),
        "time": words.say("Time and length"),
        "hamlet": words.say("Hamlet and address"),
        "language": words.say("Language"),
        "capacity": words.say("How many volunteers"),
    }
    return names[part]


@moment("open_session.not_opened")
def not_opened(words: Words) -> str:
    return words.say("Then I have opened nothing. You can begin again at any time.")


@moment("open_session.opened")
def opened(words: Words, day: date, told: int) -> str:
    if not told:
        return words.say("The session on {day} is open. No volunteer near you yet.", day=day)
    return words.plural(
        "The session on {day} is open. I have told one volunteer near you.",
        "The session on {day} is open. I have told {count} volunteers near you.",
        told,
        day=day,
    )


@moment("open_session.help_is_coming")
def help_is_coming(words: Words, topic: Spoken, day: date, time: time) -> str:
    return words.say(
        "You asked for help: {topic}. The board has opened a session on {day}, at {time}. "
        "Young volunteers are being found now.",
        topic=topic,
        day=day,
        time=time,
    )


# The club's sessions


@moment("open_session.club_sessions")
def club_sessions(words: Words, count: int) -> str:
    if not count:
        return words.say("The club has no session planned.")
    return words.plural(
        "The club has one session planned:", "The club has {count} sessions planned:", count
    )


@moment("open_session.who_comes")
def who_comes(
    words: Words, capacity: int, coming: Sequence[Spoken], waiting: Sequence[Spoken]
) -> str:
    lines = [
        words.say("Taking part: {count} of {capacity}", count=len(coming), capacity=capacity),
        *[f"• {each}" for each in coming],
    ]
    if waiting:
        lines.append(words.say("Waiting in line: {count}", count=len(waiting)))
        lines += [f"• {each}" for each in waiting]
    return "\n".join(lines)


@moment("open_session.volunteer")
def volunteer(words: Words, name: str, phone: str, minutes: int | None) -> str:
    shown = f"{name}, {formats.phone(phone)}" if phone else name
    if minutes is None:
        return shown
    return words.say("{name}: helped for {length}", name=shown, length=length(words, minutes))
