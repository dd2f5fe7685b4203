"""Entries of which a member says that they are not right; and who looks into what is disputed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from club.disputes import dispute_handler
from club.members import Role
from storage.queries.households import offices_held, person_in
from storage.queries.naming import NAMED
from storage.queries.officers import commune_officers
from storage.tables.books import disputes
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class EntryDispute:
    """`handler_id` looks into it: of the board, or the commune's officer, or nobody."""

    id: int
    club_id: int
    entry_id: int
    raised_by: int
    name: str
    said: str
    handler_id: int | None
    state: str


_QUERY = (
    select(
        disputes.c.id,
        disputes.c.club_id,
        disputes.c.transaction_id,
        disputes.c.raised_by,
        NAMED,
        disputes.c.said,
        disputes.c.handler_id,
        disputes.c.state,
    )
    .join(persons, persons.c.id == disputes.c.raised_by)
    .where(disputes.c.transaction_id.is_not(None))
    .order_by(disputes.c.id)
)


def entry_dispute_for(db: Connection, handler_id: int, number: int) -> EntryDispute | None:
    """One that this person was asked to look into, whatever club it is of."""
    found = _QUERY.where(disputes.c.id == number, disputes.c.handler_id == handler_id)
    row = db.execute(found).first()
    return None if row is None else EntryDispute(*row)


def open_entry_disputes_for(db: Connection, handler_id: int) -> list[EntryDispute]:
    """What waits for this person's answer, the longest waiting first."""
    wanted = (disputes.c.state == "open", disputes.c.handler_id == handler_id)
    return [EntryDispute(*row) for row in db.execute(_QUERY.where(*wanted))]


def is_disputed(db: Connection, entry_id: int) -> bool:
    """Whether somebody says already that this entry is not right, without an answer yet."""
    wanted = (disputes.c.transaction_id == entry_id, disputes.c.state == "open")
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
