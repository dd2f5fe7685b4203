"""Whether the books are still what was written and closed; if not, which entry is another."""

from collections.abc import Container, Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.calendar import Month
from club.chain import FIRST
from club.money import Money
from storage.queries.faults.chain import (
    ClosedMonth,
    Sealed,
    closed_months_of,
    month_digest,
    seal,
    sealed_entries,
    seals_of,
)
from storage.tables.books import funds, postings, transactions

Entries = Mapping[Month, Sequence[Sealed]]
Seals = Mapping[int, str]
"""What entries were, by their numbers."""


def chain_faults(db: Connection, club_id: int) -> Iterator[str]:
    """Each closed month against its entries, its figures and the month before it; and every entry
    against the seal that it got when it was written.
    """
    chain = closed_months_of(db, club_id)
    entries = sealed_entries(db, club_id)
    changed = {each.month for each in chain if not _holds(each, entries.get(each.month, []))}
    there = _seals_of_what_is_there(chain, entries, changed)
    cash = _CashSoFar(db, club_id)
    yield from _order_faults(chain)
    for closed in chain:
        if closed.month in changed:
            yield from _month_faults(closed, there[closed.month])
        yield from _fund_faults(closed, cash)
    if chain:
        yield from _late_entries(db, club_id, chain)
    yield from _written_faults(seals_of(db, club_id), chain, there)


def is_as_closed(db: Connection, closed: ClosedMonth) -> bool:
    """Whether entries and figures still make the code that the month was closed with."""
    entries = sealed_entries(db, closed.club_id, closed.month).get(closed.month, [])
    return _holds(closed, entries)


def _holds(closed: ClosedMonth, entries: Sequence[Sealed]) -> bool:
    return closed.whole == month_digest(closed.previous, entries, closed.kept, closed.rules_version)


def _seals_of_what_is_there(
    chain: Sequence[ClosedMonth], entries: Entries, changed: Container[Month]
) -> Mapping[Month, Seals]:
    """By month. Where the month's code holds its seals do, too, and are not counted again."""
    found: dict[Month, Seals] = {
        month: {each["sequence"]: seal(each) for each in of_month}
        for month, of_month in entries.items()
        if month in changed or month not in {each.month for each in chain}
    }
    for closed in chain:
        if closed.month not in changed:
            found[closed.month] = _closed_with(closed)
        found.setdefault(closed.month, {})
    return found


def _closed_with(closed: ClosedMonth) -> Seals:
    return {int(number): each for number, each in closed.kept.get("entries", {}).items()}


def _order_faults(chain: Sequence[ClosedMonth]) -> Iterator[str]:
    for number, closed in enumerate(chain):
        if closed.previous != (chain[number - 1].whole if number else FIRST):
            yield f"month {closed.month}: its code does not follow from the month before it"
        if number and closed.month != chain[number - 1].month.next():
            yield f"month {closed.month}: the month before it is not closed"


def _month_faults(closed: ClosedMonth, there: Seals) -> Iterator[str]:
    others = list(_others(_closed_with(closed), there))
    for number, what in others:
        yield f"month {closed.month}: entry {number} {what} after it was closed"
    if not others:
        yield f"month {closed.month}: its figures or its code are not those it was closed with"


def _others(seals: Seals, there: Seals) -> Iterator[tuple[int, str]]:
    """The entries that are not what their seals say, and what became of them."""
    for number in sorted(seals.keys() & there.keys()):
        if there[number] != seals[number]:
            yield number, "was changed"
    for number in sorted(seals.keys() - there.keys()):
        yield number, "is gone"
    for number in sorted(there.keys() - seals.keys()):
        yield number, "came in"


def _written_faults(
    written: Seals, chain: Sequence[ClosedMonth], there: Mapping[Month, Seals]
) -> Iterator[str]:
    """What is another since it was written; what a closed month has named is not named again.

    Entries of months that were closed before each got a seal have the one of the closing.
    """
    closed = [(_closed_with(each), there[each.month]) for each in chain]
    named = {number for kept, now in closed for number, _ in _others(kept, now)}
    kept = {number: each for of_month, _ in closed for number, each in of_month.items()}
    all_there = {number: each for seals in there.values() for number, each in seals.items()}
    for number, what in _others({**kept, **written}, all_there):
        if number not in named:
            yield f"entry {number} {_SINCE_IT_WAS_WRITTEN[what]}"


_SINCE_IT_WAS_WRITTEN = {
    "was changed": "was changed after it was written",
    "is gone": "is gone",
    "came in": "was not written by Liên",
}


class _CashSoFar:
    """The cash of each fund month by month, read once however many months are closed."""

    def __init__(self, db: Connection, club_id: int) -> None:
        of_club = select(funds.c.id).where(funds.c.club_id == club_id)
        self._there = dict.fromkeys(db.execute(of_club).scalars(), 0)
        self._moved = db.execute(
            select(transactions.c.booked_month, postings.c.fund_id, func.sum(postings.c.amount))
            .join(transactions, transactions.c.id == postings.c.transaction_id)
            .where(postings.c.club_id == club_id, postings.c.account == Account.CASH.value)
            .group_by(transactions.c.booked_month, postings.c.fund_id)
            .order_by(transactions.c.booked_month)
        ).all()
        self._done = 0

    def at_the_end_of(self, month: Month) -> Mapping[int, int]:
        """By fund, in đồng; to be asked for one month after the other."""
        while self._done < len(self._moved) and self._moved[self._done][0] <= month:
            _, fund, amount = self._moved[self._done]
            there = amount.dong if isinstance(amount, Money) else int(amount)
            self._there[fund] = self._there.get(fund, 0) + there
            self._done += 1
        return self._there


def _fund_faults(closed: ClosedMonth, cash: _CashSoFar) -> Iterator[str]:
    """The cash of each fund, as it was frozen, is the sum of the entries up to then."""
    frozen = closed.kept.get("figures", {}).get("funds", [])
    booked = cash.at_the_end_of(closed.month)
    for each in frozen:
        fund, sum_ = each["id"], int(each["closing"])
        there = booked.get(fund)
        if there != sum_:
            shown = "nothing" if there is None else str(there)
            yield f"month {closed.month}: fund {fund} closed with {sum_}, its entries say {shown}"


def _late_entries(db: Connection, club_id: int, chain: Sequence[ClosedMonth]) -> Iterator[str]:
    """Nothing is booked into a month once it is closed (Club rules, D.1)."""
    last: dict[Month, int] = {each.month: each.last_sequence for each in chain}
    found = db.execute(
        select(transactions.c.sequence, transactions.c.booked_month)
        .where(transactions.c.club_id == club_id, transactions.c.booked_month <= chain[-1].month)
        .order_by(transactions.c.sequence)
    )
    for sequence, month in found:
        if month < chain[0].month:
            yield f"entry {sequence} is booked in {month}, before the first closed month"
        elif sequence > last.get(month, sequence):
            yield f"entry {sequence} is booked in {month}, which was closed before it"
