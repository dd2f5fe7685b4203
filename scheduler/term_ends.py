"""Thirty days before a term of office ends the board hears of it, once for each office and day."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.calendar import ONE_DAY
from club.reminders import TIMINGS, Kind
from messages.cards import Card
from messages.members import office_times as say
from scheduler.reminding import HORIZON, Reminding, Span, by_kind, day_of, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.members import office_times as about
from storage.reminders import Claimed

BEFORE = -min(TIMINGS[Kind.TERM_ENDS].days) * ONE_DAY
LASTS = timedelta(days=14)


def plan(db: Connection, span: Span) -> None:
    today = span.now.date()
    reminders.withdraw(db, Kind.TERM_ENDS, about.terms_ending(today))
    for day in about.term_days(db, today, today + HORIZON + BEFORE + ONE_DAY):
        wanted = about.terms_ending(day_of(span, day.timezone))
        columns = wanted.selected_columns
        theirs = wanted.where(columns.term_ends_on == day.on, columns.timezone == day.timezone)
        for _, times in times_of(Kind.TERM_ENDS, day.on, day.timezone, lasts=LASTS, span=span):
            reminders.plan(db, Kind.TERM_ENDS, theirs, times, now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing where a new term was noted meanwhile, or the office has ended."""
    wanted = reminders.still_wanted(
        db, about.terms_ending(now.date()), by_kind(claimed, Kind.TERM_ENDS)
    )
    return {
        number: say.term_card(row.holder_name, row.ending_role, row.term_ends_on)
        for number, row in wanted.items()
    }


REMINDING = Reminding((Kind.TERM_ENDS,), plan, cards)
