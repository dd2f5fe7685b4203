"""Clubs become one, a club is dissolved: chair and bookkeeper, then the officer (Club rules, E.4).

The books are finished before; what is owed back goes first; the last month closes with the club.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, or_, select, update

from club.calendar import Month
from club.members import Action
from club.refusals import Code, Refused
from club.rights import all_who_may, may
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.leave_club import end_offices
from storage.changes.members.moved_members import Moving, move_members
from storage.changes.members.officer_matters import DONE_BY_OFFICER, ask_officer, officers_of
from storage.changes.money.book import Written, lock_club
from storage.changes.money.close_month import close_last, split_last
from storage.changes.money.hand_over_books import HandingOver, hand_over
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import roles_of
from storage.queries.clubs import club
from storage.queries.members.boards import holders
from storage.queries.members.clubs_ended import hindrances, neighbours, waits_for_officer
from storage.queries.members.office_times import OfficerMatter
from storage.queries.members.offices import held_offices
from storage.queries.money.golden_heart import goods_in_stock
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.areas import clubs
from storage.tables.board_life import clubs_ended
from storage.tables.books import golden_heart, goods_given
from storage.tables.chats import chats, dialogues, invitations
from storage.tables.club_life import activity_plans, teams
from storage.tables.meetings import meetings
from storage.tables.people import members
from storage.tables.schedule import reminders
from storage.tables.sessions import support_sessions

MERGED, DISSOLVED = "merged", "dissolved"


@dataclass(frozen=True, slots=True)
class MergeInto:
    """By chair or bookkeeper of the club that ends; the other of the two agrees, then one of the
    same two of the club that goes on, then the officer.
    """

    into_club: int

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        club_id = may_end(db, deed)
        if self.into_club not in {each.id for each in neighbours(db, club_id, deed.today)}:
            raise Refused(Code.CLUBS_TOO_FAR)
        must_be_ready(db, deed, club_id)
        content = {"into": self.into_club, "only": enders(db, deed, club_id)}
        return propose(db, deed, ProposalKind.MERGE_INTO, content, subject=club_id)


@dataclass(frozen=True, slots=True)
class DissolveClub:
    """`receiver`: who gets what is left, in words; the own money goes there by its source."""

    receiver: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        club_id = may_end(db, deed)
        if not self.receiver.strip():
            raise Refused(Code.REASON_MISSING)
        must_be_ready(db, deed, club_id, dissolved=True)
        content = {"only": enders(db, deed, club_id)}
        kind, words = ProposalKind.DISSOLVE, self.receiver.strip()
        return propose(db, deed, kind, content, subject=club_id, reason=words)


def may_end(db: Connection, deed: Deed) -> int:
    """The club of the deed, locked. Raises Refused for all but chair and bookkeeper, and while
    the officer is asked already.
    """
    club_id = locked_club_of(deed, db)
    if not may(roles_of(db, deed), Action.END_CLUB):
        raise Refused(Code.NOT_ALLOWED)
    officers_of(db, club_id, deed.today)
    if waits_for_officer(db, club_id):
        raise Refused(Code.WAITS_ALREADY)
    return club_id


def must_be_ready(db: Connection, deed: Deed, club_id: int, *, dissolved: bool = False) -> None:
    """Raises Refused(FINISH_FIRST) while anything stands in the way."""
    if hindrances(db, club_id, deed.today, dissolved=dissolved):
        raise Refused(Code.FINISH_FIRST)


def enders(db: Connection, deed: Deed, club_id: int) -> list[int]:
    """Who has to agree beside the doer of the deed."""
    found = holders(db, club_id, deed.today, *sorted(all_who_may(Action.END_CLUB)))
    return [each for each in found if each != deed.person_id]


@carried_out(ProposalKind.MERGE_INTO)
def ask_other_club(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The two of the club that ends have agreed; now one of the two of the other is asked."""
    must_be_ready(db, deed, agreed.club_id)
    into = agreed.content["into"]
    asking = replace(
        deed,
        club_id=into,
        person_id=agreed.proposed_by,
        chat_id=agreed.account,
        cause=f"{deed.cause}:into",
    )
    theirs = holders(db, into, deed.today, *sorted(all_who_may(Action.END_CLUB)))
    content = {"from": agreed.club_id, "second": deed.person, "only": theirs}
    propose(db, asking, ProposalKind.TAKE_IN, content, subject=agreed.club_id)
    return ()


@carried_out(ProposalKind.TAKE_IN)
def ask_about_merging(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Both clubs want it: the officer of their commune is asked."""
    from_club = agreed.content["from"]
    if waits_for_officer(db, from_club):
        raise Refused(Code.WAITS_ALREADY)
    content = {"into": agreed.club_id, "second": agreed.content["second"]}
    ask_officer(db, deed, replace(agreed, club_id=from_club, content=content), "merge_clubs")
    return ()


@carried_out(ProposalKind.DISSOLVE)
def ask_about_dissolving(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    must_be_ready(db, deed, agreed.club_id, dissolved=True)
    ask_officer(db, deed, replace(agreed, content={"proposal": agreed.id}), "dissolve")
    return ()


def merge_clubs(db: Connection, deed: Deed, about: OfficerMatter) -> None:
    """The officer has agreed: people, loans, money and what goes on are the other club's."""
    from_club, into = about.club_id, about.content["into"]
    lock_club(db, into)
    must_be_ready(db, deed, from_club)
    if into not in {each.id for each in neighbours(db, from_club, deed.today)}:
        raise Refused(Code.CLUBS_TOO_FAR)
    given_by = (about.proposed_by, about.content["second"])
    split_last(db, deed, from_club, given_by)
    people = move_members(db, deed, Moving(from_club, into, MERGED))
    way = HandingOver(
        from_club=from_club,
        to_club=into,
        given_by=given_by,
        taken_by=(about.seconded_by, deed.person),
        people=people,
    )
    hand_over(db, deed, way)
    _goods_go(db, deed, from_club, into)
    _work_goes_on(db, deed, from_club, into)
    _end(db, deed, from_club, into, given_by)


def dissolve(db: Connection, deed: Deed, about: OfficerMatter) -> None:
    """The officer has agreed: nothing is owed any more; what is left goes where it was said."""
    club_id = about.club_id
    must_be_ready(db, deed, club_id, dissolved=True)
    given_by = (about.proposed_by, about.seconded_by)
    split_last(db, deed, club_id, given_by)
    hand_over(db, deed, HandingOver(from_club=club_id, to_club=None, given_by=given_by, people={}))
    gone = {"state": "left", "left_on": deed.today, "reason": DISSOLVED}
    there = (members.c.club_id == club_id, members.c.state == "member")
    db.execute(update(members).where(*there).values(**gone))
    asking = (members.c.club_id == club_id, members.c.state == "asked")
    db.execute(update(members).where(*asking).values(state="refused", decided_by=deed.person_id))
    _end(db, deed, club_id, None, given_by)


DONE_BY_OFFICER["merge_clubs"] = merge_clubs
DONE_BY_OFFICER["dissolve"] = dissolve


def _goods_go(db: Connection, deed: Deed, from_club: int, into: int) -> None:
    """What is left of goods is the other club's, from the club that had it."""
    names = {each: club(db, each).name for each in (from_club, into)}
    month = Month.of(deed.today)
    for number, each in enumerate(goods_in_stock(db, from_club)):
        if each.left <= 0:
            continue
        what = {"item": each.item, "unit": each.unit, "quantity_thousandths": each.left}
        cause = f"{deed.cause}:goods:{number}"
        given = {"given_on": deed.today, "recorded_by": deed.person, "recorded_at": deed.now}
        to_whom = names[into]
        inserted(db, goods_given, club_id=from_club, to_whom=to_whom, cause=cause, **given, **what)
        gift = {"given_on": deed.today, "booked_month": month, "kind": "goods"}
        donor = {"donor": names[from_club], "donor_agreed": True}
        inserted(db, golden_heart, club_id=into, cause=cause, **gift, **donor, **what)


def _work_goes_on(db: Connection, deed: Deed, from_club: int, into: int) -> None:
    """Teams, plans and support sessions to come are the other club's."""
    still = (
        (teams, teams.c.ended_on.is_(None)),
        (activity_plans, activity_plans.c.state == "planned"),
        (support_sessions, support_sessions.c.starts_at > deed.now),
    )
    for table, goes_on in still:
        ours = update(table).where(table.c.club_id == from_club, goes_on)
        db.execute(ours.values(club_id=into))
    there = members.alias("there")
    leaders = (
        select(there.c.id)
        .join(members, members.c.person_id == there.c.person_id)
        .where(members.c.id == teams.c.leader_id, there.c.club_id == into)
        .scalar_subquery()
    )
    led = update(teams).where(teams.c.club_id == into, teams.c.leader_id.is_not(None))
    db.execute(led.values(leader_id=leaders))


def _end(  # noqa: PLR0917
    db: Connection, deed: Deed, club_id: int, into: int | None, closed_by: tuple[int, int]
) -> None:
    """The last month closes, offices end, nothing is planned or asked any more."""
    close_last(db, deed, club_id, closed_by)
    end_offices(db, [e.office_id for e in held_offices(db, club_id, deed.today)], deed.today)
    db.execute(update(clubs).where(clubs.c.id == club_id).values(ended_on=deed.today))
    inserted(db, clubs_ended, club_id=club_id, into_club_id=into, ended_on=deed.today)
    to_come = (meetings.c.club_id == club_id, meetings.c.state == "planned")
    db.execute(update(meetings).where(*to_come).values(state="cancelled"))
    planned = (reminders.c.club_id == club_id, reminders.c.state == "planned")
    why = "the club has ended"
    db.execute(update(reminders).where(*planned).values(state="dropped", why=why))
    unused = (invitations.c.club_id == club_id, invitations.c.used_at.is_(None))
    db.execute(update(invitations).where(*unused).values(ends_at=deed.now))
    begun = or_(dialogues.c.place == "front", dialogues.c.place == "parked")
    of_club = (dialogues.c.club_id == club_id, dialogues.c.chat_id != deed.chat_id, begun)
    db.execute(update(dialogues).where(*of_club).values(place="stopped"))
    db.execute(update(chats).where(chats.c.club_id == club_id).values(club_id=into))
