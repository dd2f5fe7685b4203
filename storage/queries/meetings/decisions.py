"""What meetings decided, who does it until when, and what became of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from club.minutes import DecisionState, Outcome, is_overdue
from storage.queries.members.naming import NAMED
from storage.tables.meetings import meetings
from storage.tables.minutes import decision_reviews, decisions, minutes
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Decision:
    """`responsible` is a person's number; None where the whole board sees to it."""

    id: int
    club_id: int
    minutes: int
    meeting: int
    decided_on: date
    is_signed: bool
    what: str
    responsible: int | None
    name: str
    until: date
    state: DecisionState
    reason: str
    settled_on: date | None

    def is_overdue(self, today: date) -> bool:
        return is_overdue(self.state, self.until, today)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a later meeting heard about a decision."""

    decision: Decision
    outcome: Outcome
    reason: str


def decision(db: Connection, club_id: int, number: int) -> Decision | None:
    found = _decisions(db, decisions.c.club_id == club_id, decisions.c.id == number)
    return found[0] if found else None


def decisions_of(db: Connection, minutes_id: int) -> list[Decision]:
    """What one meeting decided, in the order it was entered."""
    return _decisions(db, decisions.c.minutes_id == minutes_id)


def open_decisions(db: Connection, club_id: int) -> list[Decision]:
    """What is still to be done, the most pressing first."""
    found = _decisions(db, decisions.c.club_id == club_id, decisions.c.state == "open")
    return sorted(found, key=lambda each: (each.until, each.id))


def settled_decisions(db: Connection, club_id: int, most: int = 20) -> list[Decision]:
    """What was done or dropped, the latest first."""
    found = _decisions(db, decisions.c.club_id == club_id, decisions.c.state != "open")
    newest_first = sorted(found, key=lambda each: (each.settled_on or each.until, each.id))[::-1]
    return newest_first[:most]


def to_review(db: Connection, club_id: int, minutes_id: int, day: date) -> list[Decision]:
    """What the meeting of this day asks about: open from before, or settled in its minutes."""
    here = select(decision_reviews.c.decision_id).where(decision_reviews.c.minutes_id == minutes_id)
    return _decisions(
        db,
        decisions.c.club_id == club_id,
        meetings.c.held_on < day,
        or_(decisions.c.state == "open", decisions.c.id.in_(here)),
    )


def reviewed_in(db: Connection, minutes_id: int) -> list[Reviewed]:
    """What this meeting heard about what was open from before."""
    found = db.execute(
        select(decision_reviews).where(decision_reviews.c.minutes_id == minutes_id)
    ).all()
    heard = {row.decision_id: row for row in found}
    about = _decisions(db, decisions.c.id.in_(list(heard))) if heard else []
    return [
        Reviewed(each, Outcome(heard[each.id].outcome), heard[each.id].reason) for each in about
    ]


def _decisions(db: Connection, *wanted: ColumnElement[bool]) -> list[Decision]:
    found = db.execute(
        select(
            decisions,
            minutes.c.meeting_id,
            minutes.c.state.label("minutes_state"),
            meetings.c.held_on,
            NAMED,
        )
        .join(minutes, minutes.c.id == decisions.c.minutes_id)
        .join(meetings, meetings.c.id == minutes.c.meeting_id)
        .outerjoin(persons, persons.c.id == decisions.c.responsible_id)
        .where(*wanted)
        .order_by(decisions.c.id)
    )
    return [_decision(row) for row in found]


def _decision(row: Any) -> Decision:
    return Decision(
        id=row.id,
        club_id=row.club_id,
        minutes=row.minutes_id,
        meeting=row.meeting_id,
        decided_on=row.held_on,
        is_signed=row.minutes_state == "signed",
        what=row.what,
        responsible=row.responsible_id,
        name=row.name or "",
        until=row.until,
        state=DecisionState(row.state),
        reason=row.reason,
        settled_on=row.settled_on,
    )
