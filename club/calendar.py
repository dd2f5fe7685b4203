"""Days and months, solar and lunar, and the rule for a club's meeting day. No clock is asked."""

import calendar as gregorian
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

import lunar_vn

ONE_DAY = timedelta(days=1)
LAST = -1
"""In place of first, second … fourth: the last such weekday of the month."""


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of the solar calendar; its text form is "2026-10"."""

    year: int
    month: int

    def __post_init__(self) -> None:
        date(self.year, self.month, 1)

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month in which the day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Reads "2026-10", the form that str() writes; ValueError for anything else."""
        year, _, month = text.partition("-")
        parsed = cls(int(year), int(month))
        if str(parsed) != text:
            raise ValueError(f"not a month: {text!r}")
        return parsed

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return date(self.year, self.month, gregorian.monthrange(self.year, self.month)[1])

    def plus(self, months: int) -> "Month":
        """So many months later, or earlier for a negative number."""
        years, index = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, index + 1)

    def next(self) -> "Month":
        return self.plus(1)

    def previous(self) -> "Month":
        return self.plus(-1)

    def months_until(self, other: "Month") -> int:
        """How many months later the other one is; negative when it is earlier."""
        return (other.year - self.year) * 12 + other.month - self.month

    def day(self, number: int) -> date:
        """The day with this number, or the month's last day where the month is shorter."""
        return self.first_day.replace(day=min(number, self.last_day.day))

    def days(self) -> list[date]:
        """Every day of the month, in order."""
        return [self.first_day.replace(day=number + 1) for number in range(self.last_day.day)]


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the Vietnamese lunar calendar. A leap month follows the month of its number."""

    year: int
    month: int
    day: int
    leap: bool = False


@lru_cache(maxsize=4096)
def lunar_of(day: date) -> LunarDay:
    """The lunar day by the calendar of Vietnam (UTC+7); ValueError outside of 1900 to 2100.

    Source: the rules published by Hồ Ngọc Đức (month 11 holds the winter solstice; of thirteen
    months between two solstices the first without a major solar term is the leap one).
    """
    lunar = lunar_vn.solar_to_lunar(day)
    return LunarDay(lunar.year, lunar.month, lunar.day, lunar.leap)


def solar_of(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """The solar day of a lunar one; None where that year has no such day or no such leap month."""
    try:
        found = lunar_vn.lunar_to_solar(lunar_vn.LunarDate(day, month, year, leap))
    except ValueError:
        return None
    # The package lets day 30 of a short month run over, and ignores "leap" in a year without one.
    return found if lunar_of(found) == LunarDay(year, month, day, leap) else None


@lru_cache(maxsize=256)
def tet(year: int) -> date:
    """Mùng một Tết, the first day of the lunar year, in this solar year (1900 to 2100)."""
    first = solar_of(year, 1, 1)
    if first is None:
        raise ValueError(f"no lunar calendar for {year}")
    return first


def day_in_zone(instant: datetime, zone: tzinfo) -> date:
    """The day it is in the zone at that instant. A time without a zone is a fault: ValueError."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(zone).date()


def instant_of(day: date, at: time, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which clocks in the zone show this time on this day."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


class MeetingDay(ABC):
    """The rule of a club's meetings: a solar day, a lunar day, or a weekday of each month."""

    __slots__ = ()

    @abstractmethod
    def falls_on(self, day: date) -> bool:
        """Whether the club meets on that day."""

    def turn_of(self, day: date) -> "Month | LunarDay":
        """Which of the club's monthly turns a meeting on that day is: there is one in each.

        A solar month; for a lunar day the lunar month, written as its first day.
        """
        return Month.of(day)

    @abstractmethod
    def __str__(self) -> str:
        """What `parse` reads: "solar 17", "lunar 15", "weekday 2 6", "weekday last 6"."""

    def in_month(self, month: Month) -> list[date]:
        """The meeting days in a solar month. Solar days and weekdays have exactly one.

        A lunar day has one in nearly every month, but none or two in a few: it follows the lunar
        months, of which a leap year has thirteen (club rules, H.4).
        """
        return [day for day in month.days() if self.falls_on(day)]

    def next_after(self, day: date) -> date:
        """The first meeting day later than this day."""
        later = day + ONE_DAY
        while not self.falls_on(later):
            later += ONE_DAY
        return later

    @staticmethod
    def parse(text: str) -> "MeetingDay":
        """Reads the text form; ValueError for anything else."""
        match text.split():
            case ["solar", number]:
                return OnSolarDay(int(number))
            case ["lunar", number]:
                return OnLunarDay(int(number))
            case ["weekday", "last", weekday]:
                return OnWeekday(LAST, int(weekday))
            case ["weekday", nth, weekday]:
                return OnWeekday(int(nth), int(weekday))
        raise ValueError(f"not a meeting day: {text!r}")


@dataclass(frozen=True, slots=True)
class OnSolarDay(MeetingDay):
    """Each month on this day, 1 to 31; on the last day of a month that is too short."""

    number: int

    def __post_init__(self) -> None:
        require_between(self.number, 1, 31)

    def __str__(self) -> str:
        return f"solar {self.number}"

    def falls_on(self, day: date) -> bool:
        return day == Month.of(day).day(self.number)


@dataclass(frozen=True, slots=True)
class OnLunarDay(MeetingDay):
    """Each lunar month, leap months too, on this day, 1 to 30; in a short month 30 is the 29th."""

    number: int

    def __post_init__(self) -> None:
        require_between(self.number, 1, 30)

    def __str__(self) -> str:
        return f"lunar {self.number}"

    def turn_of(self, day: date) -> LunarDay:
        return replace(lunar_of(day), day=1)

    def falls_on(self, day: date) -> bool:
        lunar = lunar_of(day).day
        if lunar >= self.number:
            return lunar == self.number
        return self.number == 30 and lunar == 29 and lunar_of(day + ONE_DAY).day == 1


@dataclass(frozen=True, slots=True)
class OnWeekday(MeetingDay):
    """Each month on the first to fourth, or the LAST, such weekday; Monday is 0, Sunday 6."""

    nth: int
    weekday: int

    def __post_init__(self) -> None:
        require_between(self.weekday, 0, 6)
        if self.nth not in (1, 2, 3, 4, LAST):
            raise ValueError(f"first to fourth or last, not {self.nth}")

    def __str__(self) -> str:
        return f"weekday {'last' if self.nth == LAST else self.nth} {self.weekday}"

    def falls_on(self, day: date) -> bool:
        if day.weekday() != self.weekday:
            return False
        if self.nth == LAST:
            return Month.of(day) != Month.of(day + 7 * ONE_DAY)
        return (day.day + 6) // 7 == self.nth


def require_between(number: int, lowest: int, highest: int) -> None:
    """ValueError unless lowest ≤ number ≤ highest."""
    if not lowest <= number <= highest:
        raise ValueError(f"{number} is not between {lowest} and {highest}")


VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""By whose clocks a day is meant where no club says by which."""


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of this name; a name that is none stands for Việt Nam's clocks."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return VIETNAM
