"""A support session that is about to change, locked until the transaction ends."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from club.refusals import Code, Refused
from club.support import Place, who_moves_up
from storage.queries.volunteers.sessions import Session, SignedUp, session, signed_up
from storage.tables.sessions import signups, support_sessions
from storage.tables.volunteering import session_swaps


def locked_session(db: Connection, session_id: int) -> Session:
    """The session as it stands; whoever else wants to change it waits. That holds the capacity.

    Refused(NOT_FOUND) when there is none, or when it has been called off.
    """
    db.execute(
        select(support_sessions.c.id).where(support_sessions.c.id == session_id).with_for_update()
    )
    found = session(db, session_id)
    if found is None or found.state == "cancelled":
        raise Refused(Code.NOT_FOUND)
    return found


def move_up(db: Connection, of: Session) -> tuple[int, ...]:
    """Gives free places to those who wait, first come first; returns their persons' numbers."""
    people = signed_up(db, of.id)
    waiting = _persons(people, Place.WAITING)
    taken = len(_persons(people, Place.TAKING))
    risen = who_moves_up(of.planned, taken=taken, waiting=waiting)
    if risen:
        db.execute(
            update(signups)
            .where(signups.c.session_id == of.id, signups.c.person_id.in_(risen))
            .values(place=Place.TAKING.value, agreed_move=of.moved)
        )
    return tuple(risen)


def close_swaps(
    db: Connection, session_id: int, now: datetime, *, person_id: int | None = None
) -> None:
    """Offers of a place in the session, of one person or of all, can be taken up no more."""
    whose = () if person_id is None else (session_swaps.c.person_id == person_id,)
    db.execute(
        update(session_swaps)
        .where(session_swaps.c.session_id == session_id, session_swaps.c.state == "open", *whose)
        .values(state="over", ended_at=now)
    )


def drop(db: Connection, of: Session, person_id: int, now: datetime, *, why: str = "") -> None:
    """The name is off, and what hung on it."""
    db.execute(
        update(signups)
        .where(signups.c.session_id == of.id, signups.c.person_id == person_id)
        .values(place="dropped", why=why or None)
    )
    close_swaps(db, of.id, now, person_id=person_id)


def _persons(people: Sequence[SignedUp], place: Place) -> list[int]:
    return [each.person_id for each in people if each.place is place]
