"""Two weeks before somebody's twelve months of typing for a member end, she is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from club.helping import TOLD_BEFORE
from club.reminders import Kind
from messages.cards import Card
from messages.helping.helping import ends_soon_card
from scheduler.reminding import Reminding, Span, by_kind, times_of
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding_helpers as about
from storage.reminders import Claimed

ONE_DAY = timedelta(days=1)


def plan(db: Connection, span: Span) -> None:
    """On each day on which help ends, unless a new code has made it longer."""
    first, last = span.now.date() - ONE_DAY, span.until.date() + TOLD_BEFORE + ONE_DAY
    for ends in about.last_days(db, first, last):
        kind, lasts = Kind.HELPING_ENDS, TOLD_BEFORE
        for _, times in times_of(kind, ends.on, ends.timezone, lasts=lasts, span=span):
            wanted, period = about.help_ends_on(ends), str(ends.on)
            reminders.plan(db, kind, wanted, times, now=span.now, period=period)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Nothing where it has ended, or goes on for another year."""
    periods = {each.id: each.period for each in claimed}
    ids = by_kind(claimed, Kind.HELPING_ENDS)
    found = reminders.still_wanted(db, about.help_ends(), ids)
    return {
        number: ends_soon_card(row.helper, row.name, row.last_day)
        for number, row in found.items()
        if str(row.last_day) == periods[number]
    }


REMINDING = Reminding((Kind.HELPING_ENDS,), plan, cards)
