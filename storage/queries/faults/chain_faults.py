"""Whether closed months are still what was closed; if not, which entry or figure is another."""

from collections.abc import Iterator, Mapping, Sequence

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
)
from storage.tables.books import funds, postings, transactions


def chain_faults(db: Connection, club_id: int) -> Iterator[str]:
    """Each closed month against its entries, its figures and the month before it."""
    chain = closed_months_of(db, club_id)
    if not chain:
        return
    entries = sealed_entries(db, club_id)
    cash = _CashSoFar(db, club_id)
    before = FIRST
    for number, closed in enumerate(chain):
        month = closed.month
        if closed.previous != before:
            yield f"month {month}: its code does not follow from the month before it"
        if number and month != chain[number - 1].month.next():
            yield f"month {month}: the month before it is not closed"
        yield from _month_faults(closed, entries.get(month, []))
        yield from _fund_faults(closed, cash)
        before = closed.whole
    yield from _late_entries(db, club_id, chain)


def is_as_closed(db: Connection, closed: ClosedMonth) -> bool:
    """Whether entries and figures still make the code that the month was closed with."""
    entries = sealed_entries(db, closed.club_id, closed.month).get(closed.month, [])
    return _digest(closed, entries) == closed.whole


def _digest(closed: ClosedMonth, entries: Sequence[Sealed]) -> str:
    return month_digest(closed.previous, entries, closed.kept, closed.rules_version)


def _month_faults(closed: ClosedMonth, entries: Sequence[Sealed]) -> Iterator[str]:
    if _digest(closed, entries) == closed.whole:
        return
    seals: Mapping[str, str] = closed.kept.get("entries", {})
    there = {str(each["sequence"]): each for each in entries}
    changed = [
        number for number in seals if number in there and seal(there[number]) != seals[number]
    ]
    gone = [number for number in seals if number not in there]
    new = [number for number in there if number not in seals]
    for numbers, what in (
        (changed, "was changed"), (gone, "is gone"), (new, "came in")
    ):  # fmt: skip
        for number in numbers:
            yield f"month {closed.month}: entry {number} {what} after it was closed"
    if not changed and not gone and not new:
        yield f"month {closed.month}: its figures or its code are not those it was closed with"


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
