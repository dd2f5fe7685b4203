"""A volunteer signs up for a support session: a place, or a place in the line."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.refusals import Code, Refused
from club.support import Place, require_no_overlap, sign_up
from storage.changes.deed import Deed
from storage.changes.locked_session import locked_session
from storage.queries.sessions import Session, SignedUp, mine_of, my_sessions, signed_up
from storage.queries.volunteers import Volunteer, volunteer
from storage.tables.people import volunteers
from storage.tables.sessions import signups


@dataclass(frozen=True, slots=True)
class SessionTaken:
    """`session` counts the new one too; `mine` says which place it is."""

    session: Session
    volunteer: Volunteer
    mine: SignedUp


@dataclass(frozen=True, slots=True)
class TakeSession:
    """Refused ALREADY_DONE, SESSION_BEGUN, SESSION_FULL or SESSION_OVERLAPS."""

    session_id: int

    def carry_out(self, db: Connection, deed: Deed) -> SessionTaken:
        session = locked_session(db, self.session_id)
        who = locked_volunteer(db, deed)
        if mine_of(signed_up(db, session.id), who.person_id) is not None:
            raise Refused(Code.ALREADY_DONE)
        place = sign_up(session.planned, taken=session.taken, waiting=session.waiting, now=deed.now)
        others = my_sessions(db, who.person_id, deed.now)
        require_no_overlap(session.planned, [each.planned for each in others])
        self._note(db, deed, place)
        mine = mine_of(signed_up(db, session.id), who.person_id)
        assert mine is not None
        return SessionTaken(locked_session(db, session.id), who, mine)

    def _note(self, db: Connection, deed: Deed, place: Place) -> None:
        said = {"place": place.value, "asked_at": deed.now}
        again = db.execute(
            update(signups)
            .where(signups.c.session_id == self.session_id, signups.c.person_id == deed.person)
            .values(said)
        )
        if not again.rowcount:
            db.execute(
                insert(signups).values(session_id=self.session_id, person_id=deed.person, **said)
            )


def locked_volunteer(db: Connection, deed: Deed) -> Volunteer:
    """The volunteer of the deed, locked, so that nobody takes two sessions of one hour at once."""
    if deed.person_id is None:
        raise Refused(Code.NOT_ALLOWED)
    db.execute(
        select(volunteers.c.id).where(volunteers.c.person_id == deed.person_id).with_for_update()
    )
    who = volunteer(db, deed.person_id)
    if who is None:
        raise Refused(Code.NOT_ALLOWED)
    return who
