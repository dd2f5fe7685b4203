"""What somebody wants to be reminded of."""

from messages.moments import moment
from messages.wording import Words


@moment("reminder_wishes.title")
def title(words: Words) -> str:
    return words.say("When I remind you")


@moment("reminder_wishes.which")
def which(words: Words) -> str:
    return words.say(
        "I remind you only between 7:00 and 20:30, and never at Tết. What would you like to change?"
    )


def _name(words: Words, subject: str) -> str:
    names = {
        "meetings": words.say("Meetings"),
        "lessons": words.say("Phone lessons"),
        "fees": words.say("The fee after the meeting"),
        "loans": words.say("Loans and instalments"),
        "sessions": words.say("Support sessions"),
        "greetings": words.say("Greetings"),
        "unfinished": words.say("What I left unfinished"),
    }
    return names[subject]


@moment("reminder_wishes.line")
def line(words: Words, subject: str, wanted: bool) -> str:
    if wanted:
        return words.say("{what}: I remind you", what=_name(words, subject))
    return words.say("{what}: silent", what=_name(words, subject))


@moment("reminder_wishes.shall_i")
def shall_i(words: Words, subject: str) -> str:
    return words.say("{what}: shall I remind you?", what=_name(words, subject))


@moment("reminder_wishes.from_now_on")
def from_now_on(words: Words, subject: str) -> str:
    return words.say("{what}: from now on I remind you.", what=_name(words, subject))


@moment("reminder_wishes.no_more")
def no_more(words: Words, subject: str) -> str:
    return words.say(
        "{what}: I no longer say anything by myself. Whenever you ask me, I answer.",
        what=_name(words, subject),
    )
