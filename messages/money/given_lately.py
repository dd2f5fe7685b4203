"""Asking whether money is given once more, or is what stands in the books already."""

from datetime import date

from club.money import Money
from messages.formats import short_day
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("given_lately.once_more")
def once_more(words: Words, who: str, amount: Money, day: date, *, slip: str) -> str:
    """`who`: '' for the one who is asked."""
    if not who:
        return words.say(
            "The books have {amount} of yours already, of {day} (slip {slip}).\nIs this once more?",
            amount=amount,
            day=short_day(day),
            slip=slip,
        )
    return words.say(
        "The books have {amount} of {who} already, of {day} (slip {slip}).\nIs this once more?",
        amount=amount,
        who=who,
        day=short_day(day),
        slip=slip,
    )


@moment("given_lately.gift_once_more")
def gift_once_more(words: Words, who: str, what: Spoken, day: date) -> str:
    """`who`: '' where nobody may be named."""
    return words.say(
        "The Golden Heart book has {what} from {who} already, of {day}.\nIs this once more?",
        what=what,
        who=who or words.say("a donor"),
        day=short_day(day),
    )


@moment("given_lately.income_once_more")
def income_once_more(words: Words, amount: Money, day: date, *, slip: str) -> str:
    return words.say(
        "The books have {amount} earned by the club already, of {day} (slip {slip}).\n"
        "Is this once more?",
        amount=amount,
        day=short_day(day),
        slip=slip,
    )


@moment("given_lately.slip_once_more")
def slip_once_more(words: Words, what: Spoken, amount: Money, day: date, *, slip: str) -> str:
    return words.say(
        "The books have {amount} paid out for “{what}” already, on {day} (slip {slip}).\n"
        "Is this once more?",
        amount=amount,
        what=what,
        day=short_day(day),
        slip=slip,
    )


@moment("given_lately.answer")
def answer(words: Words, answer: str) -> str:
    if answer == "yes":
        return words.say("Yes, once more")
    return words.say("No, it is the same one")


@moment("given_lately.nothing_twice")
def nothing_twice(words: Words) -> str:
    return words.say("Then nothing is entered twice.")
