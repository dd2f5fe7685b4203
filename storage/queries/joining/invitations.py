"""Links that give a role, as they stand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from club.invitations import kept
from club.members import Role
from storage.queries.members.naming import NAMED
from storage.tables.areas import clubs
from storage.tables.chats import invitations
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """A link that has not been used and has not ended. `person_id`: whom it is for, if it says."""

    id: int
    club_id: int
    club_name: str
    role: Role
    person_id: int | None
    name: str
    made_by: int | None


def open_invitation(db: Connection, digest: str, now: datetime) -> OpenInvitation | None:
    """The invitation of this digest; None if there is none, or it was used or has ended."""
    row = db.execute(
        select(
            invitations.c.id,
            invitations.c.club_id,
            clubs.c.name.label("club_name"),
            invitations.c.role,
            invitations.c.person_id,
            NAMED,
            invitations.c.made_by,
        )
        .join(clubs, clubs.c.id == invitations.c.club_id)
        .outerjoin(persons, persons.c.id == invitations.c.person_id)
        .where(
            invitations.c.secret_hash == kept(digest),
            invitations.c.used_at.is_(None),
            invitations.c.ends_at > now,
            clubs.c.ended_on.is_(None),
        )
    ).first()
    return None if row is None else _read(row)


def _read(row: Row[Any]) -> OpenInvitation:
    return OpenInvitation(
        row.id,
        row.club_id,
        row.club_name,
        Role(row.role),
        row.person_id,
        row.name or "",
        row.made_by,
    )
