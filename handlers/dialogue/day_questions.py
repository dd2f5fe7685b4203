"""Questions for years, days, times and months."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from club.calendar import Month
from handlers.dialogue.question import (
    Hearing,
    Option,
    Question,
    mapped,
    option_typed,
)
from messages import examples
from messages.moments import Moment
from messages.understand.dates import read_birth_year, read_day, read_month, read_time
from messages.understand.readings import Reading, Value


@dataclass(frozen=True, slots=True)
class BirthYearQuestion(Question[int]):
    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return read_birth_year(text, today=hearing.today)

    def revive(self, stored: Any) -> int:
        return int(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.born_in(int(stored))

    def example(self) -> Moment:
        return examples.birth_year()


@dataclass(frozen=True, slots=True)
class DayQuestion(Question[date]):
    ahead: bool
    offers: tuple[date, ...]

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(each.isoformat(), examples.day(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        if self.offers:
            typed = option_typed(self.options(), text, hearing)
            if isinstance(typed, Value):
                return typed
        heard = read_day(text, today=hearing.today, ahead=self.ahead)
        return mapped(heard, lambda each: each.isoformat())

    def picked(self, option_id: str) -> Any:
        return date.fromisoformat(option_id).isoformat()

    def revive(self, stored: Any) -> date:
        return date.fromisoformat(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.day(date.fromisoformat(stored))

    def example(self) -> Moment:
        return examples.which_day()


@dataclass(frozen=True, slots=True)
class TimeQuestion(Question[time]):
    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return mapped(read_time(text), lambda each: each.isoformat("minutes"))

    def revive(self, stored: Any) -> time:
        return time.fromisoformat(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.clock(time.fromisoformat(stored))

    def example(self) -> Moment:
        return examples.what_time()


@dataclass(frozen=True, slots=True)
class MonthQuestion(Question[Month]):
    offers: tuple[Month, ...]

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each), examples.month(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return mapped(read_month(text, today=hearing.today), str)

    def picked(self, option_id: str) -> Any:
        return str(Month.parse(option_id))

    def revive(self, stored: Any) -> Month:
        return Month.parse(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.month(Month.parse(stored))

    def example(self) -> Moment:
        return examples.which_month()
