"""A greeting before Tết, and on the two days of older people. Missed, it is not said later."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from club.calendar import lunar_of
from club.reminders import Kind, greeting_days
from messages import reminders_of_year as say
from messages.cards import Card
from scheduler.reminding import Reminding, Span, by_kind, day_of
from scheduler.yearly_days import plan_days
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding_yearly import everybody, not_had
from storage.reminders import Claimed

BEFORE_TET_LASTS = timedelta(hours=36)
"""From the morning of 28 Chạp to the evening of the 29th."""
LASTS = timedelta(hours=12)
_CHAP = 12


def plan(db: Connection, span: Span) -> None:
    """Every member once, in the name of her first club."""
    for timezone in reminding.timezones(db)[:1]:
        year = day_of(span, timezone).year
        for day in (*greeting_days(year), *greeting_days(year + 1)):
            lasts = BEFORE_TET_LASTS if _is_before_tet(day) else LASTS
            wanted = not_had(everybody(), Kind.GREETING, str(day))
            plan_days(db, Kind.GREETING, wanted, [day], span=span, lasts=lasts)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Words for the day; nothing to press but the menu."""
    wanted = reminders.still_wanted(db, everybody(), by_kind(claimed, Kind.GREETING))
    return {
        each.id: say.greeting_card(date.fromisoformat(each.period))
        for each in claimed
        if each.id in wanted
    }


def _is_before_tet(day: date) -> bool:
    return lunar_of(day).month == _CHAP


REMINDING = Reminding((Kind.GREETING,), plan, cards)
