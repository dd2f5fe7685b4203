"""Helpers: letting somebody type, typing for a member, what was done, and the end of it."""

from collections.abc import Sequence
from datetime import date

from club.address import PersonName
from club.helping import spoken_code
from messages.cards import Card, Choice
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.presses import StartPress, packed
from messages.wording import Words


@moment("helping.for_whom")
def for_whom(words: Words, name: str) -> str:
    """The first line of everything that a helper reads while he types for her."""
    return words.say("(Typed for {name})", name=name)


@moment("helping.please_read")
def please_read(words: Words, helper: str, name: str) -> str:
    return words.say("{helper}, this is for {name}. Please read it out:", helper=helper, name=name)


@moment("helping.type_for")
def type_for(words: Words, name: str) -> str:
    return words.say("Type for {name}", name=name)


@moment("helping.done_for_you")
def done_for_you(words: Words, helper: str) -> str:
    return words.say("{helper} has just typed for you:", helper=helper)


@moment("helping.typed_by")
def typed_by(words: Words, helper: str, name: str) -> str:
    return words.say("(Typed by {helper}, for {name})", helper=helper, name=name)


@moment("helping.noted_by")
def noted_by_helper(words: Words, what: Spoken, helper: str, name: str) -> str:
    """What is read before it is confirmed, with who typed it."""
    return words.say("{what} (typed by {helper}, for {name})", what=what, helper=helper, name=name)


@moment("helping.title")
def title(words: Words) -> str:
    return words.say("My helpers")


@moment("helping.let_title")
def let_title(words: Words) -> str:
    return words.say("Let somebody type for me")


@moment("helping.page")
def page(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say(
            "Nobody types for you now. If you want it, a grandchild or a neighbour can do it on "
            "their own phone."
        )
    heading = words.say("These people type for you:")
    return "\n".join([heading, *(f"• {line}" for line in lines)])


@moment("helping.line")
def line(words: Words, name: str, until: date) -> str:
    return words.say("{name}, until {until}", name=name, until=short_day(until))


@moment("helping.line_for")
def line_for(words: Words, helper: str, name: str, until: date) -> str:
    return words.say(
        "{helper} for {name}, until {until}", helper=helper, name=name, until=short_day(until)
    )


@moment("helping.may_i")
def may_i(words: Words) -> str:
    return words.say(
        "A helper types for you on their own phone.\n"
        "A helper can: tell me what you give, answer for the meeting, ask for help, see what "
        "you paid and owe.\n"
        "A helper cannot: ask for a loan, confirm cash, vote, take out or erase your data, "
        "name another helper, or do the work of an office.\n"
        "I tell you everything the helper does, and you can end it whenever you want. It "
        "lasts twelve months.\n"
        "Shall I make a code for the helper now?",
    )


@moment("helping.code")
def code(words: Words, code: str, minutes: int) -> str:
    """Said once, to her who lets somebody type."""
    return words.say(
        "The code is {code}.\n"
        "On their own phone the helper types “type for somebody” to me, and then this code.\n"
        "It works once, within {minutes} minutes. Please give it to nobody else.",
        code=spoken_code(code),
        minutes=minutes,
    )


@moment("helping.code_for")
def code_for(words: Words, code: str, name: str, minutes: int) -> str:
    return words.say(
        "The code for the helper of {name} is {code}.\n"
        "On their own phone the helper types “type for somebody” to me, and then this code.\n"
        "It works once, within {minutes} minutes. Please give it to nobody else.",
        code=spoken_code(code),
        name=name,
        minutes=minutes,
    )


@moment("helping.no_code")
def no_code(words: Words) -> str:
    return words.say("Then nothing changes.")


@moment("helping.end_title")
def end_title(words: Words) -> str:
    return words.say("End the help with typing")


@moment("helping.nobody")
def nobody(words: Words) -> str:
    return words.say("Nobody types for anybody here; there is nothing to end.")


@moment("helping.which_to_end")
def which_to_end(words: Words) -> str:
    return words.say("Which of them ends?")


@moment("helping.really_end")
def really_end(words: Words, helper: str, name: str) -> str:
    return words.say(
        "{helper} will no longer type for {name}. Shall it end now?", helper=helper, name=name
    )


@moment("helping.goes_on")
def goes_on(words: Words) -> str:
    return words.say("Then it goes on as before.")


@moment("helping.ended")
def ended(words: Words, helper: str, name: str) -> str:
    return words.say("It has ended: {helper} no longer types for {name}.", helper=helper, name=name)


@moment("helping.over")
def over(words: Words) -> str:
    """What stood open in a name for which nobody types here any more."""
    return words.say(
        "The typing for somebody else is over. What was begun in that name was not recorded."
    )


@moment("helping.deeds_title")
def deeds_title(words: Words) -> str:
    return words.say("What helpers did")


@moment("helping.deeds")
def deeds(words: Words, lines: Sequence[Spoken]) -> str:
    if not lines:
        return words.say("In these three months no helper has typed anything for you.")
    heading = words.say("In these three months helpers typed for you:")
    return "\n".join([heading, *(f"• {line}" for line in lines)])


@moment("helping.deed")
def deed(words: Words, day: date, helper: str, deed: str) -> str:
    return words.say(
        "{day}: {helper} {did}", day=short_day(day), helper=helper, did=_deed(words, deed)
    )


@moment("helping.deed_for")
def deed_for(words: Words, day: date, helper: str, *, for_whom: str, deed: str) -> str:
    return words.say(
        "{day}, for {name}: {helper} {did}",
        day=short_day(day),
        helper=helper,
        name=for_whom,
        did=_deed(words, deed),
    )


def _deed(words: Words, deed: str) -> str:
    names = {
        "DeclareContribution": words.say("declared a contribution"),
        "TakeBackContribution": words.say("took a declaration back"),
        "AnswerMeeting": words.say("answered for the meeting"),
        "AskForHelp": words.say("asked for help"),
        "ThankVolunteer": words.say("thanked a volunteer"),
        "OpenDispute": words.say("said that something is not right"),
    }
    return names[deed]


@moment("helping.ends_soon")
def ends_soon(words: Words, helper: str, name: str, until: date) -> str:
    return words.say(
        "{helper} types for {name} until {until}, then it ends. To go on for another year, "
        "please make a new code; the helper types it once.",
        helper=helper,
        name=name,
        until=short_day(until),
    )


def ends_soon_card(helper: PersonName, name: PersonName, until: date) -> Card:
    """With the way to a new code."""
    way = Choice(packed(StartPress("let_help")), let_title())
    return Card(ends_soon(helper, name, until), choices=(way,), numbered=False)
