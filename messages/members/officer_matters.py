"""What clubs ask the officer of their commune, and the answer."""

from club.address import PersonName
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("officer.title")
def officer_title(words: Words) -> str:
    return words.say("Answer a club as officer")


@moment("officer.list_title")
def officer_list_title(words: Words) -> str:
    return words.say("What clubs ask the officer")


@moment("officer.none")
def officer_none(words: Words) -> str:
    return words.say("No club of your area waits for your yes.")


@moment("officer.some")
def officer_some(words: Words, count: int) -> str:
    return words.plural(
        "{count} matter waits for your yes.", "{count} matters wait for your yes.", count
    )


@moment("officer.line")
def officer_line(words: Words, club: str, what: Spoken) -> str:
    return words.say("{club}: {what}", club=club, what=what)


@moment("officer.please")
def officer_please(  # noqa: PLR0917 – which club, what, and the two who agreed
    words: Words, club: str, what: Spoken, by: PersonName, second: PersonName
) -> str:
    return words.say(
        "{club} asks for your yes:\n{what}\n{by} and {second} of the board have agreed.",
        club=club,
        what=what,
        by=by,
        second=second,
    )


@moment("officer.do_you_agree")
def officer_do_you_agree(words: Words, club: str, what: Spoken) -> str:
    return words.say("{club}:\n{what}\nIs that right, and do you agree?", club=club, what=what)


@moment("officer.why_not")
def officer_why_not(words: Words) -> str:
    return words.say("Why not? I will tell the two of the board what you write.")


@moment("officer.agreed")
def officer_agreed(words: Words, what: Spoken) -> str:
    return words.say("The officer has agreed.\n{what}", what=what)


@moment("officer.refused")
def officer_refused(words: Words, what: Spoken, why: str) -> str:
    return words.say("The officer has not agreed.\n{what}\nThe reason: {why}", what=what, why=why)


@moment("officer.thanks")
def officer_thanks(words: Words) -> str:
    return words.say("Thank you. I have told the club.")
