"""What may be written into the club's book of activities, and until when."""

from datetime import date, datetime, timedelta

from club.calendar import Month
from club.declarations import TIME_TO_TAKE_BACK
from club.refusals import Code, Refused

MOST_PEOPLE = 500
LONGEST_WHAT = 80
FURTHEST_AHEAD = timedelta(days=92)
UNTOUCHED_SHOWN_ON = 15
"""The day of the month on which the board hears which areas nobody has touched yet."""


def check_activity_day(day: date, *, today: date, first_open: Month) -> None:
    """Refuses a day that is still to come, and one of a closed month, whose figures are final."""
    if day > today:
        raise Refused(Code.DAY_IN_FUTURE)
    if Month.of(day) < first_open:
        raise Refused(Code.MONTH_CLOSED, month=Month.of(day))


def check_planned_day(day: date, *, today: date) -> None:
    """Refuses a day that is past, or further ahead than anybody plans."""
    if day < today:
        raise Refused(Code.DAY_PAST)
    if day - today > FURTHEST_AHEAD:
        raise Refused(Code.DAY_IN_FUTURE)


def check_people(count: int) -> None:
    """Refuses a number of people that no village club has."""
    if not 1 <= count <= MOST_PEOPLE:
        raise Refused(Code.NUMBER_OUT_OF_RANGE, lowest=1, highest=MOST_PEOPLE)


def may_undo(*, logged_at: datetime, now: datetime) -> bool:
    """Whether whoever wrote it can still take it back herself (Club rules, B.6)."""
    return now - logged_at <= TIME_TO_TAKE_BACK
