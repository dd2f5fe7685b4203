"""Who was there, and for how long: said by the volunteer, noted by the board or the older person.

Hours count once the other side has noted them and the volunteer has said nothing else.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, update

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place, agreed_minutes
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.changes.volunteers.locked_session import locked_session
from storage.queries.members.households import person_in
from storage.queries.volunteers.hours import asked_for, open_hour_dispute
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, signed_up
from storage.tables.sessions import signups, support_sessions


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """`volunteer` is as it stands now; `before` is what the other side, or she, had said first."""

    session: Session
    volunteer: SignedUp
    by_volunteer: bool
    before: SignedUp


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Minutes helped, at most the session's length, from its beginning on; 0: did not come.

    Said by the volunteer herself once: ALREADY_DONE, and HOURS_NOTED where the other side has noted
    another time. Noted by the board, or by a member for whose request the session was; the board
    may correct it any time, but nobody's own nor the household's: OWN_AFFAIR. HOURS_DISPUTED while
    somebody looks into it.
    """

    session_id: int
    person_id: int
    minutes: int

    def carry_out(self, db: Connection, deed: Deed) -> CheckedIn:
        session = locked_session(db, self.session_id)
        before = mine_of(signed_up(db, session.id), self.person_id)
        if before is None or before.place is not Place.TAKING:
            raise Refused(Code.NOT_FOUND)
        by_volunteer = self.person_id == deed.person_id
        if not by_volunteer:
            _require_may_note(db, deed, session, before)
        if deed.now < session.begins:
            raise Refused(Code.SESSION_NOT_BEGUN)
        if open_hour_dispute(db, session.id, self.person_id) is not None:
            raise Refused(Code.HOURS_DISPUTED)
        minutes = min(self.minutes, session.planned.length_minutes)
        if by_volunteer:
            self._say(db, deed, before, minutes)
        else:
            self._note(db, deed, before, minutes)
        now = mine_of(signed_up(db, session.id), self.person_id)
        assert now is not None
        return CheckedIn(session, now, by_volunteer, before)

    def _say(self, db: Connection, deed: Deed, before: SignedUp, minutes: int) -> None:
        accepts = before.noted == minutes and before.minutes is None
        if before.said is not None and not accepts:
            raise Refused(Code.ALREADY_DONE)
        if before.noted is not None and before.noted != minutes:
            raise Refused(Code.HOURS_NOTED)
        agreed = agreed_minutes(minutes, before.noted)
        write_hours(db, deed, self, agreed, said_minutes=minutes, said_at=deed.now)

    def _note(self, db: Connection, deed: Deed, before: SignedUp, minutes: int) -> None:
        agreed = agreed_minutes(before.said, minutes)
        # A board that corrects what both had agreed on starts anew: she is told, and may object.
        again: dict[str, Any] = {}
        if before.minutes is not None and before.minutes != minutes:
            agreed, again = agreed_minutes(None, minutes), {"said_minutes": None, "said_at": None}
        noted = {"noted_minutes": minutes, "noted_at": deed.now, "noted_by": deed.person_id}
        write_hours(db, deed, self, agreed, **noted, **again)


def write_hours(db: Connection, deed: Deed, of: CheckIn, agreed: int | None, **sides: Any) -> None:
    """What is agreed on, beside what a side has said; a session with hours was held."""
    counted = None if agreed is None else deed.now
    db.execute(
        update(signups)
        .where(signups.c.session_id == of.session_id, signups.c.person_id == of.person_id)
        .values(minutes=agreed, checked_in_at=counted, **sides)
    )
    if agreed:
        db.execute(
            update(support_sessions)
            .where(support_sessions.c.id == of.session_id)
            .values(state="held")
        )


def _require_may_note(db: Connection, deed: Deed, session: Session, who: SignedUp) -> None:
    if any(person_id == deed.person_id for person_id, _ in asked_for(db, session.id)):
        if who.noted is not None:
            raise Refused(Code.ALREADY_DONE)
        return
    must_be_allowed(db, deed, Action.OPEN_SESSION)
    if session.club_id != deed.club_id:
        raise Refused(Code.NOT_FOUND)
    noting = person_in(db, session.club_id, deed.person, deed.today)
    if noting.is_close_to(person_in(db, session.club_id, who.person_id, deed.today)):
        raise Refused(Code.OWN_AFFAIR)
