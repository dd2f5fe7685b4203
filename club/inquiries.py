"""Cash that was missing or too much at a count: under inquiry until a decision settles it.

Club rules, A.9: never income, never the cashier's debt; read out in the meeting when it is still
open after two closings.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from club.accounts import Account, Entry, Kind, Posting
from club.calendar import Month
from club.ledger import overage_found, shortage_found
from club.money import NOTHING, Money

CLOSINGS_UNTIL_READ_OUT = 2

NOTES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500)
"""The notes in circulation, in đồng, largest first."""


class Settlement(StrEnum):
    """How an inquiry ends."""

    FOUND = "found"  # missing money came back, or was made good
    BORNE = "borne"  # the fund bears what is missing, by a decision
    RETURNED = "returned"  # what was too much went to whom it belongs
    KEPT = "kept"  # nobody's: it stays with the club as a gift, by a decision


SETTLEMENTS = {
    Kind.SHORTAGE: (Settlement.FOUND, Settlement.BORNE),
    Kind.OVERAGE: (Settlement.RETURNED, Settlement.KEPT),
}


def sum_of_notes(notes: Mapping[int, int]) -> Money:
    """What so many notes of each value come to."""
    return Money(sum(value * count for value, count in notes.items()))


def difference_entries(
    difference: Money, cash: Mapping[int, Money], *, place: int, happened_on: date
) -> list[Entry]:
    """What a count that came out otherwise posts, fund by fund.

    cash: what should lie in the place, by fund, those first that bear a difference first. Too much
    goes to the first; what is missing is taken from each as far as it reaches.
    """
    if not difference:
        return []
    if difference > NOTHING:
        fund = next(iter(cash))
        return [overage_found(fund=fund, place=place, amount=difference, happened_on=happened_on)]
    missing, entries = -difference, []
    for fund, there in cash.items():
        taken = max(NOTHING, min(missing, there))
        if taken:
            entries.append(
                shortage_found(fund=fund, place=place, amount=taken, happened_on=happened_on)
            )
            missing -= taken
    if missing:
        raise ValueError(f"{missing.dong} đồng more are missing than were there")
    return entries


def settled(how: Settlement, *, fund: int, place: int, amount: Money, happened_on: date) -> Entry:
    """The entry of a decision about a difference. `place` is where cash comes in or goes out."""
    if amount <= NOTHING:
        raise ValueError(f"a decision about nothing: {amount.dong} đồng")
    cash = Posting(account=Account.CASH, fund=fund, place=place, amount=amount)
    back = Posting(account=Account.CASH, fund=fund, place=place, amount=-amount)
    short = Posting(account=Account.SHORTAGE, fund=fund, amount=-amount)
    over = Posting(account=Account.OVERAGE, fund=fund, amount=amount)
    legs = {
        Settlement.FOUND: (cash, short),
        Settlement.BORNE: (Posting(account=Account.LOSS, fund=fund, amount=amount), short),
        Settlement.RETURNED: (over, back),
        Settlement.KEPT: (
            over,
            Posting(account=Account.DONATION_INCOME, fund=fund, amount=-amount),
        ),
    }
    return Entry(kind=Kind.SETTLED, happened_on=happened_on, means=None, postings=legs[how])


def is_to_be_read_out(found_in: Month, closed: Iterable[Month]) -> bool:
    """Whether a difference of that month is still open after two closings."""
    return sum(month >= found_in for month in closed) >= CLOSINGS_UNTIL_READ_OUT
