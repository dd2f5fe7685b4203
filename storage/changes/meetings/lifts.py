"""Lifts to a meeting: offered, matched with whoever waits, and ended when one of the two withdraws.

Whoever waits gets a place as soon as there is one. Everything happens under the meeting's lock, so
that no place is taken twice.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from club.lifts import MOST_SEATS, paired
from club.meetings import Answer, require_not_begun
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.meetings.planned_meeting import locked_meeting, require_planned
from storage.queries.meetings.lifts import Lift, Lifts, Traveller, lifts_to, offer_of
from storage.queries.meetings.meetings import Invited, Meeting, invited
from storage.tables.attending import lift_offers, lifts
from storage.tables.meetings import meeting_answers


@dataclass(frozen=True, slots=True)
class LiftChanges:
    """What has changed between members; `without` are those whose lift ended and who wait again."""

    agreed: tuple[Lift, ...] = ()
    ended: tuple[Lift, ...] = ()
    without: tuple[Traveller, ...] = ()


@dataclass(frozen=True, slots=True)
class LiftOffered:
    """`seats` is nought where she takes nobody along any more."""

    meeting: Meeting
    seats: int
    riders: tuple[Traveller, ...]
    changes: LiftChanges


@dataclass(frozen=True, slots=True)
class OfferLift:
    """She comes herself, with so many free places; nought takes the offer back."""

    meeting_id: int
    seats: int
    shares_phone: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> LiftOffered:
        meeting = locked_meeting(db, self.meeting_id)
        member = who_answers(db, meeting, deed)
        require_planned(meeting)
        require_not_begun(meeting.begins, deed.now)
        if not 0 <= self.seats <= MOST_SEATS:
            raise Refused(Code.SETTING_OUT_OF_RANGE)
        before = lifts_to(db, meeting)
        if self.seats:
            self._note(db, deed, member)
        else:
            _withdraw_offer(db, meeting, member.member_id)
        _keep_only(db, meeting, member.member_id, self.seats)
        changes = settle_lifts(db, deed, meeting, before)
        with_her = lifts_to(db, meeting).agreed
        riders = tuple(e.rider for e in with_her if e.driver.member_id == member.member_id)
        return LiftOffered(meeting, self.seats, riders, changes)

    def _note(self, db: Connection, deed: Deed, member: Invited) -> None:
        """Who takes others along comes herself, and needs no lift."""
        values = {"seats": self.seats, "shares_phone": self.shares_phone, "offered_at": deed.now}
        if offer_of(db, self.meeting_id, member.member_id) is None:
            db.execute(
                insert(lift_offers).values(
                    meeting_id=self.meeting_id, member_id=member.member_id, **values
                )
            )
        else:
            values.pop("offered_at")
            db.execute(update(lift_offers).where(*self._mine(member)).values(values))
        if member.answer is not Answer.YES:
            note_answer(db, deed, self.meeting_id, member, Answer.YES)
            _end_ride(db, self.meeting_id, member.member_id)

    def _mine(self, member: Invited) -> tuple[Any, ...]:
        return (
            lift_offers.c.meeting_id == self.meeting_id,
            lift_offers.c.member_id == member.member_id,
        )


@dataclass(frozen=True, slots=True)
class LiftPhoneShown:
    lift: Lift


@dataclass(frozen=True, slots=True)
class ShowLiftPhone:
    """Whoever takes her along may see her phone number."""

    meeting_id: int

    def carry_out(self, db: Connection, deed: Deed) -> LiftPhoneShown:
        meeting = locked_meeting(db, self.meeting_id)
        member = who_answers(db, meeting, deed)
        require_planned(meeting)
        mine = (lifts.c.meeting_id == meeting.id, lifts.c.rider_id == member.member_id)
        db.execute(update(lifts).where(*mine).values(shares_phone=True))
        for each in lifts_to(db, meeting).agreed:
            if each.rider.member_id == member.member_id:
                return LiftPhoneShown(each)
        raise Refused(Code.NOTHING_WAITING)


def who_answers(db: Connection, meeting: Meeting, deed: Deed) -> Invited:
    """The one who acts, as a member of the meeting's club; else Refused(NOT_ALLOWED)."""
    for each in invited(db, meeting):
        if each.person_id == deed.person_id:
            return each
    raise Refused(Code.NOT_ALLOWED)


def note_answer(  # noqa: PLR0917
    db: Connection, deed: Deed, meeting_id: int, member: Invited, answer: Answer, reason: str = ""
) -> None:
    """Her answer to "will you come?", in place of the one before."""
    said = {
        "answer": answer.value,
        "reason": reason or None,
        "answered_at": deed.now,
        "noted_by": None if member.person_id == deed.person_id else deed.person_id,
    }
    mine = (
        meeting_answers.c.meeting_id == meeting_id,
        meeting_answers.c.member_id == member.member_id,
    )
    if member.answer is None:
        row = {"meeting_id": meeting_id, "member_id": member.member_id} | said
        db.execute(insert(meeting_answers).values(row))
    else:
        db.execute(update(meeting_answers).where(*mine).values(said))


def follow_answer(
    db: Connection, deed: Deed, meeting: Meeting, *, member_id: int, answer: Answer
) -> LiftChanges:
    """What an answer that is noted already means for the lifts of others."""
    before = lifts_to(db, meeting)
    if answer is not Answer.LIFT:
        _end_ride(db, meeting.id, member_id)
    if answer is not Answer.YES:
        _withdraw_offer(db, meeting, member_id)
        _keep_only(db, meeting, member_id, 0)
    return settle_lifts(db, deed, meeting, before)


def settle_lifts(db: Connection, deed: Deed, meeting: Meeting, before: Lifts) -> LiftChanges:
    """Gives free places to those who wait; what is different from before."""
    now = lifts_to(db, meeting)
    for rider, driver in paired(now.waiting_places(), now.free):
        db.execute(
            insert(lifts).values(
                meeting_id=meeting.id,
                rider_id=rider,
                driver_id=driver,
                shares_phone=False,
                agreed_at=deed.now,
            )
        )
    after = lifts_to(db, meeting)
    kept = {_pair(each) for each in after.agreed}
    ended = tuple(each for each in before.agreed if _pair(each) not in kept)
    waiting = {each.member_id for each in after.waiting}
    return LiftChanges(
        tuple(e for e in after.agreed if _pair(e) not in {_pair(b) for b in before.agreed}),
        ended,
        tuple(each.rider for each in ended if each.rider.member_id in waiting),
    )


def _pair(lift: Lift) -> tuple[int, int]:
    return lift.rider.member_id, lift.driver.member_id


def _end_ride(db: Connection, meeting_id: int, rider: int) -> None:
    db.execute(delete(lifts).where(lifts.c.meeting_id == meeting_id, lifts.c.rider_id == rider))


def _withdraw_offer(db: Connection, meeting: Meeting, member_id: int) -> None:
    db.execute(
        delete(lift_offers).where(
            lift_offers.c.meeting_id == meeting.id, lift_offers.c.member_id == member_id
        )
    )


def _keep_only(db: Connection, meeting: Meeting, driver: int, seats: int) -> None:
    """Of those who ride with her as many as have a place stay, the first first."""
    mine = [e.rider.member_id for e in lifts_to(db, meeting).agreed if e.driver.member_id == driver]
    for rider in mine[seats:]:
        _end_ride(db, meeting.id, rider)
