"""A support session is called off, moved to another time, or made larger or smaller."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection, update

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place, require_not_begun, who_goes_to_the_line
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.changes.volunteers.locked_session import close_swaps, locked_session, move_up
from storage.changes.volunteers.open_session import begins_at
from storage.queries.volunteers.hours import asked_for
from storage.queries.volunteers.sessions import Session, SignedUp, signed_up
from storage.tables.sessions import help_requests, signups, support_sessions


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    """`people` had a place or waited; `asked` are the members whom it was to help."""

    session: Session
    people: tuple[SignedUp, ...]
    asked: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CancelSession:
    """The session does not take place. Requests it was opened for are open again."""

    session_id: int
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> SessionCancelled:
        cancelled = _of_the_board(db, deed, self.session_id)
        asked = tuple(person_id for person_id, _ in asked_for(db, cancelled.id))
        _change(db, cancelled, state="cancelled", reason=self.reason)
        close_swaps(db, cancelled.id, deed.now)
        db.execute(
            update(help_requests)
            .where(help_requests.c.session_id == cancelled.id)
            .values(state="open", session_id=None)
        )
        people = tuple(signed_up(db, cancelled.id))
        return SessionCancelled(cancelled, people, asked, self.reason)


@dataclass(frozen=True, slots=True)
class SessionMoved:
    """`before` is the session as it was."""

    before: Session
    session: Session
    people: tuple[SignedUp, ...]
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MoveSession:
    """Another day and time: whoever has a place is asked again. Refused(NOTHING_CHANGED)."""

    session_id: int
    day: date
    at: time

    def carry_out(self, db: Connection, deed: Deed) -> SessionMoved:
        before = _of_the_board(db, deed, self.session_id)
        begins = begins_at(db, before.club_id, self.day, self.at, now=deed.now)
        if begins == before.begins:
            raise Refused(Code.NOTHING_CHANGED)
        _change(db, before, starts_at=begins, moved=before.moved + 1)
        moved = locked_session(db, before.id)
        asked = tuple(person_id for person_id, _ in asked_for(db, moved.id))
        return SessionMoved(before, moved, tuple(signed_up(db, moved.id)), asked)


@dataclass(frozen=True, slots=True)
class NewTimeAgreed:
    session: Session
    volunteer: SignedUp


@dataclass(frozen=True, slots=True)
class AgreeToNewTime:
    """A volunteer with a place says yes to the time the session was moved to."""

    session_id: int

    def carry_out(self, db: Connection, deed: Deed) -> NewTimeAgreed:
        session = locked_session(db, self.session_id)
        require_not_begun(session.planned, deed.now)
        mine = [each for each in signed_up(db, session.id) if each.person_id == deed.person_id]
        if not mine or mine[0].place is not Place.TAKING:
            raise Refused(Code.NOTHING_WAITING)
        db.execute(
            update(signups)
            .where(signups.c.session_id == session.id, signups.c.person_id == deed.person)
            .values(agreed_move=session.moved)
        )
        return NewTimeAgreed(session, mine[0])


@dataclass(frozen=True, slots=True)
class CapacityChanged:
    """`in_line` lost their places to the waiting line, `risen` got one."""

    session: Session
    in_line: tuple[SignedUp, ...]
    risen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeCapacity:
    """More volunteers or fewer. `in_line` are those of whom it was said that they lose the place.

    Refused(BOOKS_CHANGED) where they are others meanwhile; NOTHING_CHANGED for the same number.
    """

    session_id: int
    capacity: int
    in_line: tuple[int, ...]

    def carry_out(self, db: Connection, deed: Deed) -> CapacityChanged:
        before = _of_the_board(db, deed, self.session_id)
        if self.capacity == before.capacity:
            raise Refused(Code.NOTHING_CHANGED)
        taking = [each for each in signed_up(db, before.id) if each.place is Place.TAKING]
        leaving = who_goes_to_the_line(taking, self.capacity)
        if tuple(each.person_id for each in leaving) != self.in_line:
            raise Refused(Code.BOOKS_CHANGED)
        _change(db, before, capacity=self.capacity)
        db.execute(
            update(signups)
            .where(signups.c.session_id == before.id, signups.c.person_id.in_(self.in_line))
            .values(place=Place.WAITING.value)
        )
        risen = move_up(db, locked_session(db, before.id))
        return CapacityChanged(locked_session(db, before.id), tuple(leaving), risen)


def _of_the_board(db: Connection, deed: Deed, session_id: int) -> Session:
    """A session of the deed's club that has not begun, locked."""
    must_be_allowed(db, deed, Action.OPEN_SESSION)
    found = locked_session(db, session_id)
    if found.club_id != deed.club_id:
        raise Refused(Code.NOT_FOUND)
    require_not_begun(found.planned, deed.now)
    return found


def _change(db: Connection, of: Session, **values: object) -> None:
    db.execute(update(support_sessions).where(support_sessions.c.id == of.id).values(**values))
