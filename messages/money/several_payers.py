"""Fees of several people that were told in one message."""

from club.money import Money
from messages.moments import Spoken, moment
from messages.wording import Words


@moment("several_payers.go_on")
def go_on(words: Words, name: str, amount: Money, more: int) -> str:
    """`more`: how many come after the one who is named."""
    if not more:
        return words.say("Go on: {name}, {amount}", name=name, amount=amount)
    return words.plural(
        "Go on: {name}, {amount}; then one more",
        "Go on: {name}, {amount}; then {count} more",
        more,
        name=name,
        amount=amount,
    )


@moment("several_payers.not_that_sum")
def not_that_sum(words: Words, amount: Money, asked: Spoken) -> str:
    """The sum of the list can be no fee; `asked` is the question for it."""
    return words.say("{amount} cannot be a fee.", amount=amount) + f"\n{asked}"


@moment("several_payers.one_by_one")
def one_by_one(words: Words, count: int) -> str:
    return words.plural("Shall I enter this?", "Shall I enter them one by one?", count)
