"""Questions for a support session: a day to come, an hour of the day, a language, those who ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from club.support import Language, begins_by_day
from handlers.dialogue.asking import Ask
from handlers.dialogue.day_questions import DayQuestion, TimeQuestion
from handlers.dialogue.question import Heard, Hearing, NoLongerFits, mapped
from handlers.dialogue.visitor import Visitor
from messages.moments import Moment
from messages.understand.dates import read_day, read_time
from messages.understand.readings import Either, Reading, Unclear, Value, Why
from messages.volunteers import open_session as say
from messages.volunteers import sessions as words_of


@dataclass(frozen=True, slots=True)
class DayToCome(DayQuestion):
    """A day from `earliest` on; one that is over is refused as soon as it is said."""

    earliest: date

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = DayQuestion.hear(self, text, hearing)
        if heard == Unclear(Why.IN_PAST):
            # Understood well enough to say what is wrong with it.
            over = read_day(text, today=hearing.today, ahead=False)
            return mapped(over, lambda each: each.isoformat())
        return heard

    def revive(self, stored: Any) -> date:
        day = date.fromisoformat(stored)
        if day < self.earliest:
            raise NoLongerFits(say.day_is_over(day))
        return day


@dataclass(frozen=True, slots=True)
class TimeByDay(TimeQuestion):
    """An hour at which a session may begin: "9 giờ" is never nine in the evening.

    Of two hours that may be meant it is the earlier one; of today, the next to come.
    """

    later_than: time | None

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_time(text)
        if not isinstance(heard, Either):
            return mapped(heard, lambda each: each.isoformat("minutes"))
        fitting = [each for each in heard.readings if begins_by_day(each) and self._to_come(each)]
        return Value(min(fitting or heard.readings).isoformat("minutes"))

    def _to_come(self, at: time) -> bool:
        return self.later_than is None or at > self.later_than

    def revive(self, stored: Any) -> time:
        at = time.fromisoformat(stored)
        if not begins_by_day(at):
            raise NoLongerFits(say.begins_by_day())
        if not self._to_come(at):
            raise NoLongerFits(say.hour_is_over(at))
        return at


def day_to_come(name: str, prompt: Moment, *, me: Visitor) -> DayToCome:
    return DayToCome(name, prompt, True, (), me.today)


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
