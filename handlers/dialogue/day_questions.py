"""Questions for years, days, times and months."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from club.calendar import MeetingDay, Month
from handlers.dialogue.question import (
    PART,
    Guess,
    Heard,
    Hearing,
    NoLongerFits,
    Option,
    Question,
    mapped,
    option_typed,
)
from messages import everywhere as say
from messages import examples
from messages import misunderstood as say_more
from messages.moments import Moment
from messages.settings import setting_values as say_value
from messages.understand.dates import read_birth_year, read_day, read_month, read_time
from messages.understand.meeting_day import read_meeting_day
from messages.understand.nearest import by_day_and_month
from messages.understand.plain import bare
from messages.understand.readings import Either, Reading, Value
from messages.understand.times import hours_of_part
from messages.understand.told import (
    BIRTH_SAID,
    DAY_SAID,
    MONTH_SAID,
    TIME_SAID,
    Piece,
    hidden,
    stretch_told,
    sum_told,
)

DECADES = range(1930, 2011, 10)
HOURS = (time(7), time(8), time(14), time(15))
FAR_DAYS = 300
_YEAR_SAID = re.compile(r"\d{4}|\bnam (?!\d)|\byear|\d[/.-]\d+[/.-]\d|\btet\b|nguyen dan")
_YEAR = re.compile(r"19[0-9]{2}|20[01][0-9]")
_PART = re.compile(r"(?:ngay|mung|mong|thang|hom)? ?(\d{1,2})")


@dataclass(frozen=True, slots=True)
class BirthYearQuestion(Question[int]):
    asks_in_parts: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return read_birth_year(text, today=hearing.today)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        found = stretch_told(words, lambda text: self.hear(text, hearing), BIRTH_SAID)
        years = [at for at, each in enumerate(words) if _YEAR.fullmatch(each)]
        if found is not None or len(years) != 1:
            return found
        return Piece(years[0], years[0] + 1, (int(words[years[0]]),))

    def part_prompt(self, parts: Sequence[int]) -> Moment:
        return say_more.which_year() if parts else say_more.which_decade()

    def part_options(self, parts: Sequence[int]) -> tuple[Option, ...]:
        if not parts:
            return tuple(
                Option(f"{PART}{first}", say_more.decade(first, first + 9)) for first in DECADES
            )
        years = range(parts[0], parts[0] + 10)
        return tuple(Option(f"{PART}{year}", say.plain(str(year))) for year in years)

    def joined(self, parts: Sequence[int], today: date) -> Any:
        return parts[1] if len(parts) > 1 else None

    def revive(self, stored: Any) -> int:
        return int(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.born_in(int(stored))

    def example(self) -> Moment:
        return examples.birth_year()


@dataclass(frozen=True, slots=True)
class DayQuestion(Question[date]):
    heard_in_stories: ClassVar[bool] = True
    ahead: bool
    offers: tuple[date, ...]
    asks_in_parts: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(each.isoformat(), examples.day(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if self.offers:
            typed = option_typed(self.options(), text, hearing)
            if isinstance(typed, Value):
                return typed
        heard = self._read(text, hearing)
        if isinstance(heard, Value) and self._is_far(heard.value, text, hearing):
            return Guess(heard.value, say_more.is_it_that(self.shown(heard.value)), is_answer=True)
        return heard

    def _is_far(self, stored: str, text: str, hearing: Hearing) -> bool:
        """Whether it would be nearly a year off, and no year was said: "20/11" on the 21st."""
        off = abs((date.fromisoformat(stored) - hearing.today).days)
        return off > FAR_DAYS and not _YEAR_SAID.search(bare(text))

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        # "Rằm tháng này 2 giờ": the two belongs to the hour.
        words = hidden(words, stretch_told(words, read_time, TIME_SAID))
        words = hidden(words, sum_told(words))
        return stretch_told(words, lambda text: self._read(text, hearing), DAY_SAID)

    def _read(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_day(text, today=hearing.today, ahead=self.ahead)
        return mapped(heard, lambda each: each.isoformat())

    def part_prompt(self, parts: Sequence[int]) -> Moment:
        return say_more.which_month_number(parts[0]) if parts else say_more.which_day_number()

    def hear_part(self, text: str, parts: Sequence[int]) -> int | None:
        found = _PART.fullmatch(bare(text))
        most = 12 if parts else 31
        return int(found[1]) if found is not None and 1 <= int(found[1]) <= most else None

    def joined(self, parts: Sequence[int], today: date) -> Any:
        """The nearest such day on the side that is asked for, as when it is typed "24/11"."""
        if len(parts) < 2:
            return None
        found = by_day_and_month(parts[0], parts[1], today=today, ahead=self.ahead)
        if found is None:
            raise ValueError("there is no such day")
        return found.isoformat()

    def picked(self, option_id: str) -> Any:
        return date.fromisoformat(option_id).isoformat()

    def revive(self, stored: Any) -> date:
        return date.fromisoformat(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.day(date.fromisoformat(stored))

    def example(self) -> Moment:
        return examples.which_day() if self.ahead else examples.day_that_was()


EARLIEST, LATEST = time(5), time(19, 30)
"""A village does things together between these; another hour is meant only when it is said so."""


@dataclass(frozen=True, slots=True)
class TimeQuestion(Question[time]):
    heard_in_stories: ClassVar[bool] = True

    def easier(self) -> tuple[Option, ...]:
        return tuple(Option(each.isoformat("minutes"), examples.clock(each)) for each in HOURS)

    def simpler(self, shown: int) -> Moment:
        return say_more.choose_an_hour()

    def picked(self, option_id: str) -> Any:
        return time.fromisoformat(option_id).isoformat("minutes")

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_time(text)
        if isinstance(heard, Either):
            # "9 giờ" of a village is never nine in the evening, "2 giờ" never two at night.
            by_day = [each for each in heard.readings if EARLIEST <= each <= LATEST]
            heard = Value(by_day[0]) if len(by_day) == 1 else heard
        elif not isinstance(heard, Value) and (hours := hours_of_part(text)):
            heard = Either(hours)
        return mapped(heard, lambda each: each.isoformat("minutes"))

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        return stretch_told(words, lambda text: self.hear(text, hearing), TIME_SAID)

    def revive(self, stored: Any) -> time:
        return time.fromisoformat(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.clock(time.fromisoformat(stored))

    def example(self) -> Moment:
        return examples.what_time()


@dataclass(frozen=True, slots=True)
class MonthQuestion(Question[Month]):
    heard_in_stories: ClassVar[bool] = True
    offers: tuple[Month, ...]

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each), examples.month(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return mapped(read_month(text, today=hearing.today), str)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        return stretch_told(words, lambda text: self.hear(text, hearing), MONTH_SAID)

    def picked(self, option_id: str) -> Any:
        return str(Month.parse(option_id))

    def revive(self, stored: Any) -> Month:
        return Month.parse(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.month(Month.parse(stored))

    def example(self) -> Moment:
        return examples.which_month()


@dataclass(frozen=True, slots=True)
class MeetingDayQuestion(Question[str]):
    """A club's meeting day as `MeetingDay` writes it, or the key of one of the ways offered.

    calendar: "solar" or "lunar" where that is settled, and a number means that calendar's day.
    """

    heard_in_stories: ClassVar[bool] = True

    ways: tuple[str, ...]
    shown_as: Callable[[str], Moment]
    calendar: str

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(each, self.shown_as(each)) for each in self.ways)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        if self.ways:
            typed = option_typed(self.options(), text, hearing)
            if isinstance(typed, Value):
                return typed
        return mapped(read_meeting_day(text, calendar=self.calendar), str)

    def picked(self, option_id: str) -> Any:
        return self.revive(option_id)

    def revive(self, stored: Any) -> str:
        if stored in self.ways:
            return str(stored)
        try:
            return str(MeetingDay.parse(stored))
        except ValueError:
            raise NoLongerFits from None

    def shown(self, stored: Any) -> Moment:
        return self.shown_as(stored) if stored in self.ways else say_value.meeting_day(stored)

    def example(self) -> Moment:
        return examples.meeting_day()


def meeting_day(
    name: str,
    prompt: Moment,
    *,
    ways: Sequence[str] = (),
    shown_as: Callable[[str], Moment] = say.plain,
    calendar: str = "",
) -> Question[str]:
    """Asks for the day on which a club meets each month: `rule = await meeting_day("way", …)`."""
    return MeetingDayQuestion(name, prompt, tuple(ways), shown_as, calendar)
