"""The days of the practice club's past, counted back from now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from club.calendar import (
    ONE_DAY,
    VIETNAM,
    MeetingDay,
    Month,
    OnSolarDay,
    day_in_zone,
    instant_of,
)
from club.reminders import Kind, may_go_out

MEETINGS_HELD = 6
DAYS_TO_NEXT_MEETING = 4
MEETING_HOUR = time(8, 0)


@dataclass(frozen=True, slots=True)
class Past:
    """`held` are the six meeting days behind, oldest first; `coming` is the next one."""

    now: datetime
    founded_on: date
    meets: MeetingDay
    held: tuple[date, ...]
    coming: date

    @property
    def today(self) -> date:
        return day_in_zone(self.now, VIETNAM)

    @property
    def fee_months(self) -> list[Month]:
        """Every month the club has met in."""
        return [Month.of(day) for day in self.held]

    def ahead(self, days: int) -> date:
        """So many days from today, or the first day after Tết."""
        return after_tet(self.today + timedelta(days=days))

    def at(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        """An hour of a day of the past; never later than now."""
        return min(instant_of(day, time(hour, minute), VIETNAM), self.now)


def past_until(now: datetime) -> Past:
    """A past that ends now: the next meeting is a few days ahead, so its reminder is near.

    Nobody meets at Tết: a meeting that would fall into it is held after or before.
    """
    today = day_in_zone(now, VIETNAM)
    coming = after_tet(today + timedelta(days=DAYS_TO_NEXT_MEETING))
    month = Month.of(coming)
    held = tuple(_held_in(month.plus(-back), coming.day) for back in range(MEETINGS_HELD, 0, -1))
    return Past(now, held[0] - timedelta(days=12), OnSolarDay(coming.day), held, coming)


def _held_in(month: Month, number: int) -> date:
    """The meeting's day in a month; before Tết where the month is over by its end."""
    day = after_tet(month.day(number))
    if Month.of(day) == month:
        return day
    day = month.day(number)
    while is_tet(day):
        day -= ONE_DAY
    return day


def after_tet(day: date) -> date:
    """The day itself, or the first one after Tết if it falls into that."""
    while is_tet(day):
        day += ONE_DAY
    return day


def is_tet(day: date) -> bool:
    """Whether the day is one on which a club says no word about money, and does not meet."""
    return not may_go_out(Kind.FEE_NOT_PAID, datetime.combine(day, time(12), tzinfo=VIETNAM))
