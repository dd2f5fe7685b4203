"""Somebody stopped in the middle of a dialogue a day ago: one gentle word, then silence."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from club.calendar import ONE_DAY, day_in_zone, instant_of, zone_of
from club.reminders import Kind, due_at
from messages import reminders as say
from messages.cards import Card
from scheduler.reminding import Reminding, Span, by_kind, due_of
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.reminders import Claimed, Times

RESTS = timedelta(hours=1)
"""Whoever touched a dialogue within this time is busy with it: nothing is planned yet."""
DAYS_BACK = 2
LASTS = timedelta(days=2)


def plan(db: Connection, span: Span) -> None:
    """A word on the day after the last one, about dialogues left within the last days."""
    reminders.withdraw(db, Kind.UNFINISHED, reminding.left_unfinished())
    for timezone in reminding.timezones(db):
        zone = zone_of(timezone)
        today = day_in_zone(span.now, zone)
        for back in range(DAYS_BACK + 1):
            day = today - back * ONE_DAY
            due = due_of(due_at(Kind.UNFINISHED, day, zone), Kind.UNFINISHED)
            if due is None or due + LASTS <= span.now:
                continue
            begins = instant_of(day, time(), zone)
            ends = min(instant_of(day + ONE_DAY, time(), zone), span.now - RESTS)
            wanted = reminding.untouched(
                reminding.left_unfinished(), begins, ends, timezone=timezone
            )
            reminders.plan(db, Kind.UNFINISHED, wanted, Times(due, due + LASTS), now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Where the person was, and that there is no hurry."""
    ids = by_kind(claimed, Kind.UNFINISHED)
    wanted = reminders.still_wanted(db, reminding.left_unfinished(), ids)
    rested = {number: row for number, row in wanted.items() if row.touched_at <= now - RESTS}
    return {number: say.unfinished_card(row.dialogue_id) for number, row in rested.items()}


REMINDING = Reminding((Kind.UNFINISHED,), plan, cards)
