"""Who comes and who came: what the board sees of a meeting, and its roll."""

from collections.abc import Sequence
from datetime import date, time

from club.address import PersonName
from messages.meetings.where_held import where_held
from messages.moments import Spoken, moment
from messages.wording import Words, capital


@moment("attendance.title")
def title(words: Words) -> str:
    return words.say("Who comes to the meeting")


@moment("attendance.none_planned")
def none_planned(words: Words) -> str:
    return words.say("No meeting is planned yet.")


@moment("attendance.overview")
def overview(  # noqa: PLR0917 – the counts of one meeting
    words: Words,
    day: date,
    time: time,
    place: str,
    yes: int,
    lift: int,
    no: int,
    silent: int,
    fetched: Sequence[str],
) -> str:
    lines = [
        words.say(
            "Meeting on {day}, at {time}, {place}:",
            day=day,
            time=time,
            place=where_held(words, place),
        ),
        words.say("• Will come: {count}", count=yes),
        words.say("• Need a lift: {count}", count=lift),
        words.say("• Cannot come: {count}", count=no),
        words.say("• Not answered: {count}", count=silent),
    ]
    if fetched:
        lines.append(words.say("Still without a lift: {names}", names=", ".join(fetched)))
    return "\n".join(lines)


@moment("attendance.to_change")
def to_change(words: Words) -> str:
    """On a button: all that can be changed about a meeting."""
    return words.say("Change the meeting")


@moment("attendance.what_to_change")
def what_to_change(words: Words, day: date) -> str:
    return words.say("What shall change about the meeting on {day}?", day=day)


@moment("attendance.held")
def held(words: Words, day: date, present: int, absent: int) -> str:
    return words.say(
        "Meeting on {day}: {present} were there, {absent} were absent.",
        day=day,
        present=present,
        absent=absent,
    )


@moment("attendance.was_cancelled")
def was_cancelled(words: Words, day: date) -> str:
    return words.say("The meeting on {day} has been called off.", day=day)


@moment("attendance.who_is_silent")
def who_is_silent(words: Words) -> str:
    return words.say("Who has not answered")


@moment("attendance.who_cannot")
def who_cannot(words: Words) -> str:
    return words.say("Who cannot come")


@moment("attendance.who_was_absent")
def who_was_absent(words: Words) -> str:
    return words.say("Who was absent")


@moment("attendance.names")
def names(
    words: Words, headline: Spoken, names: Sequence[Spoken], *, first: int, count: int
) -> str:
    """One page of names; `first` is the place of its first name, from 1."""
    if not names:
        return words.say("{headline}: nobody.", headline=headline)
    lines = [f"{first + place}. {capital(str(name))}" for place, name in enumerate(names)]
    headline = words.say("{headline} ({count}):", headline=headline, count=count)
    return "\n".join([headline, *lines])


@moment("attendance.name_and_reason")
def name_and_reason(words: Words, name: str, reason: Spoken) -> str:
    return words.say("{name} – {reason}", name=name, reason=reason)


@moment("attendance.noted_by_board")
def noted_by_board(words: Words, line: Spoken) -> str:
    return words.say("{line} (noted by the board)", line=line)


# The board answers for who has no phone


@moment("attendance.answer_for_title")
def answer_for_title(words: Words) -> str:
    return words.say("Answer for somebody without a phone")


@moment("attendance.answer_for_whom")
def answer_for_whom(words: Words, day: date) -> str:
    return words.say("The meeting on {day}: which member without a phone has told you?", day=day)


@moment("attendance.nobody_without_phone")
def nobody_without_phone(words: Words) -> str:
    return words.say("Every member has a phone with me, and answers there.")


@moment("attendance.will_she_come")
def will_she_come(words: Words, name: str) -> str:
    return words.say("What did {name} say?", name=name)


@moment("attendance.their_answer")
def their_answer(words: Words, answer: str) -> str:
    return _their_answer(words, answer)


def _their_answer(words: Words, answer: str) -> str:
    said = {
        "yes": words.say("Comes"),
        "no": words.say("Cannot come"),
        "lift": words.say("Needs a lift"),
    }
    return said[answer]


@moment("attendance.noted_for")
def noted_for(words: Words, name: PersonName, answer: str, day: date) -> str:
    return words.say(
        "It is noted for {name}, by you: {answer}, on {day}. It can be changed until the meeting "
        "begins.",
        name=name,
        answer=_their_answer(words, answer),
        day=day,
    )


@moment("attendance.she_rides_with")
def she_rides_with(words: Words, name: PersonName, driver: Spoken, day: date) -> str:
    return words.say(
        "It is noted for {name}, by you. On {day} {driver} takes {name} along; please tell.",
        name=name,
        driver=driver,
        day=day,
    )


@moment("attendance.answer_next")
def answer_next(words: Words) -> str:
    return words.say("The next one")


@moment("attendance.counts")
def counts(words: Words) -> str:
    return words.say("Back to the counts")


# The roll


@moment("attendance.roll_title")
def roll_title(words: Words) -> str:
    return words.say("Take the roll")


@moment("attendance.nothing_to_roll")
def nothing_to_roll(words: Words) -> str:
    return words.say(
        "There is no meeting whose roll could be taken. It is taken on the day itself."
    )


@moment("attendance.roll_again")
def roll_again(words: Words, day: date) -> str:
    return words.say(
        "The roll of {day} has been taken already. Shall we take it once more, to correct it?",
        day=day,
    )


@moment("attendance.roll_kept")
def roll_kept(words: Words) -> str:
    return words.say("The roll stays as it is.")


@moment("attendance.who_is_absent")
def who_is_absent(words: Words, day: date, absent: Sequence[str]) -> str:
    """The first question, and each after it with the names so far."""
    if not absent:
        return words.say(
            "Roll of {day}: who is absent? One name after another; those who said no come first.",
            day=day,
        )
    return words.say("Absent so far: {names}. Who else?", names=", ".join(absent))


@moment("attendance.name_and_year")
def name_and_year(words: Words, name: str, year: int) -> str:
    """Whoever shares a name is told apart by the year of birth."""
    return capital(f"{name}, {year}")


@moment("attendance.nobody_else")
def nobody_else(words: Words) -> str:
    return words.say("That is all")


@moment("attendance.everybody_came")
def everybody_came(words: Words) -> str:
    return words.say("Everybody is here")


@moment("attendance.roll_read_back")
def roll_read_back(words: Words, day: date, present: int, absent: Sequence[str]) -> str:
    lines = [
        words.say("Let me read the roll of {day} back:", day=day),
        words.say("• Present: {count}", count=present),
        words.say("• Absent: {count}", count=len(absent)),
    ]
    if absent:
        lines.append(capital(", ".join(absent)))
    lines.append(words.say("Is everything correct?"))
    return "\n".join(lines)


@moment("attendance.roll_taken")
def roll_taken(words: Words, day: date, present: int, members: int) -> str:
    return words.say(
        "The roll of {day} is kept: {present} of {members} members were there.",
        day=day,
        present=present,
        members=members,
    )


@moment("attendance.roll_of_which")
def roll_of_which(words: Words) -> str:
    return words.say("Of which meeting shall we take the roll?")


@moment("attendance.roll_of")
def roll_of(words: Words, day: date) -> str:
    return words.say("Roll of {day}", day=day)
