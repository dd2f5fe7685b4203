"""A part of a club founds a club of its own: chair and bookkeeper, then the officer (rules, E.4).

Whole groups go, with their loans and what is owed back to them first, then a part of the club's
own money by where it came from. The club itself goes on.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, update

from club.calendar import Month
from club.contributions import rate_in_force
from club.members import Role
from club.refusals import Code, Refused
from club.settings import SETTINGS, Kind
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.found_club import (
    ClubFounded,
    NewClub,
    found_in_commune,
    free_code,
    settle,
)
from storage.changes.members.appoint import take_office
from storage.changes.members.end_club import enders, may_end, must_be_ready
from storage.changes.members.leave_club import end_offices
from storage.changes.members.moved_members import Moving, move_members
from storage.changes.members.officer_matters import DONE_BY_OFFICER, ask_officer
from storage.changes.money.book import Written, lock_club
from storage.changes.money.hand_over_books import HandingOver, hand_over
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.queries.members.clubs_ended import commune_of
from storage.queries.members.clubs_split import Parting, parting
from storage.queries.members.members import person_of_member
from storage.queries.members.office_times import OfficerMatter
from storage.queries.members.offices import held_offices
from storage.queries.money.fees import fee_rates_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.money.proposals import proposal as proposal_of
from storage.queries.settings.settings import setting
from storage.tables.areas import clubs
from storage.tables.board_life import officer_matters
from storage.tables.books import fee_rates
from storage.tables.chats import chats, dialogues
from storage.tables.people import groups
from storage.tables.schedule import reminders

SPLIT = "split"
FIRST_BOARD = (Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitClub:
    """`groups` go; `percent` of the own money goes along; `board` are memberships, in the order
    of FIRST_BOARD.
    """

    name: str
    groups: tuple[int, ...]
    percent: int
    board: tuple[int, ...]

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused while the books are not ready, and where it cannot be done so."""
        club_id = may_end(db, deed)
        must_be_ready(db, deed, club_id)
        if not self.name.strip():
            raise Refused(Code.REASON_MISSING)
        _check_board(parting(db, club_id, self.groups, self.percent, deed.today), self.board)
        content = {
            "groups": list(self.groups),
            "percent": self.percent,
            "board": list(self.board),
            "only": enders(db, deed, club_id),
        }
        name = self.name.strip()
        return propose(db, deed, ProposalKind.SPLIT, content, subject=club_id, reason=name)


def _check_board(going: Parting, board: Collection[int]) -> None:
    """Three different people of those who go."""
    if len(set(board)) != len(FIRST_BOARD) or not set(board) <= going.members:
        raise Refused(Code.NOT_FOUND)


@carried_out(ProposalKind.SPLIT)
def ask_about_splitting(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    must_be_ready(db, deed, agreed.club_id)
    ask_officer(db, deed, replace(agreed, content={"proposal": agreed.id}), SPLIT)
    return ()


def split(db: Connection, deed: Deed, about: OfficerMatter) -> None:
    """The officer has agreed: the new club is founded, and what is theirs goes there."""
    agreed = proposal_of(db, about.club_id, about.content["proposal"])
    assert agreed is not None
    must_be_ready(db, deed, about.club_id)
    what = agreed.content
    going = parting(db, about.club_id, what["groups"], what["percent"], deed.today)
    _check_board(going, what["board"])
    founded = _found(db, deed, about.club_id, agreed.reason)
    lock_club(db, founded.club_id)
    way = Moving(about.club_id, founded.club_id, SPLIT, going.members)
    numbers = move_members(db, deed, way)
    board = _takes_office(db, deed, founded.club_id, what["board"])
    given_by = (about.proposed_by, about.seconded_by)
    hand_over(
        db,
        deed,
        HandingOver(
            from_club=about.club_id,
            to_club=founded.club_id,
            given_by=given_by,
            taken_by=(board[0], board[1]),
            people=numbers,
            own=going.own,
        ),
    )
    _leave(db, deed, way, going, what["groups"])
    offices = {role.value: person for role, person in zip(FIRST_BOARD, board, strict=True)}
    content = {**about.content, "founded": founded.club_id, **offices}
    this = update(officer_matters).where(officer_matters.c.id == about.id)
    db.execute(this.values(content=content))


DONE_BY_OFFICER[SPLIT] = split


def _takes_office(db: Connection, deed: Deed, club_id: int, chosen: Sequence[int]) -> list[int]:
    """The new club's first board, from its memberships in the old; the persons."""
    board = [person_of_member(db, each) for each in chosen]
    for role, person in zip(FIRST_BOARD, board, strict=True):
        take_office(db, club_id, person, role, today=deed.today, by=deed.person)
    return board


def _found(db: Connection, deed: Deed, from_club: int, name: str) -> ClubFounded:
    """In the same commune, with the rules and the fee of the club they come from."""
    old = db.execute(select(clubs).where(clubs.c.id == from_club)).one()
    commune = commune_of(db, from_club, deed.today)
    assert commune is not None
    new = NewClub(
        name=name,
        hamlet=old.hamlet,
        province="",
        commune="",
        founded_on=deed.today,
        join_code=free_code(db),
        timezone=old.timezone,
        practice=old.practice,
        meeting_day=setting(db, from_club, "meeting_day", deed.today),
    )
    founded = found_in_commune(db, new, commune, deed.now)
    _same_fee(db, deed, from_club, founded.club_id)
    for each in SETTINGS.values():
        value = setting(db, from_club, each.name, deed.today)
        # Shares of interest name the old club's funds; the meeting day is there already.
        if value != each.default and each.kind not in {Kind.SHARES, Kind.MEETING_DAY}:
            settle(db, founded.club_id, each.name, value, deed.today, deed.now, by=deed.person)
    return founded


def _same_fee(db: Connection, deed: Deed, from_club: int, to_club: int) -> None:
    month = Month.of(deed.today)
    rates = fee_rates_of(db, from_club).club
    now = rate_in_force(rates, month)
    held = [] if now is None else [(month, now)]
    db.execute(fee_rates.delete().where(fee_rates.c.club_id == to_club))
    for begins, rate in [*held, *((e.valid_from, e) for e in rates if e.valid_from > month)]:
        inserted(
            db,
            fee_rates,
            club_id=to_club,
            amount=rate.amount,
            period_months=rate.period_months,
            per_household=rate.per_household,
            valid_from=begins,
        )


def _leave(  # noqa: PLR0917
    db: Connection, deed: Deed, way: Moving, going: Parting, gone_groups: Collection[int]
) -> None:
    """In the old club their groups and offices end, and nothing of it is sent or asked any more."""
    people = [each.person_id for each in going.people]
    held = [
        e.office_id for e in held_offices(db, way.from_club, deed.today) if e.person_id in people
    ]
    end_offices(db, held, deed.today)
    db.execute(update(groups).where(groups.c.id.in_(gone_groups)).values(ended_on=deed.today))
    planned = (
        reminders.c.club_id == way.from_club,
        reminders.c.person_id.in_(people),
        reminders.c.state == "planned",
    )
    why = "her part of the club is a club of its own"
    db.execute(update(reminders).where(*planned).values(state="dropped", why=why))
    of_theirs = (
        dialogues.c.club_id == way.from_club,
        dialogues.c.person_id.in_(people),
        dialogues.c.chat_id != deed.chat_id,
        dialogues.c.place.in_(("front", "parked")),
    )
    db.execute(update(dialogues).where(*of_theirs).values(place="stopped"))
    theirs = (chats.c.club_id == way.from_club, chats.c.person_id.in_(people))
    db.execute(update(chats).where(*theirs).values(club_id=way.to_club))
