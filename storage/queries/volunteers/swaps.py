"""Places in support sessions that a volunteer offers to another."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from club.address import PersonName
from storage.queries.members.naming import NAMED
from storage.tables.people import persons
from storage.tables.volunteering import session_swaps


@dataclass(frozen=True, slots=True)
class Swap:
    """`offered_to` is one person, or None: any volunteer near."""

    id: int
    session_id: int
    person_id: int
    name: PersonName
    offered_to: int | None
    state: str


def swap(db: Connection, number: int) -> Swap | None:
    row = db.execute(_swaps().where(session_swaps.c.id == number)).first()
    return None if row is None else _swap(row)


def open_swap(db: Connection, session_id: int, person_id: int) -> Swap | None:
    """The offer of this volunteer's place that nobody has taken yet."""
    row = db.execute(
        _swaps().where(
            session_swaps.c.session_id == session_id,
            session_swaps.c.person_id == person_id,
            session_swaps.c.state == "open",
        )
    ).first()
    return None if row is None else _swap(row)


def _swaps() -> Any:
    return select(session_swaps, NAMED).join(persons, persons.c.id == session_swaps.c.person_id)


def _swap(row: Any) -> Swap:
    return Swap(row.id, row.session_id, row.person_id, row.name, row.offered_to, row.state)
