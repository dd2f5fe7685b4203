"""Young volunteers, and who is near a club."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from storage.queries.members.naming import NAMED
from storage.tables.areas import areas, club_communes, clubs
from storage.tables.people import persons, volunteers
from storage.tables.sessions import signups, support_sessions
from storage.tables.volunteering import parent_consents, volunteer_blocks


@dataclass(frozen=True, slots=True)
class Volunteer:
    """`commune` is the area's number, None where only the hamlet is known."""

    person_id: int
    name: str
    birth_year: int | None
    teaches: tuple[str, ...]
    hamlet: str
    commune: int | None
    vouched: bool
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commune:
    id: int
    name: str
    province: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is known of a person who becomes a volunteer."""

    name: str
    birth_year: int | None
    phone: str


def volunteer(db: Connection, person_id: int) -> Volunteer | None:
    """The volunteer with this number, if the person is one."""
    row = db.execute(_volunteers().where(volunteers.c.person_id == person_id)).first()
    return None if row is None else _volunteer(row)


def volunteers_near(
    db: Connection, club_id: int, hamlet: str, topic: str, *, language: str = ""
) -> list[Volunteer]:
    """Volunteers of the club's commune, or of this hamlet, who can help with the topic.

    They speak the language that is needed, and the club's board has not blocked them.
    """
    communes = select(club_communes.c.area_id).where(club_communes.c.club_id == club_id)
    hamlets = select(clubs.c.hamlet).where(clubs.c.id == club_id)
    near = or_(
        volunteers.c.area_id.in_(communes),
        and_(
            volunteers.c.area_id.is_(None),
            or_(volunteers.c.hamlet == hamlet, volunteers.c.hamlet.in_(hamlets)),
        ),
    )
    found = db.execute(_volunteers().where(near, ~_blocked(club_id)).order_by(volunteers.c.id))
    return [
        each
        for row in found
        if topic in (each := _volunteer(row)).teaches
        and (not language or language in each.languages)
    ]


def volunteers_of_club(db: Connection, club_id: int) -> list[Volunteer]:
    """Everybody who ever signed up for a session of the club, by number; those who ended too."""
    signed = (
        select(signups.c.person_id)
        .join(support_sessions, support_sessions.c.id == signups.c.session_id)
        .where(support_sessions.c.club_id == club_id)
    )
    found = db.execute(
        _volunteers(ended=True).where(volunteers.c.person_id.in_(signed)).order_by(volunteers.c.id)
    )
    return [_volunteer(row) for row in found]


def is_blocked(db: Connection, club_id: int, person_id: int) -> bool:
    """Whether this club's board does not let the volunteer take part at present."""
    found = db.execute(
        select(volunteer_blocks.c.id).where(
            volunteer_blocks.c.club_id == club_id,
            volunteer_blocks.c.person_id == person_id,
            volunteer_blocks.c.ended_at.is_(None),
        )
    )
    return found.first() is not None


def _blocked(club_id: int) -> ColumnElement[bool]:
    return exists().where(
        volunteer_blocks.c.club_id == club_id,
        volunteer_blocks.c.person_id == volunteers.c.person_id,
        volunteer_blocks.c.ended_at.is_(None),
    )


def parents_yes(db: Connection, code: str, birth_year: int, now: datetime) -> bool:
    """Whether a parent has said yes under this code to somebody born in that year."""
    found = db.execute(
        select(parent_consents.c.id).where(
            parent_consents.c.code == code,
            parent_consents.c.birth_year == birth_year,
            parent_consents.c.used_by.is_(None),
            parent_consents.c.ends_at > now,
        )
    )
    return found.first() is not None


def not_vouched_for(db: Connection, club_id: int, now: datetime) -> list[Volunteer]:
    """Volunteers with a place in a coming session of the club for whom nobody has vouched."""
    found = db.execute(
        _volunteers()
        .where(
            volunteers.c.vouched_by.is_(None),
            volunteers.c.person_id.in_(
                select(signups.c.person_id)
                .join(support_sessions, support_sessions.c.id == signups.c.session_id)
                .where(
                    support_sessions.c.club_id == club_id,
                    support_sessions.c.state == "open",
                    support_sessions.c.starts_at > now,
                    signups.c.place == "taking",
                )
            ),
        )
        .order_by(volunteers.c.id)
    )
    return [_volunteer(row) for row in found]


def alone_in_a_home(db: Connection, club_id: int, now: datetime) -> list[tuple[int, int]]:
    """Coming sessions in a home with one volunteer so far: the session and that person."""
    found = db.execute(
        select(support_sessions.c.id, func.min(signups.c.person_id).label("person_id"))
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .where(
            support_sessions.c.club_id == club_id,
            support_sessions.c.state == "open",
            support_sessions.c.starts_at > now,
            support_sessions.c.at_home.is_(True),
            signups.c.place == "taking",
        )
        .group_by(support_sessions.c.id)
        .having(func.count() == 1)
        .order_by(support_sessions.c.id)
    )
    return [(row.id, row.person_id) for row in found]


def in_the_commune_of(
    who: Volunteer, club_id: ColumnElement[Any], hamlet: ColumnElement[Any]
) -> ColumnElement[bool]:
    """The condition that something of this club, in this hamlet, is near the volunteer."""
    # Aliases: whoever asks may have these tables in the question already.
    if who.commune is not None:
        there = club_communes.alias()
        return exists().where(there.c.club_id == club_id, there.c.area_id == who.commune)
    home = clubs.alias()
    same = exists().where(home.c.id == club_id, home.c.hamlet == who.hamlet)
    return or_(hamlet == who.hamlet, same)


def communes_with_clubs(db: Connection) -> list[Commune]:
    """Every commune in which a club is at work, by name."""
    province = areas.alias("province")
    found = db.execute(
        select(areas.c.id, areas.c.name, province.c.name.label("province"))
        .select_from(areas.outerjoin(province, province.c.id == areas.c.parent_id))
        .where(
            areas.c.id.in_(
                select(club_communes.c.area_id)
                .join(clubs, clubs.c.id == club_communes.c.club_id)
                .where(clubs.c.ended_on.is_(None))
            )
        )
        .order_by(areas.c.name, areas.c.id)
    )
    return [Commune(row.id, row.name, row.province or "") for row in found]


def known_person(db: Connection, person_id: int) -> KnownPerson:
    row = db.execute(
        select(persons.c.name, persons.c.birth_year, persons.c.phone).where(
            persons.c.id == person_id
        )
    ).one()
    return KnownPerson(row.name, row.birth_year, row.phone or "")


def _volunteers(*, ended: bool = False) -> Any:
    all_ = select(
        volunteers.c.person_id,
        NAMED,
        persons.c.birth_year,
        volunteers.c.teaches,
        volunteers.c.hamlet,
        volunteers.c.area_id,
        volunteers.c.vouched_by,
        volunteers.c.languages,
    ).join(persons, persons.c.id == volunteers.c.person_id)
    return all_ if ended else all_.where(volunteers.c.ended_on.is_(None))


def _volunteer(row: Any) -> Volunteer:
    teaches: Sequence[str] = row.teaches
    return Volunteer(
        person_id=row.person_id,
        name=row.name,
        birth_year=row.birth_year,
        teaches=tuple(teaches),
        hamlet=row.hamlet,
        commune=row.area_id,
        vouched=row.vouched_by is not None,
        languages=tuple(row.languages or ()),
    )
