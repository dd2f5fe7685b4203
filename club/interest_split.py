"""Which part of the interest goes to other funds when a month closes (Club rules, D.1)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from club.accounts import Account, Entry, Kind, Posting
from club.money import NOTHING, Money

Way = tuple[int, int]
"""From the fund that lent to the fund that gets a part."""


@dataclass(frozen=True, slots=True)
class SplitRule:
    """From this day on each of these funds gets so many percent; the rest stays where it came."""

    valid_from: date
    percents: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        if sum(percent for _, percent in self.percents) > 100:
            raise ValueError("more than all of the interest is given away")


@dataclass(frozen=True, slots=True)
class InterestReceived:
    """Interest of a fund by the day it was received; its reversal has a minus and the same day."""

    fund: int
    day: date
    amount: Money


def shares(received: InterestReceived, rules: Sequence[SplitRule]) -> dict[Way, Money]:
    """What other funds get of it, by the percentages of its day, each rounded half up."""
    holding = [rule for rule in rules if rule.valid_from <= received.day]
    percents = holding[-1].percents if holding else ()
    return {
        (received.fund, fund): received.amount.part(percent, 100)
        for fund, percent in percents
        if fund != received.fund and received.amount.part(percent, 100)
    }


def still_due(
    received: Iterable[InterestReceived],
    rules: Sequence[SplitRule],
    split: Mapping[Way, Money],
) -> dict[Way, Money]:
    """What is still to be moved, after what was split before; negative where it goes back."""
    due: dict[Way, Money] = defaultdict(lambda: NOTHING)
    for each in received:
        for way, amount in shares(each, rules).items():
            _add(due, way, amount)
    for way, amount in split.items():
        _add(due, way, -amount)
    return {way: due[way] for way in sorted(due) if due[way]}


def _add(due: dict[Way, Money], way: Way, amount: Money) -> None:
    """There and back is one way, with a minus for back."""
    there, back = way, (way[1], way[0])
    if there < back:
        due[there] += amount
    else:
        due[back] -= amount


def split_entry(
    due: Mapping[Way, Money], cash: Mapping[tuple[int, int], Money], happened_on: date
) -> Entry | None:
    """The entry that moves what is due, as far as cash is there; None where nothing moves.

    cash: what lies in (place, fund). What it does not cover stays due until the next closing.
    """
    left = dict(cash)
    postings: list[Posting] = []
    for way, amount in due.items():
        giver, taker = way if amount > NOTHING else (way[1], way[0])
        wanted = max(amount, -amount)
        there = sorted(
            ((sum_, place) for (place, fund), sum_ in left.items() if fund == giver),
            key=lambda each: (-each[0].dong, each[1]),
        )
        for sum_, place in there:
            taken = max(NOTHING, min(wanted, sum_))
            if taken:
                left[place, giver] -= taken
                postings += _legs(giver, taker, place=place, amount=taken)
                wanted -= taken
    if not postings:
        return None
    return Entry(
        kind=Kind.INTEREST_SPLIT, happened_on=happened_on, means=None, postings=tuple(postings)
    )


def _legs(giver: int, taker: int, *, place: int, amount: Money) -> list[Posting]:
    return [
        Posting(account=Account.INTEREST_INCOME, fund=giver, amount=amount),
        Posting(account=Account.CASH, fund=giver, place=place, amount=-amount),
        Posting(account=Account.CASH, fund=taker, place=place, amount=amount),
        Posting(account=Account.INTEREST_INCOME, fund=taker, amount=-amount),
    ]
