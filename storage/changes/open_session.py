"""The board opens a support session, perhaps out of a member's request, or calls one off."""

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from club.calendar import instant_of
from club.members import Action
from club.refusals import Code, Refused
from club.support import SupportKind
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.changes.locked_session import locked_session
from storage.changes.rights import must_be_allowed
from storage.queries.clubs import club
from storage.queries.help_requests import HelpRequest, help_request
from storage.queries.sessions import Session, SignedUp, session, signed_up
from storage.tables.sessions import help_requests, support_sessions


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """`request` is what it was opened for, if a member had asked."""

    session: Session
    request: HelpRequest | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session of so many minutes for so many volunteers. Refused(DAY_PAST) in the past."""

    topic: SupportKind
    title: str
    day: date
    at: time
    minutes: int
    hamlet: str
    place: str
    capacity: int
    request_id: int = 0

    def carry_out(self, db: Connection, deed: Deed) -> SessionOpened:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        assert deed.club_id is not None
        begins = instant_of(self.day, self.at, ZoneInfo(club(db, deed.club_id).timezone))
        if begins <= deed.now:
            raise Refused(Code.DAY_PAST)
        request = self._request(db, deed.club_id)
        session_id = inserted(
            db,
            support_sessions,
            club_id=deed.club_id,
            topic=self.topic.value,
            title=self.title,
            starts_at=begins,
            minutes=self.minutes,
            hamlet=self.hamlet,
            place=self.place,
            capacity=self.capacity,
            state="open",
            opened_by=deed.person_id,
            cause=deed.cause,
        )
        if request is not None:
            self._answer(db, request, session_id)
        opened = session(db, session_id)
        assert opened is not None
        return SessionOpened(opened, request)

    def _request(self, db: Connection, club_id: int) -> HelpRequest | None:
        if not self.request_id:
            return None
        db.execute(
            select(help_requests.c.id)
            .where(help_requests.c.id == self.request_id)
            .with_for_update()
        )
        request = help_request(db, club_id, self.request_id)
        if request is None:
            raise Refused(Code.NOT_FOUND)
        if request.state != "open":
            raise Refused(Code.ALREADY_DONE)
        return request

    def _answer(self, db: Connection, request: HelpRequest, session_id: int) -> None:
        db.execute(
            update(help_requests)
            .where(help_requests.c.id == request.id)
            .values(state="answered", session_id=session_id)
        )


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    session: Session
    people: tuple[SignedUp, ...]


@dataclass(frozen=True, slots=True)
class CancelSession:
    """The session does not take place. Requests it was opened for are open again."""

    session_id: int

    def carry_out(self, db: Connection, deed: Deed) -> SessionCancelled:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        cancelled = locked_session(db, self.session_id)
        if cancelled.club_id != deed.club_id:
            raise Refused(Code.NOT_FOUND)
        if cancelled.begins <= deed.now:
            raise Refused(Code.SESSION_BEGUN)
        db.execute(
            update(support_sessions)
            .where(support_sessions.c.id == cancelled.id)
            .values(state="cancelled")
        )
        db.execute(
            update(help_requests)
            .where(help_requests.c.session_id == cancelled.id)
            .values(state="open", session_id=None)
        )
        return SessionCancelled(cancelled, tuple(signed_up(db, cancelled.id)))
