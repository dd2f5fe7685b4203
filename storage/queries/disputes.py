"""What members have said is not right, and who looks into it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.queries.naming import NAMED
from storage.tables.books import declarations, disputes
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Dispute:
    """`handler_id` is who looks into it; None where nobody of the board was left."""

    id: int
    club_id: int
    declaration_id: int
    raised_by: int
    name: str
    said: str
    handler_id: int | None
    state: str


# Those about an entry of the books: storage.queries.entry_disputes.
_QUERY = (
    select(
        disputes.c.id,
        disputes.c.club_id,
        disputes.c.declaration_id,
        disputes.c.raised_by,
        NAMED,
        disputes.c.said,
        disputes.c.handler_id,
        disputes.c.state,
    )
    .join(persons, persons.c.id == disputes.c.raised_by)
    .where(disputes.c.declaration_id.is_not(None))
)


def dispute(db: Connection, club_id: int, number: int) -> Dispute | None:
    row = db.execute(_QUERY.where(disputes.c.id == number, disputes.c.club_id == club_id)).first()
    return None if row is None else Dispute(*row)


def dispute_for(db: Connection, handler_id: int, number: int) -> Dispute | None:
    """A dispute that this person was asked to look into, whatever club it is of."""
    found = _QUERY.where(disputes.c.id == number, disputes.c.handler_id == handler_id)
    row = db.execute(found).first()
    return None if row is None else Dispute(*row)


def open_disputes_for(db: Connection, club_id: int, person_id: int) -> list[Dispute]:
    """What waits for this person's answer, the longest waiting first."""
    found = db.execute(
        _QUERY.where(
            disputes.c.club_id == club_id,
            disputes.c.state == "open",
            disputes.c.handler_id == person_id,
        ).order_by(disputes.c.id)
    )
    return [Dispute(*row) for row in found]


def open_disputes_of(db: Connection, club_id: int, person_id: int) -> list[Dispute]:
    """What this person has said is not right, without an answer yet."""
    found = db.execute(
        _QUERY.where(
            disputes.c.club_id == club_id,
            disputes.c.state == "open",
            disputes.c.raised_by == person_id,
        ).order_by(disputes.c.id)
    )
    return [Dispute(*row) for row in found]


def disputed(db: Connection, declaration_id: int) -> bool:
    """Whether somebody has said already that this contribution is not right, without answer yet."""
    found = select(disputes.c.id).where(
        disputes.c.declaration_id == declaration_id, disputes.c.state == "open"
    )
    return db.execute(found).first() is not None


def belongs_to(db: Connection, declaration_id: int, member_id: int) -> bool:
    """Whether the contribution is this member's own."""
    found = select(declarations.c.id).where(
        declarations.c.id == declaration_id, declarations.c.member_id == member_id
    )
    return db.execute(found).first() is not None
