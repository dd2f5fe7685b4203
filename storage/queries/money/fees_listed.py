"""The fees' book as it is listed on a sheet: what was paid for each month of a year."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from club.books_listed import Cell, Holds, ListedBook
from club.calendar import Month
from club.money import NOTHING, Money
from storage.tables.books import fee_months, opening_fees, transactions


def fees_listed(
    db: Connection, club_id: int, month: Month, *, names: Mapping[int | None, str]
) -> ListedBook:
    """A column for each month of the year: what is booked for it by the end of this month.

    What the paper book brought along stands there too; a last column, there only where something
    was, says for which months.
    """
    year = [Month(month.year, number) for number in range(1, 13)]
    brought = _brought_along(db, club_id, year)
    paid: dict[int, dict[Month, Money]] = {}
    for row in (*_booked(db, club_id, month, year), *brought):
        of_member = paid.setdefault(row.member_id, dict.fromkeys(year, NOTHING))
        of_member[row.month] += row.amount
    columns = [("name", Holds.TEXT), *((str(each), Holds.DONG) for each in year)]
    rows: dict[int, tuple[Cell, ...]] = {
        member: (names[member], *(amount or None for amount in paid[member].values()))
        for member in sorted(paid)
    }
    if brought:
        said = _months_brought_along(brought)
        columns.append(("brought_along", Holds.TEXT))
        rows = {member: (*row, said.get(member, "")) for member, row in rows.items()}
    return ListedBook("fees", tuple(columns), tuple(rows.values()))


def _booked(db: Connection, club_id: int, until: Month, year: list[Month]) -> Sequence[Any]:
    return db.execute(
        select(fee_months.c.member_id, fee_months.c.month, fee_months.c.amount)
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month <= until,
            fee_months.c.month.between(year[0], year[-1]),
        )
    ).all()


def _brought_along(db: Connection, club_id: int, year: list[Month]) -> Sequence[Any]:
    along = select(opening_fees.c.member_id, opening_fees.c.month, opening_fees.c.amount)
    of_year = opening_fees.c.month.between(year[0], year[-1])
    return db.execute(along.where(opening_fees.c.club_id == club_id, of_year)).all()


def _months_brought_along(brought: Iterable[Any]) -> dict[int, str]:
    """By member the numbers of the months, those that follow each other as "1–6"."""
    numbers: dict[int, list[int]] = {}
    for row in brought:
        numbers.setdefault(row.member_id, []).append(row.month.month)
    return {member: _in_runs(sorted(each)) for member, each in numbers.items()}


def _in_runs(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for each in numbers:
        if runs and runs[-1][-1] == each - 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
