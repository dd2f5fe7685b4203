"""A volunteer offers the own place in a session to another; the other says yes."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.refusals import Code, Refused
from club.support import Place, require_not_begun
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.volunteers.locked_session import close_swaps, drop, locked_session
from storage.changes.volunteers.take_session import locked_volunteer, put_down, require_may_help
from storage.queries.volunteers.sessions import Session, SignedUp, mine_of, signed_up
from storage.queries.volunteers.swaps import Swap, open_swap, swap
from storage.queries.volunteers.volunteers import Volunteer, volunteer
from storage.tables.sessions import signups
from storage.tables.volunteering import session_swaps


@dataclass(frozen=True, slots=True)
class PlaceOffered:
    swap: Swap
    session: Session


@dataclass(frozen=True, slots=True)
class OfferPlace:
    """To one volunteer, or (None) to any near. An earlier offer of the same place ends.

    Refused NOTHING_WAITING without a place, SOMEBODY_WAITS where the line is first.
    """

    session_id: int
    to: int | None

    def carry_out(self, db: Connection, deed: Deed) -> PlaceOffered:
        session = locked_session(db, self.session_id)
        require_not_begun(session.planned, deed.now)
        mine = mine_of(signed_up(db, session.id), deed.person_id)
        if mine is None or mine.place is not Place.TAKING:
            raise Refused(Code.NOTHING_WAITING)
        if session.waiting:
            raise Refused(Code.SOMEBODY_WAITS)
        if self.to is not None and (self.to == deed.person_id or volunteer(db, self.to) is None):
            raise Refused(Code.NOT_FOUND)
        close_swaps(db, session.id, deed.now, person_id=deed.person)
        number = inserted(
            db,
            session_swaps,
            session_id=session.id,
            person_id=deed.person,
            offered_to=self.to,
            offered_at=deed.now,
            state="open",
            cause=deed.cause,
        )
        offered = swap(db, number)
        assert offered is not None
        return PlaceOffered(offered, session)


@dataclass(frozen=True, slots=True)
class PlaceTakenOver:
    """`before` had the place until now."""

    session: Session
    before: SignedUp
    volunteer: Volunteer
    mine: SignedUp


@dataclass(frozen=True, slots=True)
class TakeOverPlace:
    """Refused NOTHING_WAITING where it is taken, or given back, already; and as TakeSession."""

    swap_id: int
    speaks: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> PlaceTakenOver:
        session, offered = _locked(db, deed, self.swap_id)
        who = locked_volunteer(db, deed)
        people = signed_up(db, session.id)
        before = mine_of(people, offered.person_id)
        if before is None or before.place is not Place.TAKING:
            raise Refused(Code.NOTHING_WAITING)
        there = mine_of(people, who.person_id)
        if there is not None and there.place is Place.TAKING:
            raise Refused(Code.ALREADY_DONE)
        require_may_help(db, session, who, deed, speaks=self.speaks)
        _end(db, deed, offered, "taken")
        self._hand_over(db, deed, session, before)
        mine = mine_of(signed_up(db, session.id), who.person_id)
        assert mine is not None
        return PlaceTakenOver(locked_session(db, session.id), before, who, mine)

    def _hand_over(self, db: Connection, deed: Deed, session: Session, before: SignedUp) -> None:
        """The place with its turn: whoever came later stays later."""
        turn = db.execute(
            select(signups.c.asked_at).where(
                signups.c.session_id == session.id, signups.c.person_id == before.person_id
            )
        ).scalar_one()
        drop(db, session, before.person_id, deed.now)
        put_down(db, session, deed.person, Place.TAKING, asked_at=turn)


@dataclass(frozen=True, slots=True)
class PlaceNotTaken:
    swap: Swap
    session: Session


@dataclass(frozen=True, slots=True)
class RefusePlace:
    """The one who was asked by name cannot; the place stays with whoever has it."""

    swap_id: int

    def carry_out(self, db: Connection, deed: Deed) -> PlaceNotTaken:
        session, offered = _locked(db, deed, self.swap_id)
        if offered.offered_to != deed.person_id:
            raise Refused(Code.NOTHING_WAITING)
        _end(db, deed, offered, "over")
        return PlaceNotTaken(offered, session)


def _locked(db: Connection, deed: Deed, swap_id: int) -> tuple[Session, Swap]:
    """The session, locked, and the offer as it stands then, open to whoever asks."""
    first = swap(db, swap_id)
    if first is None or first.offered_to not in {None, deed.person_id}:
        raise Refused(Code.NOT_FOUND)
    session = locked_session(db, first.session_id)
    require_not_begun(session.planned, deed.now)
    offered = open_swap(db, session.id, first.person_id)
    if offered is None or offered.id != swap_id:
        raise Refused(Code.NOTHING_WAITING)
    return session, offered


def _end(db: Connection, deed: Deed, offered: Swap, state: str) -> None:
    taken_by = deed.person_id if state == "taken" else None
    db.execute(
        update(session_swaps)
        .where(session_swaps.c.id == offered.id)
        .values(state=state, ended_at=deed.now, taken_by=taken_by)
    )
