"""What the board sees of helpers, and how it notes the consent of who has no phone."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.wording import Words


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
    return words.say("A helper for somebody without a phone")


@moment("helping.whose_helper")
def whose_helper(words: Words) -> str:
    return words.say("Which member without a phone is it?")


@moment("helping.everybody_has_a_phone")
def everybody_has_a_phone(words: Words) -> str:
    return words.say("Every member has a phone here, so each of them makes the code there.")


@moment("helping.which_form")
def which_form(words: Words, name: str) -> str:
    return words.say(
        "Before two of the board, {name} has to agree that somebody types as a helper, and "
        "to what a helper may do; {name} can end it at any time. How was the agreement given?",
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
        "{name} agreed, before both of you, to have a helper type: {how}.",
        name=name,
        how=_how(words, form),
    )


@moment("helping.consent_noted")
def consent_noted(words: Words, name: str) -> str:
    return words.say(
        "It is noted that {name} agreed. When the helper is there, please open “A helper for "
        "somebody without a phone” once more: it gives the code.",
        name=name,
    )
