"""Deaths as the board has recorded them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.board_life import deaths
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Death:
    """`state` is recorded, confirmed or undone; `recorded_in` the account it was said on."""

    id: int
    club_id: int
    person_id: int
    member_id: int
    name: PersonName
    died_on: date
    recorded_by: int
    recorded_in: int
    state: str


def death(db: Connection, club_id: int, number: int) -> Death | None:
    return _newest(db, deaths.c.id == number, deaths.c.club_id == club_id)


def death_of_person(db: Connection, person_id: int) -> Death | None:
    """The record that stands; None of the living."""
    return _newest(db, deaths.c.person_id == person_id, deaths.c.state != "undone")


def death_of_member(db: Connection, club_id: int, member_id: int) -> Death | None:
    """The record that stands in this club."""
    wanted = (deaths.c.member_id == member_id, deaths.c.state != "undone")
    return _newest(db, deaths.c.club_id == club_id, *wanted)


def deaths_to_confirm(db: Connection, club_id: int) -> list[Death]:
    """Those that one of the board has recorded, the longest waiting first."""
    return _deaths(db, deaths.c.club_id == club_id, deaths.c.state == "recorded")


def _newest(db: Connection, *wanted: ColumnElement[bool]) -> Death | None:
    found = _deaths(db, *wanted)
    return found[-1] if found else None


def _deaths(db: Connection, *wanted: ColumnElement[bool]) -> list[Death]:
    found = db.execute(
        select(
            deaths.c.id, deaths.c.club_id, deaths.c.person_id, deaths.c.member_id, NAMED,
            deaths.c.died_on, deaths.c.recorded_by, deaths.c.recorded_in, deaths.c.state,
        )
        .join(persons, persons.c.id == deaths.c.person_id)
        .where(*wanted)
        .order_by(deaths.c.id)
    )  # fmt: skip
    return [Death(*row) for row in found]
