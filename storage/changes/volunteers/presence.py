"""Checking in by both sides at once: a code on one phone, typed on the other (Club rules, F.3)."""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, insert, update

from club.presence import CODE_LASTS, MOST_WRONG_CODES, is_on, most_minutes
from club.refusals import Code, Refused
from club.support import Place
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.volunteers.check_in import CheckIn, write_hours
from storage.changes.volunteers.locked_session import locked_session
from storage.queries.members.households import person_in
from storage.queries.volunteers.hours import asked_for, open_hour_dispute
from storage.queries.volunteers.presence import living_codes, may_show, wrong_tries
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, signed_up
from storage.tables.volunteering import presence_codes, presence_tries


@dataclass(frozen=True, slots=True)
class CodeShown:
    session: Session
    code: str


@dataclass(frozen=True, slots=True)
class ShowCode:
    """By the board, or a member for whose request the session is; while it is on.

    The same person is shown the same code until it is too old.
    """

    session_id: int

    def carry_out(self, db: Connection, deed: Deed) -> CodeShown:
        session = locked_session(db, self.session_id)
        if not may_show(db, session, deed.person, deed.today):
            raise Refused(Code.NOT_ALLOWED)
        _must_be_on(session, deed)
        for code, shown_by in living_codes(db, session.id, deed.now):
            if shown_by == deed.person:
                return CodeShown(session, code)
        taken = {code for code, _ in living_codes(db, session.id, deed.now)}
        code = next(each for each in iter(_made_up, "") if each not in taken)
        inserted(
            db,
            presence_codes,
            session_id=session.id,
            code=code,
            shown_by=deed.person,
            ends_at=deed.now + CODE_LASTS,
        )
        return CodeShown(session, code)


def _made_up() -> str:
    return f"{secrets.randbelow(10_000):04d}"


def _must_be_on(session: Session, deed: Deed) -> None:
    if deed.now < session.begins:
        raise Refused(Code.SESSION_NOT_BEGUN)
    if not is_on(session.begins, session.ends, deed.now):
        raise Refused(Code.DAY_PAST)


def _must_be_two(db: Connection, deed: Deed, session: Session, shown_by: int) -> None:
    """Not of one household; whoever was helped herself may be."""
    if any(each == shown_by for each, _ in asked_for(db, session.id)):
        return
    shown = person_in(db, session.club_id, shown_by, deed.today)
    if shown.is_close_to(person_in(db, session.club_id, deed.person, deed.today)):
        raise Refused(Code.OWN_AFFAIR)


@dataclass(frozen=True, slots=True)
class CodeTyped:
    """`shown_by`: on whose phone it stood; None where it was wrong, with so many tries `left`."""

    session: Session
    volunteer: SignedUp
    shown_by: int | None
    left: int = 0


@dataclass(frozen=True, slots=True)
class TypeCode:
    """By a volunteer who takes part. A wrong one is counted; her own code counts for nobody.

    The time is from the beginning until now, at most what was planned; both have said it then.
    """

    session_id: int
    code: str

    def carry_out(self, db: Connection, deed: Deed) -> CodeTyped:
        session = locked_session(db, self.session_id)
        before = mine_of(signed_up(db, session.id), deed.person)
        if before is None or before.place is not Place.TAKING:
            raise Refused(Code.NOT_FOUND)
        _must_be_on(session, deed)
        if before.minutes is not None:
            raise Refused(Code.ALREADY_DONE)
        if open_hour_dispute(db, session.id, deed.person) is not None:
            raise Refused(Code.HOURS_DISPUTED)
        wrong = wrong_tries(db, session.id, deed.person)
        if wrong is not None and wrong >= MOST_WRONG_CODES:
            raise Refused(Code.CODE_TRIED_OFTEN)
        shown_by = self._shown_by(db, deed, session)
        if shown_by is None:
            return self._wrong(db, deed, session, before)
        return self._both(db, deed, session, shown_by)

    def _shown_by(self, db: Connection, deed: Deed, session: Session) -> int | None:
        for code, shown_by in living_codes(db, session.id, deed.now):
            if secrets.compare_digest(code, self.code) and shown_by != deed.person:
                return shown_by
        return None

    def _wrong(self, db: Connection, deed: Deed, session: Session, before: SignedUp) -> CodeTyped:
        wrong = wrong_tries(db, session.id, deed.person)
        mine = {"session_id": session.id, "person_id": deed.person}
        if wrong is None:
            db.execute(insert(presence_tries).values(wrong=1, **mine))
        else:
            here = [presence_tries.c[name] == value for name, value in mine.items()]
            db.execute(update(presence_tries).where(*here).values(wrong=wrong + 1))
        return CodeTyped(session, before, None, MOST_WRONG_CODES - (wrong or 0) - 1)

    def _both(self, db: Connection, deed: Deed, session: Session, shown_by: int) -> CodeTyped:
        _must_be_two(db, deed, session, shown_by)
        minutes = most_minutes(session.begins, deed.now, planned=session.minutes)
        said = {"said_minutes": minutes, "said_at": deed.now}
        noted = {"noted_minutes": minutes, "noted_at": deed.now, "noted_by": shown_by}
        check_in = CheckIn(session.id, deed.person, minutes)
        write_hours(db, deed, check_in, minutes, **said, **noted)
        now = mine_of(signed_up(db, session.id), deed.person)
        assert now is not None
        return CodeTyped(session, now, shown_by)
