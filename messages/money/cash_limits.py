"""Where the money lies, and when too much of it lies in one place at home."""

from collections.abc import Sequence

from club.money import Money
from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("cash_limits.title")
def title(words: Words) -> str:
    return words.say("Where the money lies")


@moment("cash_limits.page")
def page(words: Words, lines: Sequence[Spoken], limit: Money) -> str:
    parts = [words.say("The money lies:"), bulleted(list(lines) or [words.say("nothing")])]
    if limit:
        parts.append(
            words.say(
                "The tin, and each person's hands, keep at most {limit}. Above that the board "
                "decides what to do: take it to the bank, or lend it.",
                limit=limit,
            )
        )
    else:
        parts.append(words.say("The club has set no limit for cash in one place."))
    return "\n".join(parts)


@moment("cash_limits.place")
def place(words: Words, place: Spoken, amount: Money) -> str:
    return words.say("{place}: {amount}", place=place, amount=amount)


@moment("cash_limits.place_above")
def place_above(words: Words, place: Spoken, amount: Money, above: Money) -> str:
    return words.say(
        "{place}: {amount}, {above} above the limit", place=place, amount=amount, above=above
    )


@moment("cash_limits.above")
def above(words: Words, place: Spoken, amount: Money, limit: Money) -> str:
    return words.say(
        "Much cash lies in one place. {place}: {amount}. The club wants at most {limit} there. "
        "Please agree with the board what to do: take it to the bank, or lend it.",
        place=place,
        amount=amount,
        limit=limit,
    )


@moment("cash_limits.look")
def look(words: Words) -> str:
    return words.say("See where the money lies")


@moment("cash_limits.task")
def task(words: Words, place: Spoken, amount: Money) -> str:
    return words.say("Above the limit: {place}, {amount}", place=place, amount=amount)
