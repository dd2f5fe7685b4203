"""What people are in clubs: their memberships, with the offices held today."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select

from storage.among import among
from storage.tables.areas import clubs
from storage.tables.people import members, offices


@dataclass(frozen=True, slots=True)
class Membership:
    """What a person is in one club."""

    member_id: int
    club_id: int
    club_name: str
    timezone: str
    practice: bool
    state: str
    roles: frozenset[str]


def memberships(
    db: Connection, person_ids: Collection[int], today: date
) -> dict[int, list[Membership]]:
    """What each person is, club by club, with the offices held today."""
    if not person_ids:
        return {}
    found = db.execute(_MEMBERSHIPS, {"person_ids": list(person_ids), "today": today})
    gathered: dict[int, dict[int, tuple[Any, set[str]]]] = {}
    for row in found:
        _, roles = gathered.setdefault(row.person_id, {}).setdefault(row.member_id, (row, set()))
        if row.role is not None:
            roles.add(row.role)
    return {
        person_id: [_membership(row, roles) for row, roles in clubs_of.values()]
        for person_id, clubs_of in gathered.items()
    }


_MEMBERSHIPS = (
    select(
        members.c.person_id,
        members.c.id.label("member_id"),
        members.c.club_id,
        clubs.c.name,
        clubs.c.timezone,
        clubs.c.practice,
        members.c.state,
        offices.c.role,
    )
    .select_from(
        members.join(clubs, clubs.c.id == members.c.club_id).outerjoin(
            offices,
            and_(
                offices.c.club_id == members.c.club_id,
                offices.c.person_id == members.c.person_id,
                offices.c.from_day <= bindparam("today"),
                or_(offices.c.to_day.is_(None), offices.c.to_day >= bindparam("today")),
            ),
        )
    )
    .where(
        among(members.c.person_id, "person_ids"),
        or_(members.c.state == "asked", members.c.state == "member"),
    )
    .order_by(members.c.id)
)


def _membership(row: Any, roles: set[str]) -> Membership:
    return Membership(
        member_id=row.member_id,
        club_id=row.club_id,
        club_name=row.name,
        timezone=row.timezone,
        practice=row.practice,
        state=row.state,
        roles=frozenset(roles),
    )
