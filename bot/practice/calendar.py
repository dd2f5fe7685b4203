"""The days of the practice club's past, counted back from now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from club.calendar import VIETNAM, MeetingDay, Month, OnSolarDay, day_in_zone, instant_of

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

    def at(self, day: date, hour: int = 9, minute: int = 0) -> datetime:
        """An hour of a day of the past; never later than now."""
        return min(instant_of(day, time(hour, minute), VIETNAM), self.now)


def past_until(now: datetime) -> Past:
    """A past that ends now: the next meeting is a few days ahead, so its reminder is near."""
    today = day_in_zone(now, VIETNAM)
    coming = today + timedelta(days=DAYS_TO_NEXT_MEETING)
    meets = OnSolarDay(coming.day)
    month = Month.of(coming)
    held = tuple(month.plus(-back).day(coming.day) for back in range(MEETINGS_HELD, 0, -1))
    return Past(now, held[0] - timedelta(days=12), meets, held, coming)
