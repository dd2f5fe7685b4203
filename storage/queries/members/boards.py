"""Who holds which office."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, or_, select

from club.in_office import InOffice
from storage.queries.members.naming import NAMED
from storage.tables.people import offices, persons


@dataclass(frozen=True, slots=True)
class Officeholder:
    person_id: int  # InOffice
    name: str
    phone: str
    role: str


# Who is asked first when somebody is to be phoned.
_ORDER = ("secretary", "chair", "deputy", "bookkeeper", "cashier")


# Nearly every command asks it, so the statement is built once.
_BOARD = (
    select(persons.c.id, NAMED, persons.c.phone, offices.c.role)
    .join(persons, persons.c.id == offices.c.person_id)
    .where(
        offices.c.club_id == bindparam("of_club"),
        or_(*(offices.c.role == role for role in _ORDER)),
        offices.c.from_day <= bindparam("today"),
        or_(offices.c.to_day.is_(None), offices.c.to_day >= bindparam("today")),
    )
    .order_by(offices.c.id)
)


def board(db: Connection, club_id: int, today: date) -> list[Officeholder]:
    """The board of today, in the order of their offices' numbers."""
    found = db.execute(_BOARD, {"of_club": club_id, "today": today})
    return [Officeholder(InOffice(row.id), row.name, row.phone or "", row.role) for row in found]


def holders(db: Connection, club_id: int, today: date, *roles: str) -> list[int]:
    """The persons who hold one of these offices today, as `InOffice`."""
    return [each.person_id for each in board(db, club_id, today) if each.role in roles]


def board_phone(db: Connection, club_id: int, today: date, *, but_not: int) -> Officeholder | None:
    """A board member with a phone number, the secretary first."""
    reachable = [
        each for each in board(db, club_id, today) if each.phone and each.person_id != but_not
    ]
    return min(reachable, key=lambda each: _ORDER.index(each.role), default=None)
