"""Cash as it was counted in a month."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, select

from club.calendar import Month
from club.money import Money
from club.summary.rows import CashCountRow
from storage.queries.money.ledger import Place, places_of
from storage.tables.books import cash_counts


def cash_count_rows(db: Connection, club_id: int, month: Month) -> tuple[CashCountRow, ...]:
    """The last count of each place in the month."""
    last = {row.place_id: row for row in db.execute(_counts(club_id, month))}
    return tuple(
        CashCountRow(month, place, row.counted, row.expected) for place, row in last.items()
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
