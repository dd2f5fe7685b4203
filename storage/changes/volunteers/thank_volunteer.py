"""A member thanks a volunteer for a session: one tap and a short word."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.changes.volunteers.locked_session import locked_session
from storage.queries.volunteers.hours import has_thanked
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, signed_up
from storage.tables.people import members
from storage.tables.volunteering import session_thanks


@dataclass(frozen=True, slots=True)
class VolunteerThanked:
    session: Session
    volunteer: SignedUp
    words: str


@dataclass(frozen=True, slots=True)
class ThankVolunteer:
    """By a member of the session's club, once, from its beginning on."""

    session_id: int
    person_id: int
    words: str

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerThanked:
        must_be_allowed(db, deed, Action.ASK_FOR_HELP)
        session = locked_session(db, self.session_id)
        who = mine_of(signed_up(db, session.id), self.person_id)
        if session.club_id != deed.club_id or who is None or who.place is not Place.TAKING:
            raise Refused(Code.NOT_FOUND)
        if deed.now < session.begins:
            raise Refused(Code.SESSION_NOT_BEGUN)
        if self.person_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        member_id = db.execute(
            select(members.c.id).where(
                members.c.club_id == session.club_id, members.c.person_id == deed.person
            )
        ).scalar_one()
        if has_thanked(db, session.id, self.person_id, member_id):
            raise Refused(Code.ALREADY_DONE)
        inserted(
            db,
            session_thanks,
            session_id=session.id,
            person_id=self.person_id,
            member_id=member_id,
            words=self.words,
            at=deed.now,
        )
        return VolunteerThanked(session, who, self.words)
