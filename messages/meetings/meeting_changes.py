"""What is said beside a meeting that is moved or called off."""

from datetime import date

from club.address import PersonName
from club.calendar import Month
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("plan_meeting.months_in_mind")
def months_in_mind(words: Words, said: Spoken, empty: Month | None, second: date | None) -> str:
    """A read-back, and before it that a month has no meeting by it, or another one already."""
    lines = []
    if empty is not None:
        lines.append(words.say("Please note: {month} then has no meeting.", month=empty))
    if second is not None:
        lines.append(
            words.say("Please note: in that month there is a meeting on {day} too.", day=second)
        )
    return "\n".join([*lines, str(said)])


@moment("plan_meeting.shall_i_ask")
def shall_i_ask(words: Words, day: date) -> str:
    return words.say(
        "Shall I ask for day, time and place one after the other? "
        "Otherwise the meeting stays on {day}.",
        day=day,
    )


@moment("plan_meeting.takes_place")
def takes_place(words: Words, day: date) -> str:
    return words.say("The meeting takes place on {day}.", day=day)


@moment("plan_meeting.is_called_off")
def is_called_off(words: Words, day: date) -> str:
    return words.say("The meeting on {day} is called off.", day=day)


@moment("plan_meeting.to_be_told")
def to_be_told(words: Words, said: Spoken, names: list[PersonName]) -> str:
    """What was said, and whom no message reaches."""
    if not names:
        return str(said)
    return words.say(
        "{said}\nNo message of mine reaches these people; please have them told: {names}.",
        said=said,
        names=", ".join(words.shown(each) for each in names),
    )
