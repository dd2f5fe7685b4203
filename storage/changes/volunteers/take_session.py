"""A volunteer signs up for a support session: a place, or a place in the line."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from club.refusals import Code, Refused
from club.support import Place, needs_companion, require_no_overlap, sign_up
from storage.changes.deed import Deed
from storage.changes.volunteers.locked_session import locked_session
from storage.queries.volunteers.hours import my_hours
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, my_sessions, signed_up
from storage.queries.volunteers.volunteers import Volunteer, is_blocked, volunteer
from storage.tables.people import volunteers
from storage.tables.sessions import signups

LONGEST_SESSION = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class SessionTaken:
    """`session` counts the new one too; `mine` says which place it is."""

    session: Session
    volunteer: Volunteer
    mine: SignedUp


@dataclass(frozen=True, slots=True)
class TakeSession:
    """Refused ALREADY_DONE, SESSION_BEGUN, SESSION_FULL, SESSION_OVERLAPS, VOLUNTEER_BLOCKED,
    ALONE_AT_HOME; LANGUAGE_NEEDED unless the volunteer `speaks` it, which is then kept.
    """

    session_id: int
    speaks: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> SessionTaken:
        session = locked_session(db, self.session_id)
        who = locked_volunteer(db, deed)
        if mine_of(signed_up(db, session.id), who.person_id) is not None:
            raise Refused(Code.ALREADY_DONE)
        require_may_help(db, session, who, deed, speaks=self.speaks)
        place = sign_up(session.planned, taken=session.taken, waiting=session.waiting, now=deed.now)
        put_down(db, session, who.person_id, place, asked_at=deed.now)
        mine = mine_of(signed_up(db, session.id), who.person_id)
        assert mine is not None
        return SessionTaken(locked_session(db, session.id), who, mine)


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


def require_may_help(
    db: Connection, session: Session, who: Volunteer, deed: Deed, *, speaks: bool
) -> None:
    """All that can stand between a volunteer and a place, but for the places (Club rules, F.7)."""
    if is_blocked(db, session.club_id, who.person_id):
        raise Refused(Code.VOLUNTEER_BLOCKED)
    if session.language and session.language not in who.languages:
        if not speaks:
            raise Refused(Code.LANGUAGE_NEEDED)
        _learned(db, who, session.language)
    if session.at_home and session.capacity == 1:
        first = not my_hours(db, who.person_id)
        born = who.birth_year or deed.today.year
        if needs_companion(born, deed.today, first_visit=first):
            raise Refused(Code.ALONE_AT_HOME)
    since = deed.now - LONGEST_SESSION
    others = [each for each in my_sessions(db, who.person_id, since) if each.id != session.id]
    require_no_overlap(session.planned, [each.planned for each in others])


def _learned(db: Connection, who: Volunteer, language: str) -> None:
    db.execute(
        update(volunteers)
        .where(volunteers.c.person_id == who.person_id)
        .values(languages=[*who.languages, language])
    )


def put_down(
    db: Connection, session: Session, person_id: int, place: Place, *, asked_at: datetime
) -> None:
    """The name stands in the session's list, as if for the first time."""
    said = {
        "place": place.value,
        "asked_at": asked_at,
        "agreed_move": session.moved,
        "why": None,
    }
    again = db.execute(
        update(signups)
        .where(signups.c.session_id == session.id, signups.c.person_id == person_id)
        .values(said)
    )
    if not again.rowcount:
        db.execute(insert(signups).values(session_id=session.id, person_id=person_id, **said))
