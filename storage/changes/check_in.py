"""A volunteer was there: the minutes given are noted, by the volunteer or by the board."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place
from storage.changes.deed import Deed
from storage.changes.locked_session import locked_session
from storage.changes.rights import must_be_allowed
from storage.queries.sessions import Session, SignedUp, mine_of, signed_up
from storage.tables.sessions import signups, support_sessions


@dataclass(frozen=True, slots=True)
class CheckedIn:
    session: Session
    volunteer: SignedUp
    minutes: int


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Minutes helped, at most the session's length; from its beginning on.

    What the volunteer noted the board may correct, not the other way round: ALREADY_DONE.
    """

    session_id: int
    person_id: int
    minutes: int

    def carry_out(self, db: Connection, deed: Deed) -> CheckedIn:
        session = locked_session(db, self.session_id)
        by_volunteer = self.person_id == deed.person_id
        if not by_volunteer:
            must_be_allowed(db, deed, Action.OPEN_SESSION)
            if session.club_id != deed.club_id:
                raise Refused(Code.NOT_FOUND)
        who = mine_of(signed_up(db, session.id), self.person_id)
        if who is None or who.place is not Place.TAKING:
            raise Refused(Code.NOT_FOUND)
        if deed.now < session.begins:
            raise Refused(Code.SESSION_NOT_BEGUN)
        if by_volunteer and who.minutes is not None:
            raise Refused(Code.ALREADY_DONE)
        minutes = min(self.minutes, session.planned.length_minutes)
        self._note(db, deed, minutes)
        return CheckedIn(session, who, minutes)

    def _note(self, db: Connection, deed: Deed, minutes: int) -> None:
        db.execute(
            update(signups)
            .where(signups.c.session_id == self.session_id, signups.c.person_id == self.person_id)
            .values(checked_in_at=deed.now, minutes=minutes)
        )
        db.execute(
            update(support_sessions)
            .where(support_sessions.c.id == self.session_id)
            .values(state="held")
        )
