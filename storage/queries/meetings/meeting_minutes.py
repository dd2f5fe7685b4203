"""The minutes of meetings: what is written, who wrote it, and what is still missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from club.meetings import MinutesPart
from club.minutes import Known, known_again
from storage.queries.meetings.meetings import Meeting, meeting
from storage.queries.members.naming import NAMED
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals
from storage.tables.meetings import meetings
from storage.tables.minutes import minutes, minutes_addenda, minutes_parts
from storage.tables.people import persons

DAYS_ON_THE_LIST = 45
"""So long minutes that are missing stand on the board's list; older ones the summary names."""


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part that was written or, with no words, passed over. `version`: how often."""

    words: str
    version: int
    by: int | None
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added after the signing."""

    words: str
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting; `number` is None while nobody has begun them.

    known: the figures as they were frozen when the minutes were finished.
    """

    meeting: Meeting
    number: int | None = None
    state: str = "open"
    ended_at: time | None = None
    known: Known | None = None
    finished_by: int | None = None
    signed_by: int | None = None
    signed_at: datetime | None = None
    parts: Mapping[MinutesPart, WrittenPart] = field(default_factory=dict)
    addenda: tuple[Addendum, ...] = ()

    @property
    def is_signed(self) -> bool:
        return self.state == "signed"

    def version_of(self, part: MinutesPart) -> int:
        return self.parts[part].version if part in self.parts else 0

    def words_of(self, part: MinutesPart) -> str:
        return self.parts[part].words if part in self.parts else ""


def minutes_of(db: Connection, club_id: int, meeting_id: int) -> Minutes | None:
    """The minutes of a meeting of this club, begun or not; None for no such meeting."""
    about = meeting(db, club_id, meeting_id)
    if about is None:
        return None
    row = db.execute(select(minutes).where(minutes.c.meeting_id == meeting_id)).first()
    return Minutes(about) if row is None else _minutes(db, about, row)


def minutes_numbered(db: Connection, club_id: int, number: int) -> Minutes | None:
    """The minutes by their own number."""
    found = select(minutes.c.meeting_id).where(minutes.c.id == number, minutes.c.club_id == club_id)
    meeting_id = db.execute(found).scalar()
    return None if meeting_id is None else minutes_of(db, club_id, meeting_id)


def _minutes(db: Connection, about: Meeting, row: Any) -> Minutes:
    return Minutes(
        meeting=about,
        number=row.id,
        state=row.state,
        ended_at=None if row.ended_at is None else time.fromisoformat(row.ended_at),
        known=None if row.known is None else known_again(row.known),
        finished_by=row.finished_by,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        parts=_parts(db, row.id),
        addenda=_addenda(db, row.id),
    )


def _parts(db: Connection, number: int) -> dict[MinutesPart, WrittenPart]:
    found = db.execute(
        select(minutes_parts, NAMED)
        .outerjoin(persons, persons.c.id == minutes_parts.c.written_by)
        .where(minutes_parts.c.minutes_id == number)
    )
    return {
        MinutesPart(row.part): WrittenPart(
            row.words, row.version, row.written_by, row.name or "", row.written_at
        )
        for row in found
    }


def _addenda(db: Connection, number: int) -> tuple[Addendum, ...]:
    found = db.execute(
        select(minutes_addenda.c.words, minutes_addenda.c.added_on, NAMED)
        .outerjoin(persons, persons.c.id == minutes_addenda.c.added_by)
        .where(minutes_addenda.c.minutes_id == number)
        .order_by(minutes_addenda.c.id)
    )
    return tuple(Addendum(row.words, row.added_on, row.name or "") for row in found)


def signature_awaited(db: Connection, club_id: int, number: int | None) -> Proposal | None:
    """What asks for the signature under these minutes, while it waits."""
    if number is None:
        return None
    waiting = waiting_proposals(db, club_id, ProposalKind.MINUTES)
    return next((each for each in waiting if each.subject_id == number), None)


def without_minutes(db: Connection, club_id: int, today: date) -> list[Meeting]:
    """Meetings of the last weeks that were held and whose minutes are not signed, oldest first."""
    since = today - timedelta(days=DAYS_ON_THE_LIST)
    return _held(
        db,
        meetings.c.club_id == club_id,
        meetings.c.held_on >= since,
        meetings.c.held_on <= today,
        (minutes.c.id.is_(None)) | (minutes.c.state != "signed"),
    )


def with_signed_minutes(db: Connection, club_id: int) -> list[Meeting]:
    """Meetings whose minutes are signed, the latest first."""
    return _held(db, meetings.c.club_id == club_id, minutes.c.state == "signed")[::-1]


def meeting_of_day(db: Connection, club_id: int, day: date) -> Meeting | None:
    """The meeting held on this day."""
    found = _held(db, meetings.c.club_id == club_id, meetings.c.held_on == day)
    return found[0] if found else None


def _held(db: Connection, club: ColumnElement[bool], *wanted: ColumnElement[bool]) -> list[Meeting]:
    found = db.execute(
        select(meetings.c.id, meetings.c.club_id)
        .outerjoin(minutes, minutes.c.meeting_id == meetings.c.id)
        .where(club, meetings.c.state == "held", *wanted)
        .order_by(meetings.c.held_on, meetings.c.id)
    ).all()
    there = [meeting(db, row.club_id, row.id) for row in found]
    return [each for each in there if each is not None]
