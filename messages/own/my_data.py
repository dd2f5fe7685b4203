"""A person's own data: what is kept, what she agreed to, and the way to be erased."""

from collections.abc import Sequence
from datetime import date

from messages.formats import short_day
from messages.moments import KINDS, Spoken, moment
from messages.own.my_data_words import code_words
from messages.wording import Words


@moment("my_data.title")
def title(words: Words) -> str:
    return words.say("My data")


@moment("my_data.page")
def page(words: Words, waits_until: date | None) -> str:
    said = words.say(
        "Here you see everything that I keep about you: as sheets to read, and as a file for "
        "another program. You can take back what you agreed to, and you can have yourself erased."
    )
    if waits_until is None:
        return said
    return f"{said}\n\n" + words.say(
        "You have asked to be erased. It happens on {day}; until then you can take it back.",
        day=short_day(waits_until),
    )


@moment("my_data.see_all")
def see_all(words: Words) -> str:
    return words.say("See everything")


@moment("my_data.consents_title")
def consents_title(words: Words) -> str:
    return words.say("What I agreed to")


@moment("my_data.here_it_is")
def here_it_is(words: Words) -> str:
    return words.say(
        "Here is everything that I keep about you: sheets to read, and a file for a machine.\n"
        "It is yours alone, so please give it to nobody you do not trust."
    )


@moment("my_data.print_title")
def print_title(words: Words) -> str:
    return words.say("Print a member's own data")


@moment("my_data.printed")
def printed(words: Words, name: str) -> str:
    return words.say(
        "Here is what is kept about {name}, who has no phone, to print. Please hand it over "
        "and ask for a signature that it has arrived.",
        name=name,
    )


@moment("my_data.has_a_phone")
def has_a_phone(words: Words, name: str) -> str:
    return words.say(
        "{name} has an account and sees it there. I give it to nobody else.", name=name
    )


@moment("my_data.consents")
def consents(words: Words, lines: Sequence[Spoken]) -> str:
    heading = words.say("What you have agreed to, or not:")
    ending = words.say("Each can be taken back alone; what follows from it I say before.")
    return "\n".join([heading, *(f"• {line}" for line in lines), "", ending])


@moment("my_data.consent_line")
def consent_line(words: Words, purpose: str, given: bool | None, day: date | None) -> str:
    named = what(words, purpose)
    if given is None or day is None:
        return words.say("{what}: not asked yet, so no", what=named)
    if given:
        return words.say("{what}: yes, on {day}", what=named, day=short_day(day))
    return words.say("{what}: no, on {day}", what=named, day=short_day(day))


def what(words: Words, purpose: str) -> str:
    """A purpose, with a capital."""
    named = code_words(words).get(purpose, purpose)
    return named[:1].upper() + named[1:]


@moment("my_data.consent_title")
def consent_title(words: Words) -> str:
    return words.say("A consent of mine")


@moment("my_data.which_consent")
def which_consent(words: Words) -> str:
    return words.say("Which of your consents is it about?")


@moment("my_data.change_consent")
def change_consent(words: Words, purpose: str) -> str:
    return what(words, purpose)


@moment("my_data.consent_asked")
def consent_asked(
    words: Words, purpose: str, *, given: bool, wording: str, day: date | None
) -> str:
    """What it is, in the words that were agreed to, and what follows from the other answer."""
    parts = [what(words, purpose)]
    if (text := wording_of(words, wording)) and day is not None:
        said = words.say("On {day} you were asked:", day=short_day(day))
        parts.append(f"{said}\n“{text}”")
    parts.append(_follows_no(words, purpose) if given else _follows_yes(words, purpose))
    question = words.say("Do you take it back?") if given else words.say("Do you agree now?")
    return "\n\n".join(part for part in (*parts, question) if part)


def wording_of(words: Words, wording: str) -> str:
    """The words that were agreed to; "" where they were others than today's, or named somebody."""
    name, _, version = wording.partition("/")
    kind = KINDS.get(name)
    if kind is None or str(kind.version) != version or kind.parameters:
        return ""
    return kind.write(words)


def _follows_no(words: Words, purpose: str) -> str:
    return {
        "poverty": words.say(
            "If you take it back I delete what is kept of your circumstances. Fees and help that "
            "go by them are then as for everybody."
        ),
        "health": words.say("If you take it back all your figures are deleted at once."),
        "photo": words.say("If you take it back your photo is deleted at once."),
        "golden_heart": words.say(
            "If you take it back the book says “a member” in place of your name, and posters too."
        ),
        "praise": words.say("If you take it back nobody outside the club reads your name."),
    }.get(purpose, "")


def _follows_yes(words: Words, purpose: str) -> str:
    return {
        "poverty": words.say(
            "If you agree the board may write down whether your household is poor or near-poor; "
            "only the board sees it."
        ),
        "health": words.say("If you agree, your weight and blood pressure may be kept for you."),
        "golden_heart": words.say("If you agree the book names you with what you gave."),
    }.get(purpose, "")


@moment("my_data.consent_given")
def consent_given(words: Words, purpose: str) -> str:
    return words.say("I have noted your yes. You can take it back at any time.")


@moment("my_data.consent_taken_back")
def consent_taken_back(words: Words, purpose: str) -> str:
    return words.say("Your yes is taken back, and what was kept by it is deleted.")


@moment("my_data.consent_stays")
def consent_stays(words: Words) -> str:
    return words.say("Good, it stays as it is.")


@moment("my_data.elsewhere")
def elsewhere(words: Words, purpose: str) -> str:
    if purpose == "membership":
        return words.say(
            "Without this yes you cannot be a member. Whoever wants to leave tells the board; "
            "whoever wants nothing to be kept types “erase my data”."
        )
    if purpose == "volunteering":
        return words.say("You end it yourself: type “my volunteering”, and then “I want to end”.")
    if purpose == "photo":
        return words.say("To show a photo, type “my photo”.")
    if purpose == "praise":
        return words.say("The board asks you each time before your name is told.")
    return words.say("You end typing for somebody yourself: type “end typing”.")
