"""What a roll-up is about: a month, a quarter, a half-year or a year."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from club.calendar import Month


class Length(StrEnum):
    """How long a span is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def months(self) -> int:
        return _MONTHS[self]


_MONTHS = {Length.MONTH: 1, Length.QUARTER: 3, Length.HALF: 6, Length.YEAR: 12}
_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2}|Q[1-4]|H[12]))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Whole calendar months; `first` begins a quarter, half-year or year where it is one."""

    first: Month
    length: Length

    def __post_init__(self) -> None:
        if (self.first.month - 1) % self.length.months:
            raise ValueError(f"no {self.length} begins with {self.first}")

    @classmethod
    def of(cls, day: date, length: Length) -> "Span":
        """The span of this length that the day lies in."""
        month = Month.of(day)
        begins = month.month - (month.month - 1) % length.months
        return cls(Month(month.year, begins), length)

    @classmethod
    def parse(cls, text: str) -> "Span":
        """ "2026-10", "2026-Q3", "2026-H1" or "2026". Raises ValueError."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None:
            raise ValueError("no span")
        year, part = int(found["year"]), (found["part"] or "").upper()
        if not part:
            return cls(Month(year, 1), Length.YEAR)
        if part[0] in "QH":
            length = Length.QUARTER if part[0] == "Q" else Length.HALF
            return cls(Month(year, (int(part[1]) - 1) * length.months + 1), length)
        return cls(Month(year, int(part)), Length.MONTH)

    @property
    def number(self) -> int:
        """Which one of its year: the third quarter is 3."""
        return (self.first.month - 1) // self.length.months + 1

    @property
    def last(self) -> Month:
        return self.first.plus(self.length.months - 1)

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(self.first.plus(each) for each in range(self.length.months))

    def previous(self) -> "Span":
        """The span of the same length before it."""
        return Span(self.first.plus(-self.length.months), self.length)

    def next(self) -> "Span":
        return Span(self.first.plus(self.length.months), self.length)

    def __str__(self) -> str:
        match self.length:
            case Length.MONTH:
                return str(self.first)
            case Length.QUARTER:
                return f"{self.first.year}-Q{self.number}"
            case Length.HALF:
                return f"{self.first.year}-H{self.number}"
        return str(self.first.year)
