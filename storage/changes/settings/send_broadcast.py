"""A word to many is written down with everybody it is for; it leaves bit by bit (Club rules, F.6).

What leaves next, scheduler.broadcasts says; pausing and cancelling take back what has not left.
"""

from dataclasses import dataclass, field

from sqlalchemy import Connection, func, insert, literal, select, update

from club.broadcasts import (
    COMES_TO,
    LONGEST_TEXT,
    OF_OFFICERS,
    ORDERS,
    Order,
    State,
    forbidden_in,
    may_send_again,
)
from club.members import Action, Role
from club.refusals import Code, Refused
from storage import broadcasting
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import lock_club
from storage.changes.rights import must_be_allowed, roles_of
from storage.queries.members.whereabouts import whereabouts
from storage.queries.settings.broadcasts import (
    Broadcast,
    To,
    area_of_officer,
    broadcast,
    officer_clubs,
    reach,
    sent_on,
    wanted_people,
)
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.people import persons

SIGNING = (Role.CHAIR, Role.DEPUTY, Role.SECRETARY)
"""The office in whose name somebody of the board writes; the first that she holds."""


@dataclass(frozen=True, slots=True)
class BroadcastBegun:
    """`people` in all, of whom `to_phone` are reached by no message."""

    broadcast_id: int
    people: int
    to_phone: int = 0


@dataclass(frozen=True, slots=True)
class BroadcastSteered:
    """`order` was carried out."""

    broadcast_id: int
    order: Order


@dataclass(frozen=True, slots=True)
class SendBroadcast:
    """Write to many.

    Refused: NOT_ALLOWED, WORDS_NOT_ALLOWED for what must not stand in it, SENT_ENOUGH_TODAY,
    NOBODY_THERE.
    """

    to: To
    text: str = field(repr=False)

    def carry_out(self, db: Connection, deed: Deed) -> BroadcastBegun:
        signed_as = self._signed_as(db, deed)
        club_id = None if self.to.audience in OF_OFFICERS else deed.club_id
        phone = whereabouts(db, deed.person).phone
        if not 0 < len(self.text) <= LONGEST_TEXT or forbidden_in(self.text, phone):
            raise Refused(Code.WORDS_NOT_ALLOWED)
        sent = sent_on(db, deed.today, club_id=club_id, sender=deed.person)
        if not may_send_again(sent, self.to.audience):
            raise Refused(Code.SENT_ENOUGH_TODAY)
        return begin_broadcast(db, deed, self.to, signed_as=signed_as, text=self.text)

    def _signed_as(self, db: Connection, deed: Deed) -> str:
        """Asked again whether she may; two at once wait for each other."""
        if self.to.audience in OF_OFFICERS:
            db.execute(select(persons.c.id).where(persons.c.id == deed.person).with_for_update())
            if not self.to.clubs or not set(self.to.clubs) <= set(
                officer_clubs(db, deed.person, deed.today)
            ):
                raise Refused(Code.NOT_ALLOWED)
            return area_of_officer(db, deed.person, deed.today)
        must_be_allowed(db, deed, Action.SEND_BROADCAST)
        if self.to.clubs != (deed.club_id,):
            raise Refused(Code.NOT_ALLOWED)
        lock_club(db, self.to.clubs[0])
        roles = roles_of(db, deed)
        return next(each.value for each in SIGNING if each in roles)


def begin_broadcast(
    db: Connection, deed: Deed, to: To, *, signed_as: str, text: str
) -> BroadcastBegun:
    """Written down with everybody it is for. Raises Refused(NOBODY_THERE).

    Whoever calls it has asked whether she may, and whether the words may be said.
    """
    number = inserted(
        db,
        broadcasts,
        club_id=None if to.audience in OF_OFFICERS else deed.club_id,
        sent_by=deed.person,
        audience=to.audience.value,
        about=to.about,
        signed_as=signed_as,
        text=text,
        people=0,
        state=State.RUNNING.value,
        said_on=deed.today,
        said_at=deed.now,
        cause=deed.cause,
    )
    to_phone = reach(db, to, deed.person, deed.today).to_phone
    return BroadcastBegun(number, _addressed(db, deed, to, number), to_phone)


def _addressed(db: Connection, deed: Deed, to: To, number: int) -> int:
    wanted = wanted_people(to, deed.person, deed.today).subquery()
    rows = select(
        literal(number),
        wanted.c.person_id,
        wanted.c.club_id,
        literal("waiting"),
    ).order_by(wanted.c.club_id, wanted.c.person_id)
    columns = ["broadcast_id", "person_id", "club_id", "state"]
    db.execute(insert(broadcast_people).from_select(columns, rows), {"club_ids": list(to.clubs)})
    people = select(func.count()).where(broadcast_people.c.broadcast_id == number)
    count = int(db.execute(people.select_from(broadcast_people)).scalar_one())
    if not count:
        raise Refused(Code.NOBODY_THERE)
    db.execute(update(broadcasts).where(broadcasts.c.id == number).values(people=count))
    return count


@dataclass(frozen=True, slots=True)
class SteerBroadcast:
    """Pause, go on or cancel. What has left already cannot be called back.

    Refused: NOT_FOUND, NOT_ALLOWED, NOTHING_WAITING where it has come to its end.
    """

    broadcast_id: int
    order: Order

    def carry_out(self, db: Connection, deed: Deed) -> BroadcastSteered:
        here = broadcasts.c.id == self.broadcast_id
        db.execute(select(broadcasts.c.id).where(here).with_for_update())
        found = broadcast(db, self.broadcast_id)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        _must_be_hers(db, deed, found)
        if self.order not in ORDERS[found.state]:
            raise Refused(Code.NOTHING_WAITING)
        becomes = COMES_TO[self.order]
        ended = deed.now if becomes is State.CANCELLED else None
        db.execute(update(broadcasts).where(here).values(state=becomes.value, ended_at=ended))
        if self.order is not Order.GO_ON:
            _take_back(db, self.broadcast_id)
        if self.order is Order.CANCEL:
            _cancel_waiting(db, self.broadcast_id)
        return BroadcastSteered(self.broadcast_id, self.order)


def _must_be_hers(db: Connection, deed: Deed, found: Broadcast) -> None:
    if found.club_id is None:
        if found.sent_by != deed.person_id:
            raise Refused(Code.NOT_ALLOWED)
        return
    if found.club_id != deed.club_id:
        raise Refused(Code.NOT_FOUND)
    must_be_allowed(db, deed, Action.SEND_BROADCAST)


def _take_back(db: Connection, number: int) -> None:
    """Letters that have not been begun; their people wait again."""
    letters = select(broadcast_people.c.letter_id).where(
        broadcast_people.c.broadcast_id == number, broadcast_people.c.state == "queued"
    )
    broadcasting.take_back(db, db.execute(letters).scalars().all(), "held by its sender")


def _cancel_waiting(db: Connection, number: int) -> None:
    db.execute(
        update(broadcast_people)
        .where(broadcast_people.c.broadcast_id == number, broadcast_people.c.state == "waiting")
        .values(state="cancelled")
    )
