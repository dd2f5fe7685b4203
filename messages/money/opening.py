"""What the club had before its books began."""

from club.money import Money
from messages.loans.loan_cash import place_in_words
from messages.moments import Spoken, moment
from messages.sums import in_figures_and_words
from messages.wording import Words


@moment("opening.title")
def title(words: Words) -> str:
    return words.say("Money there at the beginning")


@moment("opening.which_fund")
def which_fund(words: Words) -> str:
    return words.say("Which fund does the money belong to?")


@moment("opening.which_place")
def which_place(words: Words) -> str:
    return words.say("Where does the money lie?")


@moment("opening.place")
def place(words: Words, kind: str) -> str:
    return place_in_words(words, kind)


@moment("opening.which_source")
def which_source(words: Words) -> str:
    return words.say("Where did the money come from?")


@moment("opening.source")
def source(words: Words, source: str) -> str:
    names = {
        "grant": words.say("A project gave it"),
        "budget": words.say("From the State's budget"),
        "donation": words.say("Donated"),
        "share": words.say("A member's share"),
        "lent": words.say("Lent to the club"),
        "added_interest": words.say("Interest added over the years"),
    }
    return names[source]


@moment("opening.how_much")
def how_much(words: Words) -> str:
    return words.say("How much is it?")


@moment("opening.read_back")
def read_back(words: Words, fund: Spoken, place: Spoken, source: Spoken, amount: Money) -> str:  # noqa: PLR0917
    return words.say(
        "Please check that this is right:\n• {fund}\n• {place}\n• {source}\n• {amount}",
        fund=fund,
        place=place,
        source=source,
        amount=in_figures_and_words(words, amount),
    )


@moment("opening.nothing_recorded")
def nothing_recorded(words: Words) -> str:
    return words.say("Then nothing is recorded. You can begin again.")


@moment("opening.recorded")
def recorded(words: Words, fund: Spoken, amount: Money) -> str:
    return words.say(
        "It is in the books: {fund}, {amount}. I have told the rest of the board.",
        fund=fund,
        amount=amount,
    )


@moment("opening.was_recorded")
def was_recorded(words: Words, by: str, fund: Spoken, amount: Money, *, source: Spoken) -> str:
    return words.say(
        "{by} has recorded money that was there at the beginning: {fund}, {amount} ({source}). "
        "If that is not right, please talk about it.",
        by=by,
        fund=fund,
        amount=amount,
        source=source,
    )
