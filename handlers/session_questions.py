"""Questions for a support session: a day to come, an hour of the day, a language, those who ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from club.support import Language, begins_by_day
from handlers.dialogue.asking import Ask
from handlers.dialogue.day_questions import DayQuestion, TimeQuestion
from handlers.dialogue.question import Hearing
from handlers.dialogue.visitor import Visitor
from messages import open_session as say
from messages import sessions as words_of
from messages.moments import Moment
from messages.understand.dates import read_time
from messages.understand.readings import Either, Reading, Unclear, Value, Why, reading_of


@dataclass(frozen=True, slots=True)
class DayToCome(DayQuestion):
    """A day that is not over; one that is, is refused when it is typed."""

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = DayQuestion.hear(self, text, hearing)
        if isinstance(heard, Value) and date.fromisoformat(heard.value) < hearing.today:
            return Unclear(Why.IN_PAST)
        if isinstance(heard, Either):
            today = hearing.today.isoformat()
            return reading_of([each for each in heard.readings if each >= today], Why.IN_PAST)
        return heard


@dataclass(frozen=True, slots=True)
class TimeByDay(TimeQuestion):
    """An hour at which a session may begin: "9 giờ" is never nine in the evening."""

    later_than: time | None

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_time(text)
        match heard:
            case Value(at):
                found = [at]
            case Either(readings):
                found = list(readings)
            case _:
                return heard
        by_day = [each for each in found if begins_by_day(each)]
        in_time = [each for each in by_day if self.later_than is None or each > self.later_than]
        why = Why.IN_PAST if by_day else Why.NOT_A_TIME
        return reading_of([each.isoformat("minutes") for each in in_time], why)

    def example(self) -> Moment:
        return say.begins_by_day()


def day_to_come(name: str, prompt: Moment) -> DayToCome:
    return DayToCome(name, prompt, True, ())


def time_by_day(name: str, prompt: Moment, *, day: date, me: Visitor, timezone: str) -> TimeByDay:
    """Of today, an hour that is still to come."""
    now = me.now.astimezone(ZoneInfo(timezone))
    return TimeByDay(name, prompt, now.time() if day == now.date() else None)


ENOUGH = "enough"


async def needed_language(ask: Ask) -> str:
    """The language volunteers have to speak; '' where Vietnamese is enough."""
    found = await ask.choice(
        "language",
        say.which_language(),
        among=(ENOUGH, *(each.value for each in Language)),
        shown_as=lambda each: (
            say.vietnamese_is_enough() if each == ENOUGH else words_of.language(each)
        ),
    )
    return "" if found == ENOUGH else found


async def several(
    ask: Ask,
    name: str,
    *,
    among: Sequence[str],
    prompt: Callable[[list[Moment]], Moment],
    shown_as: Callable[[str], Moment],
    ends: tuple[str, Moment, Moment] | None = None,
) -> tuple[str, ...]:
    """One after another until that is all; `ends`: its id, its label at first and afterwards.

    Without `ends` at least one is to be chosen, and there is no way to end but all of them.
    """
    chosen: list[str] = []
    for place in range(1, len(among) + 1):
        left = [each for each in among if each not in chosen]
        last = [] if ends is None else [ends[0]]
        label = None if ends is None else ends[2 if chosen else 1]
        found = await ask.choice(
            f"{name}_{place}",
            prompt([shown_as(each) for each in chosen]),
            among=[*last, *left],
            shown_as=lambda each, label=label: (  # type: ignore[misc]
                label if ends is not None and each == ends[0] else shown_as(each)
            ),
        )
        if ends is not None and found == ends[0]:
            break
        chosen.append(found)
    return tuple(chosen)
