"""A month of a club in figures: a closed one as it was frozen, another counted from its rows."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from club.calendar import Month
from club.summary import MonthlySummary, count_month, monthly_summary
from club.summary.figures import Figures
from storage.queries.faults.chain import closed_month
from storage.queries.figures.summary_rows import club_rows
from storage.tables.areas import clubs


@dataclass(frozen=True, slots=True)
class ClubMonth:
    """The summary of a month and the club it is about."""

    club_name: str
    founded: Month
    summary: MonthlySummary


def club_month(db: Connection, club_id: int, month: Month, today: date) -> ClubMonth | None:
    """The month in figures, the month before beside it; None for a month the club has not lived."""
    club = db.execute(
        select(clubs.c.name, clubs.c.founded_on, clubs.c.timezone).where(clubs.c.id == club_id)
    ).one()
    founded, zone = Month.of(club.founded_on), ZoneInfo(club.timezone)
    if not founded <= month <= Month.of(today):
        return None

    def figures_of(which: Month) -> tuple[Figures, str]:
        """The figures, and the closing code of a closed month."""
        closed = closed_month(db, club_id, which)
        if closed is not None:
            return closed.figures, closed.code
        rows = club_rows(db, club_id, which, today=today, zone=zone)
        return count_month(rows, which, today=today), ""

    before = figures_of(month.previous())[0] if month.previous() >= founded else None
    figures, code = figures_of(month)
    summary = monthly_summary(
        figures,
        before=before,
        is_closed=bool(code),
        closing_code=code,
        is_over=month < Month.of(today),
    )
    return ClubMonth(club.name, founded, summary)


def first_month(db: Connection, club_id: int) -> Month:
    """The month in which the club was founded."""
    return Month.of(
        db.execute(select(clubs.c.founded_on).where(clubs.c.id == club_id)).scalar_one()
    )
