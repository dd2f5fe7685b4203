"""Who of the Association has looked at a club's figures, or at the sheet of its commune."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, or_, select

from club.address import PersonName
from club.calendar import day_in_zone
from storage.queries.members.naming import NAMED
from storage.tables.areas import areas, club_communes, clubs
from storage.tables.people import persons
from storage.tables.trail import audit


@dataclass(frozen=True, slots=True)
class Look:
    """`commune` is empty where it was the club's own sheet; `span` as "2026-Q3"."""

    name: PersonName
    day: date
    span: str
    commune: str


def looks_at(db: Connection, club_id: int, most: int) -> list[Look]:
    """The newest first, at most so many; a sheet looked at again on a day is one look."""
    communes = {
        row.area_id: row.name
        for row in db.execute(
            select(club_communes.c.area_id, areas.c.name)
            .join(areas, areas.c.id == club_communes.c.area_id)
            .where(club_communes.c.club_id == club_id)
        )
    }
    zone = db.execute(select(clubs.c.timezone).where(clubs.c.id == club_id)).scalar_one()
    of_commune = [
        and_(audit.c.club_id.is_(None), audit.c.subject.startswith(f"{each} ")) for each in communes
    ]
    found = db.execute(
        select(NAMED, audit.c.at, audit.c.subject, audit.c.club_id)
        .join(persons, persons.c.id == audit.c.person_id)
        .where(audit.c.deed == "saw_rollup", or_(audit.c.club_id == club_id, *of_commune))
        .order_by(audit.c.id.desc())
        .limit(most * 5)
    )
    looks = dict.fromkeys(
        Look(row[0], _day(row.at, zone), _span(row), _commune(row, communes)) for row in found
    )
    return list(looks)[:most]


def _day(at: datetime, zone: str) -> date:
    return day_in_zone(at, ZoneInfo(zone))


def _span(row: object) -> str:
    return str(getattr(row, "subject", "")).rpartition(" ")[2]


def _commune(row: object, communes: dict[int, str]) -> str:
    if getattr(row, "club_id", None) is not None:
        return ""
    number = str(getattr(row, "subject", "")).partition(" ")[0]
    return communes.get(int(number), "")
