"""A member moves away or leaves; or comes back. What the club holds for her stays hers (A.6)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select, update

from club.offices import check_chair_stays
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.members.change_member import member_locked
from storage.queries.clubs import club
from storage.queries.members.member_record import HeldForHer, KnownMember, held_for
from storage.queries.members.offices import HeldOffice, held_offices
from storage.tables.people import members, offices

WAYS = ("moved", "left")


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """`held`: what is open between her and the club; `offices` ended with it."""

    club_id: int
    club_name: str
    who: KnownMember
    how: str
    held: HeldForHer
    offices: tuple[HeldOffice, ...]


@dataclass(frozen=True, slots=True)
class RecordLeaving:
    """`how`: moved away, or left. Nobody records his own. The last chair appoints first."""

    member_id: int
    how: str
    day: date

    def carry_out(self, db: Connection, deed: Deed) -> MemberLeft:
        club_id, who = member_locked(db, deed, self.member_id)
        check_leaving(db, deed, who, self.day)
        if self.how not in WAYS:
            raise Refused(Code.NOT_FOUND)
        held = held_offices(db, club_id, deed.today)
        theirs = [each for each in held if each.person_id == who.person_id]
        check_chair_stays([each.holding for each in held], [each.holding for each in theirs])
        end_offices(db, [each.office_id for each in theirs], deed.today)
        db.execute(
            update(members)
            .where(members.c.id == who.member_id)
            .values(state="left", left_on=self.day, reason=self.how)
        )
        open_items = held_for(db, club_id, who.member_id, deed.today)
        name = club(db, club_id).name
        return MemberLeft(club_id, name, who, self.how, open_items, tuple(theirs))


def check_leaving(db: Connection, deed: Deed, who: KnownMember, day: date) -> None:
    """A member of today, somebody else, on a day between joining and now."""
    if who.state != "member":
        raise Refused(Code.ALREADY_DONE)
    if who.person_id == deed.person_id:
        raise Refused(Code.OWN_AFFAIR)
    if day > deed.today:
        raise Refused(Code.DAY_IN_FUTURE)
    joined = select(members.c.joined_on).where(members.c.id == who.member_id)
    if day < db.execute(joined).scalar_one():
        raise Refused(Code.BEFORE_JOINING)


def end_offices(db: Connection, numbers: Collection[int], today: date) -> None:
    """The rights end at once: yesterday was the last day."""
    if numbers:
        last_day = today - timedelta(days=1)
        db.execute(update(offices).where(offices.c.id.in_(numbers)).values(to_day=last_day))


@dataclass(frozen=True, slots=True)
class MemberBack:
    club_name: str
    who: KnownMember


@dataclass(frozen=True, slots=True)
class TakeBackIn:
    """Whoever left is a member again from today; fees are owed from the next month (B.1)."""

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> MemberBack:
        club_id, who = member_locked(db, deed, self.member_id)
        if who.state == "member":
            raise Refused(Code.ALREADY_DONE)
        if who.state != "left":
            raise Refused(Code.NOT_FOUND)
        db.execute(
            update(members)
            .where(members.c.id == who.member_id)
            .values(
                state="member",
                joined_on=deed.today,
                left_on=None,
                reason=None,
                decided_by=deed.person,
            )
        )
        return MemberBack(club(db, club_id).name, who)
