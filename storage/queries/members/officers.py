"""The Association's officers of a club's commune."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, or_, select

from club.address import PersonName
from storage.among import among
from storage.queries.members.areas import AreaMap, areas_of_officer
from storage.queries.members.naming import NAMED
from storage.tables.areas import club_communes, clubs
from storage.tables.chats import chats
from storage.tables.people import officers, persons

# Whether the person of a chat is an officer for some area; binds `today`.
IS_OFFICER = (
    select(officers.c.id)
    .where(
        officers.c.person_id == chats.c.person_id,
        officers.c.from_day <= bindparam("today"),
        or_(officers.c.to_day.is_(None), officers.c.to_day >= bindparam("today")),
    )
    .correlate(chats)
    .exists()
)


@dataclass(frozen=True, slots=True)
class ClubInArea:
    id: int
    name: str
    hamlet: str


def clubs_of_officer(db: Connection, person_id: int, today: date) -> list[ClubInArea]:
    """The clubs at work in the areas of which the person is an officer today, by name."""
    later = club_communes.alias("later")
    moved_on = (
        select(later.c.id)
        .where(
            later.c.club_id == club_communes.c.club_id,
            later.c.valid_from <= today,
            later.c.valid_from > club_communes.c.valid_from,
        )
        .exists()
    )
    found = db.execute(
        select(clubs.c.id, clubs.c.name, clubs.c.hamlet)
        .join(club_communes, club_communes.c.club_id == clubs.c.id)
        .where(
            among(club_communes.c.area_id, "areas"),
            club_communes.c.valid_from <= today,
            ~moved_on,
            clubs.c.ended_on.is_(None),
        )
        .order_by(clubs.c.name, clubs.c.id),
        {"areas": list(_areas_of(db, person_id, today))},
    )
    return [ClubInArea(*row) for row in found]


def _areas_of(db: Connection, person_id: int, today: date) -> set[int]:
    """Those she is an officer of, and everything in them."""
    lines = AreaMap(db, today)
    mine = areas_of_officer(db, person_id, today)
    return {number for each in mine for number in lines.all_within(each)}


def commune_officers(db: Connection, club_id: int, today: date) -> list[int]:
    """The persons who are officers of the commune the club is in today."""
    commune = (
        select(club_communes.c.area_id)
        .where(club_communes.c.club_id == club_id, club_communes.c.valid_from <= today)
        .order_by(club_communes.c.valid_from.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = db.execute(
        select(officers.c.person_id)
        .where(
            officers.c.area_id == commune,
            officers.c.from_day <= today,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .order_by(officers.c.id)
    )
    return [int(each) for each in found.scalars()]


def officers_in(db: Connection, area_id: int, today: date) -> list[tuple[int, PersonName, date]]:
    """Who is an officer of this very area today: number, name, since when."""
    found = db.execute(
        select(officers.c.person_id, NAMED, officers.c.from_day)
        .join(persons, persons.c.id == officers.c.person_id)
        .where(
            officers.c.area_id == area_id,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .order_by(officers.c.from_day, officers.c.id)
    )
    return [(row[0], row[1], row[2]) for row in found]
