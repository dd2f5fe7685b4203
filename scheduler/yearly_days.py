"""The days in reach of a knock: those ahead that are planned, those behind that are caught up."""

from collections.abc import Iterable
from datetime import date, timedelta

from club.calendar import ONE_DAY
from club.reminders import Kind
from scheduler.reminding import Span, day_of, local, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_yearly import in_timezone


def days_in_reach(span: Span, timezone: str, lasts: timedelta) -> list[date]:
    """Every day whose word is not yet over or soon to be said."""
    first = day_of(span, timezone) - lasts
    last = local(span.until, timezone).date()
    return [first + number * ONE_DAY for number in range((last - first).days + 1)]


def plan_days(
    db: Connection,
    kind: Kind,
    wanted: Wanted,
    days: Iterable[date],
    *,
    span: Span,
    lasts: timedelta,
) -> None:
    """Say this on these days, everywhere at the club's own morning; the day is the period."""
    chosen = list(days)
    for timezone in reminding.timezones(db):
        here = in_timezone(wanted, timezone)
        for day in chosen:
            for _, times in times_of(kind, day, timezone, lasts=lasts, span=span):
                reminders.plan(db, kind, here, times, now=span.now, period=str(day))
