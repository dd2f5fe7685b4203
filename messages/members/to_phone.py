"""Whom to phone or to visit, since no message reaches them: one line a person, group by group."""

from collections.abc import Sequence
from datetime import date, time

from club.address import PersonName
from messages import formats
from messages.meetings.where_held import where_held
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("to_phone.title")
def title(words: Words) -> str:
    return words.say("People to phone")


@moment("to_phone.nobody")
def nobody(words: Words) -> str:
    return words.say("This month my messages have reached everybody I wrote to.")


@moment("to_phone.page")
def page(words: Words, count: int, parts: Sequence[Spoken]) -> str:
    first = words.plural(
        "My messages of this month did not reach one person. Please phone or go there:",
        "My messages of this month did not reach {count} people. Please phone or go there:",
        count,
    )
    return "\n".join([first, *(str(each) for each in parts)])


@moment("to_phone.group")
def group(words: Words, name: str, lines: Sequence[Spoken]) -> str:
    shown = name or words.say("In no group")
    return f"{shown}\n{bulleted(list(lines))}"


@moment("to_phone.line")
def line(words: Words, name: PersonName, phone: str, about: Sequence[str]) -> str:
    """'bác Hoa, 0912…: the meeting, a greeting'."""
    told = ", ".join(dict.fromkeys(_about(words, each) for each in about))
    if phone:
        return words.say(
            "{name}, {phone}: {about}", name=name, phone=formats.phone(phone), about=told
        )
    return words.say("{name}, no phone: {about}", name=name, about=told)


def _about(words: Words, kind: str) -> str:
    meeting, session = words.say("the meeting"), words.say("the support session")
    names = {
        "meeting_planned": meeting,
        "meeting_soon": meeting,
        "meeting_today": meeting,
        "meeting_changed": words.say("the meeting has changed"),
        "lesson": words.say("the phone lesson"),
        "fee_not_paid": words.say("the fee"),
        "instalment": words.say("the instalment"),
        "session_tomorrow": session,
        "session_soon": session,
        "help_tomorrow": words.say("who comes to help, and when"),
        "help_soon": words.say("who comes to help, and when"),
        "loan_need": words.say("whether a loan is needed"),
        "greeting": words.say("a greeting"),
    }
    return names.get(kind, words.say("news of the club"))


@moment("to_phone.line_with")
def line_with(words: Words, line: Spoken, news: Sequence[Spoken]) -> str:
    """The line, and what exactly is to be told."""
    return "\n".join([str(line), *(str(each) for each in news)])


@moment("to_phone.meeting_now")
def meeting_now(words: Words, day: date, time: time, place: str) -> str:
    return words.say(
        "Please tell them: the meeting is now on {day}, at {time}, {place}.",
        day=day,
        time=time,
        place=where_held(words, place),
    )


@moment("to_phone.meeting_off")
def meeting_off(words: Words, day: date) -> str:
    return words.say("Please tell them: the meeting on {day} does not take place.", day=day)


@moment("to_phone.told_title")
def told_title(words: Words) -> str:
    return words.say("Somebody has been told")


@moment("to_phone.who_was_told")
def who_was_told(words: Words) -> str:
    return words.say("Who has been phoned or told by mouth?")


@moment("to_phone.ticked_off")
def ticked_off(words: Words, name: PersonName) -> str:
    return words.say("Thank you. {name} has been told and is off the list.", name=name)
