"""Closed meeting tables against the books: what was taken is what was booked (Club rules, B.3)."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.meeting_table import entries
from club.money import NOTHING, Money, total
from storage.queries.money.meeting_table import versions_of
from storage.tables.books import postings
from storage.tables.meeting_tables import meeting_table_bookings, meeting_tables


def table_faults(db: Connection, club_id: int) -> Iterator[str]:
    """Tables of which a person's money is not in the books as it was taken."""
    closed = select(meeting_tables.c.id).where(
        meeting_tables.c.club_id == club_id, meeting_tables.c.state == "closed"
    )
    for number in db.execute(closed.order_by(meeting_tables.c.id)).scalars():
        taken, booked = _taken(db, number), _booked(db, number)
        for member in sorted(taken.keys() | booked.keys()):
            differ = taken.get(member, NOTHING), booked.get(member, NOTHING)
            if differ[0] != differ[1]:
                yield (
                    f"meeting table {number}: {differ[0].dong} was taken of member {member}, "
                    f"{differ[1].dong} is in the books"
                )


def _taken(db: Connection, table_id: int) -> dict[int, Money]:
    found: dict[int, list[Money]] = defaultdict(list)
    for each in entries(versions_of(db, table_id)):
        found[each.now.member].append(each.sums.total)
    return {member: total(sums) for member, sums in found.items()}


def _booked(db: Connection, table_id: int) -> dict[int, Money]:
    """The cash that each person's entries brought; a reversal later on is an entry of its own."""
    found = db.execute(
        select(meeting_table_bookings.c.member_id, func.sum(postings.c.amount))
        .join(postings, postings.c.transaction_id == meeting_table_bookings.c.transaction_id)
        .where(
            meeting_table_bookings.c.table_id == table_id,
            postings.c.account == Account.CASH.value,
        )
        .group_by(meeting_table_bookings.c.member_id)
    )
    return {member: _money(amount) for member, amount in found}


def _money(amount: Any) -> Money:
    """A sum as it comes from either database."""
    return amount if isinstance(amount, Money) else Money(int(amount))
