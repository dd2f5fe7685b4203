"""What stands beside the roll of a meeting: guests, and what was corrected by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from club.address import PersonName
from club.meetings import Guests
from storage.queries.members.naming import NAMED
from storage.tables.attending import meeting_guests, roll_corrections
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class Correction:
    """After the roll was taken somebody was noted as present or absent instead."""

    who: PersonName
    present: bool
    changed_at: datetime
    by: PersonName


def guests_of(db: Connection, meeting_id: int) -> list[tuple[Guests, int]]:
    """Guests by kind, in the order in which they were noted."""
    found = db.execute(
        select(meeting_guests.c.kind, meeting_guests.c.people)
        .where(meeting_guests.c.meeting_id == meeting_id)
        .order_by(meeting_guests.c.id)
    )
    return [(Guests(row.kind), row.people) for row in found]


def corrections_of(db: Connection, meeting_id: int, most: int) -> list[Correction]:
    """The newest corrections, the newest first."""
    rows = db.execute(
        select(
            NAMED,
            roll_corrections.c.present,
            roll_corrections.c.changed_at,
            roll_corrections.c.changed_by,
        )
        .join(members, members.c.id == roll_corrections.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(roll_corrections.c.meeting_id == meeting_id)
        .order_by(roll_corrections.c.id.desc())
        .limit(most)
    ).all()
    by = {row.changed_by for row in rows if row.changed_by is not None}
    found = db.execute(select(persons.c.id, NAMED).where(persons.c.id.in_(by)))
    names = {row.id: row.name for row in found}
    return [
        Correction(row.name, row.present, row.changed_at, names.get(row.changed_by, PersonName("")))
        for row in rows
    ]
