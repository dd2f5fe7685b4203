"""What of closed months leaves the club is kept beside them, for roll-ups to add up."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from club.calendar import Month
from club.rollup.published import published
from club.summary.figures import Figures
from club.summary.frozen import thawed
from storage.inbox import insert_new
from storage.tables.books import closed_months
from storage.tables.rollups import published_months

_AT_ONCE = 500


def publish_month(db: Connection, club_id: int, month: Month, figures: Figures) -> None:
    """In the transaction that closes the month."""
    db.execute(insert(published_months), [published_row(club_id, month, figures)])


def published_row(club_id: int, month: Month, figures: Figures) -> dict[str, Any]:
    """The row of published_months for a closed month."""
    return {"club_id": club_id, "month": month, **published(figures)}


def publish_missing(db: Connection) -> int:
    """Rows for months that were closed before there were such rows; how many there were.

    Of two who do it in one moment each leaves the other's rows as they are.
    """
    written = 0
    while rows := _missing(db):
        db.execute(insert_new(db, published_months), rows)
        written += len(rows)
    return written


def _missing(db: Connection) -> list[dict[str, Any]]:
    """A few hundred at a time: figures of a whole country would not fit into memory."""
    found = db.execute(
        select(closed_months.c.club_id, closed_months.c.month, closed_months.c.figures)
        .outerjoin(
            published_months,
            (published_months.c.club_id == closed_months.c.club_id)
            & (published_months.c.month == closed_months.c.month),
        )
        .where(published_months.c.id.is_(None))
        .order_by(closed_months.c.id)
        .limit(_AT_ONCE)
    )
    return [published_row(row.club_id, row.month, _figures(row.figures)) for row in found]


def _figures(kept: Mapping[str, Any]) -> Figures:
    return thawed(kept["figures"])
