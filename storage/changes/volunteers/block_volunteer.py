"""A board takes a volunteer out of its club's sessions, with a reason; or lets her in again."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.changes.volunteers.locked_session import drop, locked_session, move_up
from storage.queries.volunteers.sessions import Session, mine_of, signed_up
from storage.queries.volunteers.volunteers import Volunteer, is_blocked, volunteers_of_club
from storage.tables.sessions import signups, support_sessions
from storage.tables.volunteering import volunteer_blocks


@dataclass(frozen=True, slots=True)
class VolunteerBlocked:
    """`lost` are the sessions from which the name was taken, each with who moved up."""

    volunteer: Volunteer
    reason: str
    lost: tuple[tuple[Session, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class BlockVolunteer:
    """In the deed's club alone. Refused REASON_MISSING, OWN_AFFAIR, ALREADY_DONE."""

    person_id: int
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerBlocked:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        assert deed.club_id is not None
        who = volunteer_of(db, deed, self.person_id)
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        # The sessions first, as whoever takes a place locks them first; then nobody slips in.
        coming = [locked_session(db, each) for each in _coming(db, deed)]
        if is_blocked(db, deed.club_id, self.person_id):
            raise Refused(Code.ALREADY_DONE)
        inserted(
            db,
            volunteer_blocks,
            club_id=deed.club_id,
            person_id=self.person_id,
            reason=self.reason,
            blocked_by=deed.person,
            blocked_at=deed.now,
        )
        return VolunteerBlocked(who, self.reason, taken_off(db, deed, self.person_id, coming))


@dataclass(frozen=True, slots=True)
class VolunteerUnblocked:
    volunteer: Volunteer


@dataclass(frozen=True, slots=True)
class UnblockVolunteer:
    person_id: int

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerUnblocked:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        who = volunteer_of(db, deed, self.person_id)
        ended = db.execute(
            update(volunteer_blocks)
            .where(
                volunteer_blocks.c.club_id == deed.club_id,
                volunteer_blocks.c.person_id == self.person_id,
                volunteer_blocks.c.ended_at.is_(None),
            )
            .values(ended_at=deed.now)
        )
        if not ended.rowcount:
            raise Refused(Code.ALREADY_DONE)
        return VolunteerUnblocked(who)


def volunteer_of(db: Connection, deed: Deed, person_id: int) -> Volunteer:
    """A volunteer who once signed up with the deed's club, and is not the doer."""
    assert deed.club_id is not None
    if person_id == deed.person_id:
        raise Refused(Code.OWN_AFFAIR)
    for each in volunteers_of_club(db, deed.club_id):
        if each.person_id == person_id:
            return each
    raise Refused(Code.NOT_FOUND)


def taken_off(
    db: Connection, deed: Deed, person_id: int, sessions: list[Session], *, why: str = "blocked"
) -> tuple[tuple[Session, tuple[int, ...]], ...]:
    """The name is off these sessions; who waited moves up."""
    lost = []
    for session in sessions:
        mine = mine_of(signed_up(db, session.id), person_id)
        if mine is None:
            continue
        drop(db, session, person_id, deed.now, why=why)
        risen = move_up(db, session) if mine.place is Place.TAKING else ()
        lost.append((locked_session(db, session.id), risen))
    return tuple(lost)


def _coming(db: Connection, deed: Deed) -> list[int]:
    found = db.execute(
        select(support_sessions.c.id)
        .where(
            support_sessions.c.club_id == deed.club_id,
            support_sessions.c.state == "open",
            support_sessions.c.starts_at > deed.now,
        )
        .order_by(support_sessions.c.id)
    )
    return list(found.scalars())


def coming_of(db: Connection, deed: Deed) -> list[int]:
    """The coming sessions in which the doer has a place or waits, by number."""
    found = db.execute(
        select(support_sessions.c.id)
        .join(signups, signups.c.session_id == support_sessions.c.id)
        .where(
            signups.c.person_id == deed.person,
            signups.c.place != "dropped",
            support_sessions.c.state == "open",
            support_sessions.c.starts_at > deed.now,
        )
        .order_by(support_sessions.c.id)
    )
    return list(found.scalars())
