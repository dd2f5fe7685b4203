"""A volunteer says that noted hours are not right; somebody without a part in it decides."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.volunteers.check_in import CheckIn, write_hours
from storage.changes.volunteers.locked_session import locked_session
from storage.queries.volunteers.hours import (
    HourDispute,
    hour_dispute,
    hours_handler,
    open_hour_dispute,
)
from storage.queries.volunteers.sessions import Session, mine_of, signed_up
from storage.tables.volunteering import hour_disputes


@dataclass(frozen=True, slots=True)
class HoursDisputed:
    dispute: HourDispute
    session: Session


@dataclass(frozen=True, slots=True)
class DisputeHours:
    """She says so many minutes, and why; until it is decided none count.

    Refused NOTHING_WAITING where nothing is noted, HOURS_DISPUTED where somebody looks already,
    NOTHING_CHANGED where the same is noted.
    """

    session_id: int
    minutes: int
    said: str

    def carry_out(self, db: Connection, deed: Deed) -> HoursDisputed:
        session = locked_session(db, self.session_id)
        mine = mine_of(signed_up(db, session.id), deed.person_id)
        if mine is None or mine.noted is None:
            raise Refused(Code.NOTHING_WAITING)
        if open_hour_dispute(db, session.id, mine.person_id) is not None:
            raise Refused(Code.HOURS_DISPUTED)
        minutes = min(self.minutes, session.planned.length_minutes)
        if minutes == mine.noted:
            raise Refused(Code.NOTHING_CHANGED)
        handler = hours_handler(
            db, session.club_id, mine.person_id, mine.noted_by, today=deed.today
        )
        about = CheckIn(session.id, mine.person_id, minutes)
        write_hours(db, deed, about, None, said_minutes=minutes, said_at=deed.now)
        opened = hour_dispute(db, self._opened(db, deed, session, minutes, handler=handler))
        assert opened is not None
        return HoursDisputed(opened, session)

    def _opened(
        self, db: Connection, deed: Deed, session: Session, minutes: int, *, handler: int | None
    ) -> int:
        return inserted(
            db,
            hour_disputes,
            club_id=session.club_id,
            session_id=session.id,
            person_id=deed.person_id,
            minutes=minutes,
            said=self.said,
            handler_id=handler,
            opened_at=deed.now,
            state="open",
            cause=deed.cause,
        )


@dataclass(frozen=True, slots=True)
class HoursDecided:
    dispute: HourDispute
    session: Session
    minutes: int


@dataclass(frozen=True, slots=True)
class DecideHours:
    """The minutes that count, by the one who was asked to look; 0: she was not there."""

    dispute_id: int
    minutes: int

    def carry_out(self, db: Connection, deed: Deed) -> HoursDecided:
        first = hour_dispute(db, self.dispute_id)
        if first is None or first.handler_id != deed.person_id:
            raise Refused(Code.NOT_FOUND)
        session = locked_session(db, first.session_id)
        about = hour_dispute(db, self.dispute_id)
        if about is None or about.state != "open":
            raise Refused(Code.ALREADY_DONE)
        minutes = min(self.minutes, session.planned.length_minutes)
        decided = CheckIn(session.id, about.person_id, minutes)
        sides = {
            "said_minutes": minutes,
            "noted_minutes": minutes,
            "noted_by": deed.person_id,
            "noted_at": deed.now,
        }
        write_hours(db, deed, decided, minutes or None, **sides)
        db.execute(
            update(hour_disputes)
            .where(hour_disputes.c.id == about.id)
            .values(
                state="decided",
                decided_by=deed.person_id,
                decided_minutes=minutes,
                decided_at=deed.now,
            )
        )
        return HoursDecided(about, session, minutes)
