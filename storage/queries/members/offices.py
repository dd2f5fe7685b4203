"""Every office of a club that is held today, group leaders and checkers too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from club.members import Role
from club.offices import Holding
from storage.queries.members.naming import NAMED
from storage.tables.people import members, offices, persons


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office, who holds it and since when."""

    office_id: int
    person_id: int
    name: str
    role: Role
    since: date

    @property
    def holding(self) -> Holding:
        return Holding(self.office_id, self.person_id, self.role)


def held_offices(db: Connection, club_id: int, today: date) -> list[HeldOffice]:
    """In the order of the roles, the longest held first."""
    found = db.execute(
        select(offices.c.id, persons.c.id, NAMED, offices.c.role, offices.c.from_day)
        .join(persons, persons.c.id == offices.c.person_id)
        .where(
            offices.c.club_id == club_id,
            offices.c.from_day <= today,
            or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
        )
        .order_by(offices.c.from_day, offices.c.id)
    )
    held = [HeldOffice(row[0], row[1], row[2], Role(row[3]), row[4]) for row in found]
    order = list(Role)
    return sorted(held, key=lambda each: order.index(each.role))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member of the club, as somebody looks for her by name."""

    member_id: int
    person_id: int
    name: str
    birth_year: int | None
    hamlet: str


def candidates(db: Connection, club_id: int) -> Sequence[Candidate]:
    """Every member of the club, by name."""
    found = db.execute(
        select(members.c.id, persons.c.id, NAMED, persons.c.birth_year, persons.c.hamlet)
        .join(persons, persons.c.id == members.c.person_id)
        .where(members.c.club_id == club_id, members.c.state == "member")
        .order_by(persons.c.name, members.c.id)
    )
    return [Candidate(*row) for row in found]
