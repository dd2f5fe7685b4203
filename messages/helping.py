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
            "Nobody types for you now. A grandchild or a neighbour can do it on his own phone, "
            "when you want it."
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
        "A helper types for you on his own phone.\n"
        "He can: declare what you give, answer for the meeting, ask for help, look at what you "
        "paid and owe.\n"
        "He cannot: ask for a loan, confirm cash, vote, take out or erase your data, name "
        "another helper, or do the work of an office.\n"
        "You hear of everything that he does, and end it whenever you want. It lasts twelve "
        "months.\n"
        "Shall I make a code for him now?",
    )


@moment("helping.code")
def code(words: Words, code: str, minutes: int) -> str:
    """Said once, to her who lets somebody type."""
    return words.say(
        "The code is {code}.\n"
        "Please let the helper type on his own phone: “nhắn hộ”, and then this code.\n"
        "It counts once, for {minutes} minutes. Please give it to nobody else.",
        code=spoken_code(code),
        minutes=minutes,
    )


@moment("helping.code_for")
def code_for(words: Words, code: str, name: str, minutes: int) -> str:
    return words.say(
        "The code for the helper of {name} is {code}.\n"
        "Please let the helper type on his own phone: “nhắn hộ”, and then this code.\n"
        "It counts once, for {minutes} minutes. Please give it to nobody else.",
        code=spoken_code(code),
        name=name,
        minutes=minutes,
    )


@moment("helping.no_code")
def no_code(words: Words) -> str:
    return words.say("Then nothing changes.")


@moment("helping.speak_title")
def speak_title(words: Words) -> str:
    return words.say("Type for somebody")


@moment("helping.which_code")
def which_code(words: Words) -> str:
    return words.say(
        "Whoever wants the help makes a code on her own phone, or with the board. Which eight "
        "figures are they?"
    )


@moment("helping.try_again")
def try_again(words: Words) -> str:
    return words.say(
        "No code like this counts now. A code is eight figures and holds for ten minutes; please "
        "have a new one made if it is older."
    )


@moment("helping.consent")
def consent(words: Words, name: str) -> str:
    return words.say(
        "This code lets you type for {name}. What you type for her, she hears of, and it is "
        "kept who typed it. I keep your name and year of birth for that. Is that all right?",
        name=name,
    )


@moment("helping.your_name")
def your_name(words: Words) -> str:
    return words.say("What is the full name of whoever helps?")


@moment("helping.your_birth_year")
def your_birth_year(words: Words) -> str:
    return words.say("In which year was the helper born?")


@moment("helping.parent_first")
def parent_first(words: Words) -> str:
    return words.say(
        "Below 16, a parent's own yes comes first. A parent who is a member types “cho con tình "
        "nguyện”, or the board notes a signed paper; that gives a code."
    )


@moment("helping.who_for")
def who_for(words: Words) -> str:
    return words.say("For whom is typed from now on?")


@moment("helping.for_myself")
def for_myself(words: Words) -> str:
    return words.say("For myself")


@moment("helping.another_code")
def another_code(words: Words) -> str:
    return words.say("For somebody new (by a code)")


@moment("helping.speaks_for")
def speaks_for(words: Words, name: str) -> str:
    return words.say(
        "From now on everything typed here is for {name}, until you choose “cho mình”.",
        name=name,
    )


@moment("helping.speaks_for_self")
def speaks_for_self(words: Words) -> str:
    return words.say("From now on you type for yourself here.")


@moment("helping.began")
def began(words: Words, name: str, until: date) -> str:
    return words.say(
        "You type for {name} from now on, until {until} at the latest. Everything typed here "
        "is for her, until you choose “cho mình”.",
        name=name,
        until=short_day(until),
    )


@moment("helping.renewed")
def renewed(words: Words, name: str, until: date) -> str:
    return words.say(
        "You go on typing for {name}, until {until}.", name=name, until=short_day(until)
    )


@moment("helping.she_is_told")
def she_is_told(words: Words, helper: str, until: date) -> str:
    return words.say(
        "{helper} types for you from now on, until {until}. Is it not the right person? Then "
        "you can end it at once.",
        helper=helper,
        until=short_day(until),
    )


@moment("helping.board_is_told")
def board_is_told(words: Words, helper: str, name: str, until: date) -> str:
    return words.say(
        "{helper} types for {name} from now on, until {until}. Is it not the right person? Then "
        "the board can end it at once.",
        helper=helper,
        name=name,
        until=short_day(until),
    )


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
        "{helper} types no more for {name}. Shall it end now?", helper=helper, name=name
    )


@moment("helping.goes_on")
def goes_on(words: Words) -> str:
    return words.say("Then it goes on as before.")


@moment("helping.ended")
def ended(words: Words, helper: str, name: str) -> str:
    return words.say("It has ended: {helper} types no more for {name}.", helper=helper, name=name)


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


@moment("helping.club_title")
def club_title(words: Words) -> str:
    return words.say("Helpers of members")


@moment("helping.club_page")
def club_page(words: Words, lines: Sequence[Spoken], deeds: Sequence[Spoken]) -> str:
    parts: list[Spoken] = []
    if lines:
        parts += [words.say("Who types for whom:"), *(f"• {line}" for line in lines)]
    else:
        parts.append(words.say("Nobody types for a member of the club now."))
    if deeds:
        heading = words.say("For those without a phone, in these three months:")
        parts += ["", heading, *(f"• {line}" for line in deeds)]
    return "\n".join(str(each) for each in parts)


@moment("helping.consent_title")
def consent_title(words: Words) -> str:
    return words.say("A helper for who has no phone")


@moment("helping.whose_helper")
def whose_helper(words: Words) -> str:
    return words.say("Which member without a phone is it?")


@moment("helping.everybody_has_a_phone")
def everybody_has_a_phone(words: Words) -> str:
    return words.say("Every member has a phone here, so each of them makes the code on her own.")


@moment("helping.which_form")
def which_form(words: Words, name: str) -> str:
    return words.say(
        "{name} has to agree before two of the board: that somebody types for her, what he may "
        "do, and that she ends it whenever she wants. How did she agree?",
        name=name,
    )


@moment("helping.form")
def form(words: Words, form: str) -> str:
    names = {
        "thumbprint": words.say("With a thumbprint on paper"),
        "signature": words.say("With a signature on paper"),
        "spoken": words.say("In spoken words"),
    }
    return names[form]


@moment("helping.consent_read_back")
def consent_read_back(words: Words, name: str, form: str) -> str:
    return words.say(
        "{name} agreed to a helper: {how}. A second person of the board was there too and says "
        "so. Is that right?",
        name=name,
        how=_how(words, form),
    )


def _how(words: Words, form: str) -> str:
    names = {
        "thumbprint": words.say("with a thumbprint"),
        "signature": words.say("with a signature"),
        "spoken": words.say("in spoken words"),
    }
    return names[form]


@moment("helping.consent_described")
def consent_described(words: Words, name: str, form: str) -> str:
    return words.say(
        "{name} agreed, before both of you, to a helper who types for her: {how}.",
        name=name,
        how=_how(words, form),
    )


@moment("helping.consent_noted")
def consent_noted(words: Words, name: str) -> str:
    return words.say(
        "It is noted that {name} agreed. When the helper is there, please open “Người nhắn hộ cho "
        "người không có điện thoại” once more: it gives the code.",
        name=name,
    )


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
