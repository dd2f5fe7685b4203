"""All rows that a month of a club is counted from."""

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from club.calendar import Month
from club.summary.people import present_members
from club.summary.rows import ClubRows
from storage.queries.figures import summary_books as books
from storage.queries.figures import summary_people as people
from storage.queries.figures.summary_life import life_figures
from storage.queries.money.cash_counted import cash_count_rows, money_held


def club_rows(
    db: Connection, club_id: int, month: Month, *, today: date, zone: ZoneInfo
) -> ClubRows:
    """All there is about the club up to the end of the month, or up to today."""
    until = min(month.last_day, today)
    everybody = people.member_rows(db, club_id, until)
    rows = ClubRows(
        members=everybody,
        meetings=people.meeting_rows(db, club_id, everybody),
        activities=people.activity_rows(db, club_id, month),
        help_given=people.help_rows(db, club_id, month),
        visits=people.visit_rows(db, club_id, month),
        helped=people.helped_rows(db, club_id, month, zone),
        lessons=people.lesson_rows(db, club_id, month, zone),
        home_care_volunteers=people.home_care_volunteers(db, club_id, month),
        board_trained_on=people.board_trained_on(db, club_id, until),
        to_phone=people.to_phone(db, club_id, month, zone),
        life=life_figures(db, club_id, month),
        planned_on=people.planned_on(db, club_id, month),
    )
    present = {each.id for each in present_members(rows, until)}
    return replace(rows, **_of_books(db, club_id, month, zone=zone, present=present))


def _of_books(
    db: Connection, club_id: int, month: Month, *, zone: ZoneInfo, present: set[int]
) -> dict[str, Any]:
    fees = books.fees_booked(db, club_id, month)
    return {
        "funds": books.fund_rows(db, club_id),
        "postings": books.posting_rows(db, club_id),
        "cash_counts": cash_count_rows(db, club_id, month),
        "fees_owed": books.fee_owed_rows(db, club_id, month, booked=fees, present=present),
        "fees_paid": fees.rows,
        "gifts": books.gift_rows(db, club_id, month),
        "loan_requests": books.loan_request_rows(db, club_id),
        "loans": books.loan_rows(db, club_id),
        "waiting": books.waiting_of_month(db, club_id, month, zone),
        "held": money_held(db, club_id, month),
    }
