"""Two weeks before, the meeting that the club's rule brings is planned, and the board told once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from club.calendar import day_in_zone
from club.reminders import Kind, due_at
from messages.cards import Card
from messages.meetings import usual_meetings as say
from scheduler.reminding import Reminding, Span, by_kind, day_of, due_of, local
from storage import reminders
from storage.changes.meetings.plan_usual_meetings import UsualMeetingPlanned, plan_usual_meetings
from storage.queries import Connection
from storage.queries.meetings.meetings import other_in_month_of
from storage.queries.reminding.reminding_usual import about_meeting, usual_meeting_planned
from storage.reminders import Claimed, Times


def plan(db: Connection, span: Span) -> None:
    """What nobody has planned yet; after a standstill only meetings that are still to come."""
    wanted = usual_meeting_planned(span.now.date())
    reminders.withdraw(db, Kind.MEETING_PLANNED, wanted)
    for made in plan_usual_meetings(db, span.now):
        _tell_board(db, made, span)


def _tell_board(db: Connection, made: UsualMeetingPlanned, span: Span) -> None:
    zone = local(span.now, made.timezone).tzinfo
    assert zone is not None
    found = due_at(Kind.MEETING_PLANNED, day_in_zone(span.now, zone), zone)
    due = due_of(found, Kind.MEETING_PLANNED)
    if due is None or due >= made.begins:
        return
    boards = usual_meeting_planned(day_of(span, made.timezone))
    wanted = about_meeting(boards, made.meeting_id)
    times = Times(due, made.begins)
    reminders.plan(db, Kind.MEETING_PLANNED, wanted, times, now=span.now)


def cards(db: Connection, claimed: Sequence[Claimed], now: datetime) -> dict[int, Card]:
    """Day, hour and place, with the way to change them; nothing once somebody has."""
    wanted = reminders.still_wanted(
        db,
        usual_meeting_planned(now.date()),
        by_kind(claimed, Kind.MEETING_PLANNED),
    )
    return {number: _card(db, row) for number, row in wanted.items()}


def _card(db: Connection, row: Any) -> Card:
    begins = local(row.starts_at, row.timezone)
    first = other_in_month_of(db, row.club_id, row.held_on, but_not=row.meeting_id)
    return say.usual_card(
        row.meeting_id,
        say.usual_planned(
            row.held_on,
            begins.time(),
            row.place,
            beside=None if first is None else first.day,
        ),
    )


REMINDING = Reminding((Kind.MEETING_PLANNED,), plan, cards)
