"""A month of a club in figures, computed from its rows; a few statements for any club."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from club.calendar import Month
from club.summary import MonthlySummary, count_month, monthly_summary
from club.summary.people import present_members
from club.summary.rows import ClubRows
from storage.queries import summary_books as books
from storage.queries import summary_people as people
from storage.tables.areas import clubs
from storage.tables.books import closed_months


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
    before = None
    if month.previous() >= founded:
        rows = club_rows(db, club_id, month.previous(), today=today, zone=zone)
        before = count_month(rows, month.previous(), today=today)
    figures = count_month(club_rows(db, club_id, month, today=today, zone=zone), month, today=today)
    summary = monthly_summary(figures, before=before, is_closed=_is_closed(db, club_id, month))
    return ClubMonth(club.name, founded, summary)


def club_rows(
    db: Connection, club_id: int, month: Month, *, today: date, zone: ZoneInfo
) -> ClubRows:
    """All there is about the club up to the end of the month, or up to today."""
    until = min(month.last_day, today)
    everybody = people.member_rows(db, club_id, until)
    present = {each.id for each in present_members(ClubRows(members=everybody), until)}
    fees = books.fees_booked(db, club_id, month)
    return ClubRows(
        members=everybody,
        meetings=people.meeting_rows(db, club_id, everybody),
        activities=people.activity_rows(db, club_id, month),
        funds=books.fund_rows(db, club_id),
        postings=books.posting_rows(db, club_id),
        cash_counts=books.cash_count_rows(db, club_id, month),
        fees_owed=books.fee_owed_rows(db, club_id, month, booked=fees, present=present),
        fees_paid=fees.rows,
        gifts=books.gift_rows(db, club_id, month),
        loan_requests=books.loan_request_rows(db, club_id),
        loans=books.loan_rows(db, club_id),
        help_given=people.help_rows(db, club_id, month),
        visits=people.visit_rows(db, club_id, month),
        helped=people.helped_rows(db, club_id, month, zone),
        lessons=people.lesson_rows(db, club_id, month, zone),
        home_care_volunteers=people.home_care_volunteers(db, club_id, month),
        board_trained_on=people.board_trained_on(db, club_id, until),
        waiting=books.waiting_count(db, club_id),
        to_phone=people.to_phone(db, club_id, month, zone),
    )


def _is_closed(db: Connection, club_id: int, month: Month) -> bool:
    closed = select(closed_months.c.id).where(
        closed_months.c.club_id == club_id, closed_months.c.month == month
    )
    return db.execute(closed).first() is not None
