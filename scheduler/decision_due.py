"""Three days before something that a meeting decided should be done: who promised it is reminded.

Once for each decision, whatever becomes of its day.
"""

from collections.abc import Sequence
from datetime import datetime

from club.calendar import ONE_DAY
from club.reminders import TIMINGS, Kind
from messages import decisions as say
from messages.cards import Card
from scheduler.reminding import HORIZON, Reminding, Span, by_kind, day_of, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding_decisions as about
from storage.queries.reminding.reminding_money import Day
from storage.reminders import Claimed

BEFORE = -min(TIMINGS[Kind.DECISION_DUE].days) * ONE_DAY


def plan(db: Connection, span: Span) -> None:
    """What should be done within the span and the days after it."""
    today = span.now.date()
    reminders.withdraw(db, Kind.DECISION_DUE, about.decisions_open(today))
    for day in about.decision_days(db, today - ONE_DAY, today + HORIZON + BEFORE + ONE_DAY):
        _plan(db, day, span)


def _plan(db: Connection, day: Day, span: Span) -> None:
    """Nobody is reminded of what was only decided later than that."""
    wanted = about.decisions_open(day_of(span, day.timezone))
    columns = wanted.selected_columns
    for _, times in times_of(Kind.DECISION_DUE, day.on, day.timezone, lasts=BEFORE, span=span):
        theirs = wanted.where(
            columns.until == day.on,
            columns.timezone == day.timezone,
            columns.entered_at < times.due_at,
        )
        reminders.plan(db, Kind.DECISION_DUE, theirs, times, now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing of what was done or dropped meanwhile."""
    wanted = reminders.still_wanted(
        db, about.decisions_open(now.date()), by_kind(claimed, Kind.DECISION_DUE)
    )
    return {
        number: say.reminder_card(row.decision_id, row.what, row.until)
        for number, row in wanted.items()
    }


REMINDING = Reminding((Kind.DECISION_DUE,), plan, cards)
