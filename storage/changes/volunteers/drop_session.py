"""A volunteer drops out of a support session; the next in line moves up."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.refusals import Code, Refused
from club.support import Place, require_not_begun
from storage.changes.deed import Deed
from storage.changes.volunteers.locked_session import drop, locked_session, move_up
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, signed_up


@dataclass(frozen=True, slots=True)
class SessionDropped:
    """`mine` is the place that was given back; `risen` are the persons who now have one."""

    session: Session
    mine: SignedUp
    risen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DropSession:
    """Possible until it begins: Refused(SESSION_BEGUN). NOTHING_WAITING without a place."""

    session_id: int

    def carry_out(self, db: Connection, deed: Deed) -> SessionDropped:
        session = locked_session(db, self.session_id)
        mine = mine_of(signed_up(db, session.id), deed.person_id)
        if mine is None:
            raise Refused(Code.NOTHING_WAITING)
        require_not_begun(session.planned, deed.now)
        drop(db, session, mine.person_id, deed.now)
        risen = move_up(db, session) if mine.place is Place.TAKING else ()
        return SessionDropped(locked_session(db, session.id), mine, risen)
