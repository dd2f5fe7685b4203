"""Which messages are about money: those that say a sum, and reminders that keep theirs back."""

from collections.abc import Iterable
from typing import Any

from club.money import Money
from messages.cards import Card
from messages.moments import Moment

WITHOUT_A_SUM = frozenset(
    {
        "reminders.fee_not_paid",
        "reminders.fee_arrears",
        "reminders.instalment",
        "reminders.instalments_late",
    }
)
"""A reminder of money shows its sum only when it is opened (Club rules, G.4)."""


def is_about_money(card: Card) -> bool:
    """Whether a sum is said in it, or it reminds of one."""
    return any(_is_money(each) for each in (card.body, *card.before, *_labels(card)))


def _labels(card: Card) -> Iterable[Moment]:
    return (each.label for each in card.choices)


def _is_money(value: Any) -> bool:
    match value:
        case Money():
            return True
        case Moment():
            return value.name in WITHOUT_A_SUM or any(map(_is_money, value.values.values()))
        case list() | tuple():
            return any(map(_is_money, value))
    return False
