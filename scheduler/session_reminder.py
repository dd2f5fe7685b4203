"""A support session tomorrow, and in two hours: volunteers with a place are reminded."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from club.reminders import Kind, session_due_at
from club.support import may_see_address
from messages import reminders as say
from messages.cards import Card
from messages.volunteers import sessions
from scheduler.reminding import Reminding, Span, by_kind, due_of, local
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.reminders import Claimed, Times

KINDS = (Kind.SESSION_TOMORROW, Kind.SESSION_SOON)


def plan(db: Connection, span: Span) -> None:
    """Everything about sessions that begin within the span."""
    for kind in KINDS:
        reminders.withdraw(db, kind, reminders.begun_by(reminding.session_taken(), span.until))
    for start in reminding.session_starts(db, span.now, span.until):
        zone = local(start.at, start.timezone).tzinfo
        assert zone is not None
        found = session_due_at(start.at, zone)
        soon = due_of(found, Kind.SESSION_SOON)
        ends = {Kind.SESSION_TOMORROW: soon or start.at, Kind.SESSION_SOON: start.at}
        for due in found:
            if due.at < ends[due.kind] and ends[due.kind] > span.now:
                taken = reminding.beginning(reminding.session_taken(), start)
                wanted = reminding.taken_before(taken, due.at)
                reminders.plan(db, due.kind, wanted, Times(due.at, ends[due.kind]), now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Where and when, with a button to look at the session."""
    numbers = [number for kind in KINDS for number in by_kind(claimed, kind)]
    wanted = reminders.still_wanted(db, reminding.session_taken(), numbers)
    return {number: _card(row) for number, row in wanted.items()}


def _card(row: Any) -> Card:
    begins = local(row.starts_at, row.timezone)
    address = may_see_address(vouched=row.vouched_by is not None, accepted=True)
    about = sessions.about(
        sessions.topic(row.topic),
        row.title,
        begins.date(),
        begins.time(),
        minutes=row.minutes,
        hamlet=row.hamlet,
        place=row.place if address else "",
    )
    asked_again = row.agreed_move < row.moved
    return say.session_card(row.session_id, about, asked_again=asked_again)


REMINDING = Reminding(KINDS, plan, cards)
