"""Where somebody is found when help has to come: name, hamlet, phone."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Whereabouts:
    name: PersonName
    hamlet: str
    phone: str


def whereabouts(db: Connection, person_id: int) -> Whereabouts:
    """What is known of where this person is."""
    row = db.execute(
        select(NAMED, persons.c.hamlet, persons.c.phone).where(persons.c.id == person_id)
    ).one()
    return Whereabouts(row.name, row.hamlet or "", row.phone or "")
