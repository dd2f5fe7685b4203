"""Every entry's seal: what it was when it was written, so that `lien check` names what changed."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select

from storage.queries.faults.chain import Sealed, seal, sealed_entries, sealed_entry
from storage.tables.books import closed_months, transactions
from storage.tables.seals import entry_seals


def seal_entry(db: Connection, club_id: int, transaction_id: int) -> None:
    """Keep the seal of an entry with all that hangs on it, as it is read back."""
    keep_seals(db, club_id, [sealed_entry(db, transaction_id)])


def keep_seals(db: Connection, club_id: int, entries: Iterable[Sealed]) -> None:
    """Keep the seals of these entries of the club."""
    rows = [
        {"club_id": club_id, "sequence": each["sequence"], "seal": seal(each)} for each in entries
    ]
    if rows:
        db.execute(insert(entry_seals), rows)


def seal_what_is_open(db: Connection) -> None:
    """Keep the seals of all entries of open months; closed ones have theirs in the closing.

    For books that were begun before entries had seals: it asks for nothing that they lack.
    """
    last = select(closed_months.c.club_id, func.max(closed_months.c.month).label("month"))
    closed = {row.club_id: row.month for row in db.execute(last.group_by(closed_months.c.club_id))}
    found = select(transactions.c.club_id, transactions.c.booked_month).distinct()
    months = found.order_by(transactions.c.club_id, transactions.c.booked_month)
    for row in db.execute(months).all():
        if row.club_id not in closed or row.booked_month > closed[row.club_id]:
            open_ones = sealed_entries(db, row.club_id, row.booked_month)
            keep_seals(db, row.club_id, open_ones[row.booked_month])
