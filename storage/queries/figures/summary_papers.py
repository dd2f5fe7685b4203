"""A month of a club with what its papers say beside the figures: the commune, who signs."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from club.calendar import Month
from storage.queries.figures.summary import ClubMonth, club_month
from storage.queries.members.boards import board
from storage.queries.money.paper_heading import paper_heading


@dataclass(frozen=True, slots=True)
class MonthOnPaper:
    """`chair` and `bookkeeper` are full names, "" where nobody holds the office."""

    found: ClubMonth
    commune: str
    chair: str
    bookkeeper: str


def month_on_paper(db: Connection, club_id: int, month: Month, today: date) -> MonthOnPaper | None:
    """None for a month that the club has not lived."""
    found = club_month(db, club_id, month, today)
    if found is None:
        return None
    # On paper names stand alone, as people sign them.
    names = {each.role: str(each.name) for each in board(db, club_id, today)}
    heading = paper_heading(db, club_id, today)
    return MonthOnPaper(found, heading.commune, names.get("chair", ""), names.get("bookkeeper", ""))
