"""Links that make somebody an officer of an area, as they stand."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from club.invitations import kept
from storage.tables.areas import areas
from storage.tables.chats import invitations


@dataclass(frozen=True, slots=True)
class OfficerLink:
    """A link that has not been used and has not ended."""

    id: int
    area_id: int
    area_name: str


def officer_link(db: Connection, digest: str, now: datetime) -> OfficerLink | None:
    """The link of this digest; None if there is none, or it was used or has ended."""
    row = db.execute(
        select(invitations.c.id, areas.c.id, areas.c.name)
        .join(areas, areas.c.id == invitations.c.area_id)
        .where(
            invitations.c.secret_hash == kept(digest),
            invitations.c.used_at.is_(None),
            invitations.c.ends_at > now,
        )
    ).first()
    return None if row is None else OfficerLink(row[0], row[1], row[2])
