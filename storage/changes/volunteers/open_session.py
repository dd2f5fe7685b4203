"""The board opens a support session, perhaps out of members' requests."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from club.calendar import instant_of
from club.members import Action
from club.refusals import Code, Refused
from club.support import SupportKind
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.clubs import club
from storage.queries.volunteers.help_requests import HelpRequest, help_request
from storage.queries.volunteers.sessions import Session, session
from storage.tables.sessions import help_requests, support_sessions


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """`requests` are what it was opened for, if members had asked."""

    session: Session
    requests: tuple[HelpRequest, ...]


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session of so many minutes for so many volunteers. Refused(DAY_PAST) in the past.

    `language` is what one has to speak beside Vietnamese, '' for nothing; `at_home`: the place is
    somebody's home, where nobody under 18 goes alone (Club rules, F.7).
    """

    topic: SupportKind
    title: str
    day: date
    at: time
    minutes: int
    hamlet: str
    place: str
    capacity: int
    language: str = ""
    at_home: bool = False
    request_ids: tuple[int, ...] = ()

    def carry_out(self, db: Connection, deed: Deed) -> SessionOpened:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        assert deed.club_id is not None
        begins = begins_at(db, deed.club_id, self.day, self.at, now=deed.now)
        requests = _requests(db, deed.club_id, sorted(self.request_ids))
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
            language=self.language or None,
            at_home=self.at_home,
            state="open",
            opened_by=deed.person_id,
            cause=deed.cause,
        )
        for each in requests:
            _answer(db, each, session_id)
        opened = session(db, session_id)
        assert opened is not None
        return SessionOpened(opened, requests)


def begins_at(db: Connection, club_id: int, day: date, at: time, *, now: datetime) -> datetime:
    """The instant by the club's clocks. Refused(DAY_PAST) where that is over."""
    begins = instant_of(day, at, ZoneInfo(club(db, club_id).timezone))
    if begins <= now:
        raise Refused(Code.DAY_PAST)
    return begins


def _requests(db: Connection, club_id: int, wanted: Collection[int]) -> tuple[HelpRequest, ...]:
    """Locked in the order of their numbers, so that two sessions never answer one request."""
    for each in wanted:
        db.execute(select(help_requests.c.id).where(help_requests.c.id == each).with_for_update())
    found = []
    for each in wanted:
        request = help_request(db, club_id, each)
        if request is None:
            raise Refused(Code.NOT_FOUND)
        if request.state != "open":
            raise Refused(Code.ANSWERED)
        found.append(request)
    return tuple(found)


def _answer(db: Connection, request: HelpRequest, session_id: int) -> None:
    db.execute(
        update(help_requests)
        .where(help_requests.c.id == request.id)
        .values(state="answered", session_id=session_id)
    )
