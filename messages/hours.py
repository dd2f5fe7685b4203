"""The time that volunteers give: noted at check-in, added up."""

from collections.abc import Sequence
from datetime import date

from messages.moments import Spoken, moment
from messages.sessions import length
from messages.wording import Words


@moment("hours.title")
def title(words: Words) -> str:
    return words.say("My hours")


@moment("hours.total")
def total(words: Words, minutes: int, sessions: int, newest: Sequence[Spoken]) -> str:
    if not sessions:
        return words.say("No hours are noted yet. They count from your first session.")
    total = words.plural(
        "You have helped for {length}, in one session. Thank you!",
        "You have helped for {length}, in {count} sessions. Thank you!",
        sessions,
        length=length(words, minutes),
    )
    return "\n".join([total, *[str(each) for each in newest]])


@moment("hours.line")
def line(words: Words, day: date, topic: Spoken, minutes: int) -> str:
    return words.say(
        "• {day}: {topic}, {length}", day=day, topic=topic, length=length(words, minutes)
    )


# Check-in


@moment("hours.check_in_title")
def check_in_title(words: Words) -> str:
    return words.say("Note the time helped")


@moment("hours.i_was_there")
def i_was_there(words: Words) -> str:
    return words.say("I was there")


@moment("hours.who_was_there")
def who_was_there(words: Words) -> str:
    return words.say("Who was there?")


@moment("hours.nobody_to_check_in")
def nobody_to_check_in(words: Words) -> str:
    return words.say("Nobody has a place in this session whose time is not noted yet.")


@moment("hours.how_many_minutes")
def how_many_minutes(words: Words) -> str:
    return words.say("How many minutes did you help?")


@moment("hours.how_many_minutes_by")
def how_many_minutes_by(words: Words, name: str) -> str:
    return words.say("How many minutes did {name} help?", name=name)


@moment("hours.checked_in")
def checked_in(words: Words, minutes: int) -> str:
    return words.say(
        "Noted: {length}. Thank you for helping older people!", length=length(words, minutes)
    )


@moment("hours.checked_in_by_board")
def checked_in_by_board(words: Words, name: str, minutes: int) -> str:
    return words.say("Noted: {name} helped for {length}.", name=name, length=length(words, minutes))
