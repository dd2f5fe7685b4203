"""Which messages are about money: those that say a sum, those of the rooms of money, papers of
money. Her own word opens each of them (Club rules, F.6), so it is decided here and nowhere else.
"""

from collections.abc import Iterable
from typing import Any

from club.money import Money
from messages.cards import Card
from messages.moments import KINDS, Moment
from messages.papers.kinds import PAPERS

ROOMS_OF_MONEY = (
    *("messages.money.", "messages.loans.", "messages.reminders_of_money"),
    *("messages.figures.summary", "messages.figures.rollup"),
)
"""All that a moment of these modules says is about money; a reminder keeps its sum back until it is
opened (Club rules, G.4), and is about money all the same.
"""

PAPERS_OF_MONEY = (
    *("messages.papers.receipts", "messages.papers.transfers", "messages.papers.passbooks"),
    *("messages.papers.book_pages", "messages.papers.closing_pages"),
    *("messages.papers.handing_over",),
    *("messages.papers.summary", "messages.papers.rollup", "messages.papers.minutes"),
)


def is_about_money(card: Card) -> bool:
    """Whether a sum is said in it, what is said belongs to money, or a paper of money follows.

    A button that only leads to money says nothing of it yet, unless there is a sum on it.
    """
    said = (*card.before, card.body)
    return (
        any(map(_is_of_money, said))
        or any(_holds_a_sum(each) for each in (*said, *_labels(card)))
        or any(is_paper_of_money(each.name) for each in card.papers)
    )


def is_paper_of_money(name: str) -> bool:
    """Whether a kind of paper shows sums; one that is gone from this release shows nothing."""
    return name in PAPERS and _home(PAPERS[name].draw).startswith(PAPERS_OF_MONEY)


def _is_of_money(said: Moment) -> bool:
    return said.name in KINDS and _home(KINDS[said.name].write).startswith(ROOMS_OF_MONEY)


def _home(write: Any) -> str:
    return str(write.__module__)


def _labels(card: Card) -> Iterable[Moment]:
    return (each.label for each in card.choices)


def _holds_a_sum(value: Any) -> bool:
    match value:
        case Money():
            return True
        case Moment():
            return any(map(_holds_a_sum, value.values.values()))
        case list() | tuple():
            return any(map(_holds_a_sum, value))
    return False
