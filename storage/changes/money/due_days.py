"""What is due at a meeting is due when the meeting is (Club rules, C.4)."""

from datetime import date

from sqlalchemy import Connection, select, update

from club.calendar import Month
from storage.changes.deed import Deed
from storage.queries.loans.lending import lending
from storage.queries.loans.loans import LoanState
from storage.queries.meetings.meetings import planned_days
from storage.tables.loans import instalments, loans


def move_due_days(db: Connection, club_id: int, from_day: date, to_day: date) -> None:
    """What running loans owe on the one day they owe on the other; principal and interest stay."""
    running = select(loans.c.id).where(
        loans.c.club_id == club_id, loans.c.state == LoanState.RUNNING.value
    )
    db.execute(
        update(instalments)
        .where(instalments.c.due_on == from_day, instalments.c.loan_id.in_(running))
        .where(instalments.c.months.is_distinct_from(0))
        .values(due_on=to_day)
    )


def usual_day_becomes(db: Connection, deed: Deed, club_id: int, day: date) -> None:
    """A meeting planned for another day of its month than usual takes along what is due there."""
    usual = lending(db, club_id, deed.today).meets.in_month(Month.of(day))
    taken = set(planned_days(db, club_id, deed.today))
    if usual and day not in usual and max(usual) not in taken and max(usual) >= deed.today:
        move_due_days(db, club_id, max(usual), day)


def falls_out(db: Connection, deed: Deed, club_id: int, day: date) -> None:
    """What was due at a meeting that falls out is due at the next planned one, or next month's."""
    later = [each for each in planned_days(db, club_id, deed.today) if each > day]
    following = Month.of(day).next()
    usual = lending(db, club_id, deed.today).meets.in_month(following)
    move_due_days(db, club_id, day, min(later, default=max(usual, default=following.last_day)))
