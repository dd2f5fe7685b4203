"""Three days before the meeting the silent are asked; that morning who comes is reminded."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from club.calendar import day_in_zone
from club.reminders import Kind, due_at
from messages.cards import Card
from messages.meetings import meetings as say
from scheduler.reminding import Reminding, Span, by_kind, due_of, local
from storage import reminders
from storage.queries import Connection
from storage.queries.reminding import reminding
from storage.queries.reminding.reminding import Start
from storage.reminders import Claimed, Times


def plan(db: Connection, span: Span) -> None:
    """Everything about meetings that begin within the span.

    Of one that was moved further away it is asked anew when it is near.
    """
    near = reminders.begun_by(reminding.meeting_not_answered(), span.until)
    reminders.withdraw(db, Kind.MEETING_SOON, near)
    reminders.withdraw(db, Kind.MEETING_TODAY, reminding.meeting_agreed())
    for start in reminding.meeting_starts(db, span.now, span.until):
        zone = local(start.at, start.timezone).tzinfo
        assert zone is not None
        day = day_in_zone(start.at, zone)
        soon = due_of(due_at(Kind.MEETING_SOON, day, zone), Kind.MEETING_SOON)
        today = due_of(due_at(Kind.MEETING_TODAY, day, zone), Kind.MEETING_TODAY)
        # The question has its sense until the morning of the meeting.
        _plan_soon(db, start, soon, ends=min(start.at, today or start.at), now=span.now)
        _plan_today(db, start, today, now=span.now)


def _plan_soon(
    db: Connection, start: Start, due: datetime | None, *, ends: datetime, now: datetime
) -> None:
    if due is None or due >= ends or ends <= now:
        return
    wanted = reminding.beginning(reminding.meeting_not_answered(), start)
    reminders.plan(db, Kind.MEETING_SOON, wanted, Times(due, ends), now=now)


def _plan_today(db: Connection, start: Start, due: datetime | None, *, now: datetime) -> None:
    # Before seven in the morning nothing goes out: an early meeting is not reminded of.
    if due is None or due >= start.at:
        return
    agreed = reminding.beginning(reminding.meeting_agreed(), start)
    wanted = reminding.agreed_before(agreed, due)
    reminders.plan(db, Kind.MEETING_TODAY, wanted, Times(due, start.at), now=now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """The question or the reminder, each with the buttons to answer or to change the answer."""
    asked = reminders.still_wanted(
        db, reminding.meeting_not_answered(), by_kind(claimed, Kind.MEETING_SOON)
    )
    coming = reminders.still_wanted(
        db, reminding.meeting_agreed(), by_kind(claimed, Kind.MEETING_TODAY)
    )
    return {number: _card(row, now) for number, row in (asked | coming).items()}


def _card(row: Any, now: datetime) -> Card:
    begins = local(row.starts_at, row.timezone)
    is_today = row.answer is not None and local(now, row.timezone).date() == begins.date()
    facts = {"time": begins.time(), "place": row.place, "talk": row.talk, "bring": row.bring}
    question = say.is_today(**facts) if is_today else say.will_you_come(day=row.held_on, **facts)
    return say.invitation(row.meeting_id, question)


REMINDING = Reminding((Kind.MEETING_SOON, Kind.MEETING_TODAY), plan, cards)
