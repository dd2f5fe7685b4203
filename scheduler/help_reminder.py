"""Who asked for help is reminded of who comes, when and where: tomorrow, and in two hours."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from club.address import PersonName
from club.reminders import OF_THE_HELPED, session_due_at
from messages import reminders as say
from messages.cards import Card
from messages.volunteers import sessions, thanks
from scheduler.reminding import Reminding, Span, by_kind, due_of, local
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding_help import help_coming, who_comes
from storage.reminders import Claimed, Times

TOMORROW, SOON = OF_THE_HELPED


def plan(db: Connection, span: Span) -> None:
    """For sessions that begin within the span; whoever heard of one later than that knows it."""
    for kind in OF_THE_HELPED:
        reminders.withdraw(db, kind, reminders.begun_by(help_coming(), span.until))
    for start in reminding.session_starts(db, span.now, span.until):
        zone = local(start.at, start.timezone).tzinfo
        assert zone is not None
        found = session_due_at(start.at, zone, kinds=OF_THE_HELPED)
        ends = {TOMORROW: due_of(found, SOON) or start.at, SOON: start.at}
        wanted = reminding.beginning(help_coming(), start)
        for due in found:
            if span.now <= due.at < ends[due.kind]:
                reminders.plan(db, due.kind, wanted, Times(due.at, ends[due.kind]), now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Who comes, when and where, and a way to look at their photos."""
    numbers = [number for kind in OF_THE_HELPED for number in by_kind(claimed, kind)]
    wanted = reminders.still_wanted(db, help_coming(), numbers)
    coming = who_comes(db, {row.session_id for row in wanted.values()})
    return {number: _card(row, coming) for number, row in wanted.items()}


def _card(row: Any, coming: Mapping[int, list[PersonName]]) -> Card:
    begins = local(row.starts_at, row.timezone)
    about = thanks.coming(
        sessions.topic(row.topic),
        begins.date(),
        begins.time(),
        place=row.place,
        names=coming.get(row.session_id, []),
    )
    return say.help_card(about)


REMINDING = Reminding(OF_THE_HELPED, plan, cards)
