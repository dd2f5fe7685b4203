"""On the 2nd Liên picks, of the month before, what the checker asks members about."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.calendar import Month
from club.reminders import Kind
from messages.cards import Card
from messages.helping.on_behalf import due_card
from scheduler.reminding import Reminding, Span, day_of, times_of
from storage import reminders
from storage.changes.helping.on_behalf import pick
from storage.queries import Connection
from storage.queries.helping.on_behalf import clubs_to_pick_for
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding_helpers import checkers
from storage.reminders import Claimed

LASTS = timedelta(days=25)


def plan(db: Connection, span: Span) -> None:
    """What is picked is picked once, before anybody hears of it."""
    for timezone in reminding.timezones(db):
        today = day_of(span, timezone)
        month = Month.of(today).previous()
        for club_id in clubs_to_pick_for(db, month, today):
            pick(db, club_id, month, span.now)
        first = Month.of(today).day(1)
        for _, times in times_of(Kind.ON_BEHALF, first, timezone, lasts=LASTS, span=span):
            wanted = checkers(month, timezone, today)
            reminders.plan(db, Kind.ON_BEHALF, wanted, times, now=span.now, period=str(month))


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing for whoever has looked at everything meanwhile."""
    found: dict[int, Card] = {}
    for each in claimed:
        if each.kind == Kind.ON_BEHALF:
            month = Month.parse(each.period)
            wanted = checkers(month, each.timezone, now.date())
            if reminders.still_wanted(db, wanted, [each.id]):
                found[each.id] = due_card(month)
    return found


REMINDING = Reminding((Kind.ON_BEHALF,), plan, cards)
