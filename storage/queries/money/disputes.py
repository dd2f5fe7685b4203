"""What people have said is not right, a receipt or an entry of the books; and who looks into it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select

from club.disputes import Disputed, dispute_handler
from club.in_office import InOffice
from club.members import Role
from storage.queries.members.households import offices_held, person_in
from storage.queries.members.naming import NAMED
from storage.queries.members.officers import commune_officers
from storage.tables.books import disputes
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Dispute:
    """`subject_id` numbers the contribution or the entry that it is about.

    `handler_id` looks into it: of the board, or the commune's officer; None where nobody was left.
    """

    id: int
    club_id: int
    kind: Disputed
    subject_id: int
    raised_by: int
    name: str
    said: str
    handler_id: int | None
    state: str


COLUMN_OF: dict[Disputed, Column[Any]] = {
    Disputed.CONTRIBUTION: disputes.c.declaration_id,
    Disputed.ENTRY: disputes.c.transaction_id,
}
"""Where the number of what it is about is kept; the other column is empty."""


def dispute(db: Connection, club_id: int, number: int) -> Dispute | None:
    return _one(db, disputes.c.id == number, disputes.c.club_id == club_id)


def dispute_for(db: Connection, handler_id: int, number: int) -> Dispute | None:
    """A dispute that this person was asked to look into, whatever club it is of."""
    return _one(db, disputes.c.id == number, disputes.c.handler_id == handler_id)


def open_disputes(db: Connection, club_id: int) -> list[Dispute]:
    """Everything in the club that nobody has answered yet, the longest waiting first."""
    return _found(db, disputes.c.club_id == club_id, disputes.c.state == "open")


def open_disputes_for(db: Connection, club_id: int, person_id: int) -> list[Dispute]:
    """What waits for this person's answer, the longest waiting first."""
    return [each for each in open_disputes(db, club_id) if each.handler_id == person_id]


def open_disputes_of(db: Connection, club_id: int, person_id: int) -> list[Dispute]:
    """What this person has said is not right, without an answer yet."""
    return [each for each in open_disputes(db, club_id) if each.raised_by == person_id]


def is_disputed(db: Connection, kind: Disputed, number: int) -> bool:
    """Whether somebody says already that this is not right, without an answer yet."""
    wanted = (COLUMN_OF[kind] == number, disputes.c.state == "open")
    return db.execute(select(disputes.c.id).where(*wanted)).first() is not None


def open_dispute_count(db: Connection, club_id: int) -> int:
    """Everything that nobody has answered yet; it stands on the checklist of closing a month."""
    found = select(func.count()).where(disputes.c.club_id == club_id, disputes.c.state == "open")
    return int(db.execute(found).scalar_one())


def who_looks_into_it(
    db: Connection, club_id: int, raised_by: int, involved: Collection[int], *, today: date
) -> tuple[int | None, Role | None]:
    """Somebody of the board without a part in it; about the chair the commune's officer.

    Where Liên knows no officer, a matter of the chair's too is for the first of the board without
    a part in it; nobody where none is left (Club rules, D.4).
    """
    board = offices_held(db, club_id, today)
    officer = next(iter(commune_officers(db, club_id, today)), None)
    chairs = {each.holder.id for each in board if each.role is Role.CHAIR}
    if officer is not None and not chairs.isdisjoint(involved):
        return officer, Role.OFFICER
    office = dispute_handler(person_in(db, club_id, raised_by, today), involved, board)
    if office is not None:
        return office.holder.id, office.role
    return (None, None) if officer is None else (officer, Role.OFFICER)


def _one(db: Connection, *wanted: ColumnElement[bool]) -> Dispute | None:
    found = _found(db, *wanted)
    return found[0] if found else None


def _found(db: Connection, *wanted: ColumnElement[bool]) -> list[Dispute]:
    found = db.execute(
        select(disputes, NAMED)
        .join(persons, persons.c.id == disputes.c.raised_by)
        .where(*wanted)
        .order_by(disputes.c.id)
    )
    return [_dispute(row) for row in found]


def _dispute(row: Any) -> Dispute:
    is_entry = row.declaration_id is None
    return Dispute(
        row.id,
        row.club_id,
        Disputed.ENTRY if is_entry else Disputed.CONTRIBUTION,
        row.transaction_id if is_entry else row.declaration_id,
        row.raised_by,
        row.name,
        row.said,
        None if row.handler_id is None else InOffice(row.handler_id),
        row.state,
    )
