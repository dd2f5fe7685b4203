"""Home care: how many visits a week are agreed, and when some of them are missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from club.calendar import ONE_DAY

USUAL_VISITS = 2
MOST_VISITS = 14
"""Agreed visits a week: nobody is visited more than twice a day."""
OLDEST_VISIT = timedelta(days=31)
WEEK = timedelta(days=7)
WEEKS_UNTIL_BOARD = 2
"""After so many weeks with too few visits it stands on the board's list."""


@dataclass(frozen=True, slots=True)
class Pause:
    """She was away or in hospital from one day to another; still, without a last day."""

    from_day: date
    to_day: date | None = None

    def covers(self, day: date) -> bool:
        return self.from_day <= day and (self.to_day is None or day < self.to_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed for one person: visits a week since a day, and the times it did not hold."""

    visits_a_week: int
    since: date
    pauses: Sequence[Pause] = ()


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday on, with the visits that were made and those that were due."""

    monday: date
    made: int
    due: int

    @property
    def is_short(self) -> bool:
        return self.made < self.due


def monday_of(day: date) -> date:
    """The Monday of the week in which the day lies."""
    return day - timedelta(days=day.weekday())


def week_of(agreed: Agreed, visits: Iterable[date], monday: date) -> Week:
    """Visits due go by the days on which she was at home: of two a week, one for half of it."""
    days = [monday + number * ONE_DAY for number in range(7)]
    at_home = [
        day
        for day in days
        if day >= agreed.since and not any(pause.covers(day) for pause in agreed.pauses)
    ]
    made = sum(monday <= day < monday + WEEK for day in visits)
    return Week(monday, made, agreed.visits_a_week * len(at_home) // 7)


def last_weeks(agreed: Agreed, visits: Sequence[date], today: date) -> tuple[Week, ...]:
    """The weeks that are over and decide whether the board hears of it, the newest first."""
    this_monday = monday_of(today)
    return tuple(
        week_of(agreed, visits, this_monday - number * WEEK)
        for number in range(1, WEEKS_UNTIL_BOARD + 1)
    )


def concerns_board(weeks: Sequence[Week]) -> bool:
    """Whether all of these weeks were short of visits."""
    return len(weeks) == WEEKS_UNTIL_BOARD and all(week.is_short for week in weeks)
