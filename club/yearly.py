"""What comes round once or twice a year: longevity wishes, the board's training, need for loans."""

from dataclasses import dataclass
from datetime import date

from club.calendar import lunar_of, solar_of

WISHED_AT = (70, 75, 80, 85, 90, 95, 100)
"""The ages at which older people are wished a long life (Law on the Elderly, article 21)."""
LIST_MONTH = 11
"""The lunar month in which the club lists whom it will wish a long life at Tết."""
NEED_DAYS = ((3, 10), (9, 10))
"""When members are asked whether they would need a loan: twice a year (Club rules, C.8)."""


@dataclass(frozen=True, slots=True, order=True)
class Wished:
    """An age reached in a year: by years, or as tuổi mụ: a child is born at one."""

    age: int
    as_tuoi_mu: bool


def ages_reached(birth_year: int, year: int) -> tuple[Wished, ...]:
    """The ages of longevity wishes that somebody reaches in the year, by both counts."""
    counted = (Wished(year - birth_year, False), Wished(year - birth_year + 1, True))
    return tuple(each for each in counted if each.age in WISHED_AT)


def list_day(year: int) -> date:
    """The first day of the eleventh lunar month of this lunar year."""
    found = solar_of(year, LIST_MONTH, 1)
    if found is None:
        raise ValueError(f"no lunar calendar for {year}")
    return found


def year_wished(day: date) -> int:
    """The year at whose Tết the wishes are made, on a day of the eleventh lunar month or after."""
    return lunar_of(day).year + 1


def need_days(year: int) -> list[date]:
    """The days of this year on which the need for loans is asked for."""
    return [date(year, month, day) for month, day in NEED_DAYS]


def falls_on(day: date) -> list[int]:
    """The days, as month times 100 plus day, whose anniversary is on this day."""
    number = day.month * 100 + day.day
    return [number, 229] if number == 228 and not _is_leap(day.year) else [number]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
