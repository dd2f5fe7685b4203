"""Cash as it was counted in a month."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, select

from club.accounts import Account
from club.calendar import Month
from club.money import Money
from club.summary.figures import MoneyHeld
from club.summary.rows import CashCountRow
from storage.queries.money.ledger import Place, places_of
from storage.tables.books import cash_counts, places, postings, transactions


def cash_count_rows(db: Connection, club_id: int, month: Month) -> tuple[CashCountRow, ...]:
    """The last count of each place in the month."""
    last = {row.place_id: row for row in db.execute(_counts(club_id, month))}
    return tuple(
        CashCountRow(month, place, row.counted, row.expected) for place, row in last.items()
    )


def money_held(db: Connection, club_id: int, month: Month) -> MoneyHeld:
    """Where the money of all funds lies at the end of the month, by the books."""
    all_, in_bank = db.execute(_HELD, {"of_club": club_id, "up_to": month}).one()
    return MoneyHeld(in_cash=_dong(all_) - _dong(in_bank), in_bank=_dong(in_bank))


def _dong(value: Any) -> Money:
    """A database adds up to nothing, to a number, or to money."""
    return value if isinstance(value, Money) else Money(int(value or 0))


_HELD = (
    select(
        func.sum(postings.c.amount),
        func.sum(case((places.c.kind == "bank", postings.c.amount), else_=None)),
    )
    .select_from(
        postings.join(transactions, transactions.c.id == postings.c.transaction_id).outerjoin(
            places, places.c.id == postings.c.place_id
        )
    )
    .where(
        postings.c.club_id == bindparam("of_club"),
        postings.c.account == Account.CASH.value,
        transactions.c.booked_month <= bindparam("up_to"),
    )
)


@dataclass(frozen=True, slots=True)
class CountOfPlace:
    """What was counted in a place, and what the books said was there."""

    place: Place
    counted_on: date
    counted: Money
    expected: Money


def last_counts(db: Connection, club_id: int, month: Month) -> list[CountOfPlace]:
    """The last count of each place in the month, as the summary adds them up."""
    found = db.execute(_counts(club_id, month))
    last = {row.place_id: row for row in found}
    return [
        CountOfPlace(each, last[each.id].counted_on, last[each.id].counted, last[each.id].expected)
        for each in places_of(db, club_id)
        if each.id in last
    ]


def _counts(club_id: int, month: Month) -> Select[Any]:
    return (
        select(
            cash_counts.c.place_id,
            cash_counts.c.counted_on,
            cash_counts.c.counted,
            cash_counts.c.expected,
        )
        .where(
            cash_counts.c.club_id == club_id,
            cash_counts.c.counted_on.between(month.first_day, month.last_day),
        )
        .order_by(cash_counts.c.counted_on, cash_counts.c.id)
    )
