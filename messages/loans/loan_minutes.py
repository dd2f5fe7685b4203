"""Decisions on loans and the minutes that they stand in."""

from datetime import date

from club.money import Money
from messages import formats
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("loan_minutes.with_state")
def with_state(words: Words, what: Spoken, day: date, state: str) -> str:
    """What was decided, and how the minutes of that day stand."""
    return f"{what}\n{_state(words, formats.short_day(day), state)}"


def _state(words: Words, day: str, state: str) -> str:
    match state:
        case "signed":
            return words.say("The minutes of {day} are signed.", day=day)
        case "unsigned":
            return words.say("The minutes of {day} are not signed yet.", day=day)
    return words.say(
        "There are no minutes of {day} yet; please remember to write them down.", day=day
    )


@moment("loan_minutes.who_gives_up")
def who_gives_up(words: Words, name: str) -> str:
    return words.say("Who decided to give up the loan of {name}?", name=name)


@moment("loan_minutes.decider")
def decider(words: Words, who: str) -> str:
    names = {
        "meeting": words.say("The members' meeting"),
        "officer": words.say("The board with the commune officer"),
    }
    return names[who]


@moment("loan_minutes.which_day")
def which_day(words: Words) -> str:
    return words.say("On which day did the board and the officer decide it?")


@moment("loan_minutes.given_up_with_officer")
def given_up_with_officer(words: Words, *, name: str, amount: Money, day: date, why: str) -> str:
    return words.say(
        "On {day} the board and the commune officer decided to give up what {name} still "
        "owes: {amount}. The lending fund bears it.\n"
        "Reason: {why}",
        day=formats.short_day(day),
        name=name,
        amount=in_figures_and_words(words, amount),
        why=why,
    )
