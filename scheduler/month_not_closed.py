"""The last month is not closed: on the 5th the chair hears of it, on the 10th the commune."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from club.calendar import Month
from club.reminders import Kind
from messages import reminders_of_money as say
from messages.cards import Card
from scheduler.reminding import Reminding, Span, by_kind, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.money.closing import months_over
from storage.queries.reminding import reminding
from storage.queries.reminding import reminding_months as about
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import board_of
from storage.queries.reminding.reminding_yearly import in_timezone, not_had
from storage.reminders import Claimed

LASTS = timedelta(days=18)
CHAIR_HEARS, OFFICER_HEARS = 4, 9
"""Days after the first of the following month."""


def plan(db: Connection, span: Span) -> None:
    """What is to be said soon about the month that is over or about to be."""
    for timezone in reminding.timezones(db):
        this_month = Month.of(day_of(span, timezone))
        for month in (this_month.previous(), this_month):
            _plan_month(db, month, timezone, span)


def _plan_month(db: Connection, month: Month, timezone: str, span: Span) -> None:
    first = month.next().first_day
    kind = Kind.MONTH_NOT_CLOSED
    found = times_of(kind, first, timezone, lasts=LASTS, span=span, one_after_the_other=False)
    for days, times in found:
        for wanted in _told(month, days, span):
            here = in_timezone(wanted, timezone)
            reminders.plan(db, kind, here, times, now=span.now, period=str(month))


def _told(month: Month, days: int, span: Span) -> list[Wanted]:
    today = span.now.date()
    if days == CHAIR_HEARS:
        return [about.chairs_of_open(month, today)]
    return [not_had(about.officers_of_clubs(today), Kind.MONTH_NOT_CLOSED, str(month))]


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """The chair's with the way to close it; the officer's names the clubs."""
    ids = by_kind(claimed, Kind.MONTH_NOT_CLOSED)
    today = now.date()
    chairs = reminders.still_wanted(db, board_of(("chair",), today), ids)
    commune = reminders.still_wanted(db, about.officers_of_clubs(today), ids)
    found = {}
    for each in claimed:
        month = Month.parse(each.period)
        if each.id in chairs and month in months_over(
            db, each.club_id, local(now, each.timezone).date()
        ):
            found[each.id] = say.month_not_closed_card(month)
        elif each.id in commune:
            names: list[Any] = list(about.open_clubs_of(db, each.person_id, month, today))
            if names:
                found[each.id] = say.clubs_not_closed_card(month, names)
    return found


REMINDING = Reminding((Kind.MONTH_NOT_CLOSED,), plan, cards)
