"""Terms of offices, a stand-in for the cashier, an acting chair (Club rules, E.1)."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select, update

from club.members import Action, Role
from club.offices import LONGEST_STAND_IN, check_stand_in
from club.refusals import Code, Refused
from club.rights import all_who_may
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.leave_club import end_offices
from storage.changes.members.new_accounts import office_reached
from storage.changes.members.officer_matters import DONE_BY_OFFICER, ask_officer, officers_of
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.members.boards import board, holders
from storage.queries.members.member_record import KnownMember, known_member
from storage.queries.members.office_times import (
    OfficerMatter,
    StandIn,
    cash_is_counted,
    stand_ins_of,
)
from storage.queries.members.offices import HeldOffice, held_offices
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.board_life import stand_ins
from storage.tables.people import offices


@dataclass(frozen=True, slots=True)
class TermSet:
    office: HeldOffice
    until: date


@dataclass(frozen=True, slots=True)
class SetTerm:
    """The chair notes until when somebody was elected. The office goes on until it is ended."""

    office_id: int
    until: date

    def carry_out(self, db: Connection, deed: Deed) -> TermSet:
        must_be_allowed(db, deed, Action.APPOINT_OFFICE)
        club_id = locked_club_of(deed, db)
        found = next(
            (e for e in held_offices(db, club_id, deed.today) if e.office_id == self.office_id),
            None,
        )
        if found is None:
            raise Refused(Code.NOT_FOUND)
        if self.until <= deed.today:
            raise Refused(Code.DAY_PAST)
        term = update(offices).where(offices.c.id == found.office_id)
        db.execute(term.values(term_ends_on=self.until))
        return TermSet(found, self.until)


@dataclass(frozen=True, slots=True)
class NameStandIn:
    """By chair or bookkeeper; the other of the two says the second yes. Cash is counted before."""

    member_id: int
    until: date

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.NAME_STAND_IN)
        who = _check_cashier(db, club_id, self.member_id, self.until, deed.today)
        names = holders(db, club_id, deed.today, *sorted(all_who_may(Action.NAME_STAND_IN)))
        content = {
            "member": who.member_id,
            "until": self.until.isoformat(),
            "only": [each for each in names if each != deed.person_id],
        }
        return propose(db, deed, ProposalKind.STAND_IN, content, subject=club_id)


def _check_cashier(  # noqa: PLR0917
    db: Connection, club_id: int, member_id: int, until: date, today: date
) -> KnownMember:
    who = member_of_today(db, club_id, member_id)
    if not today < until <= today + LONGEST_STAND_IN:
        raise Refused(Code.DAY_PAST if until <= today else Code.STAND_IN_TOO_LONG)
    check_stand_in(_held_by(db, club_id, who.person_id, today), for_role=Role.CASHIER)
    if any(each.role is Role.CASHIER for each in stand_ins_of(db, club_id)):
        raise Refused(Code.STANDS_IN_ALREADY)
    if not cash_is_counted(db, club_id, today):
        raise Refused(Code.COUNT_FIRST)
    return who


@carried_out(ProposalKind.STAND_IN)
def name_stand_in(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The cashier's office waits; the stand-in holds it from today, and then it goes on."""
    until = date.fromisoformat(agreed.content["until"])
    club_id, today = agreed.club_id, deed.today
    who = _check_cashier(db, club_id, agreed.content["member"], until, today)
    before = [e for e in held_offices(db, club_id, today) if e.role is Role.CASHIER]
    end_offices(db, [each.office_id for each in before], today)
    resumes = None
    if before:
        resumes = _office(db, deed, club_id, before[0].person_id, Role.CASHIER, until + _ONE)
    number = _office(db, deed, club_id, who.person_id, Role.CASHIER, today, until)
    _keep(db, club_id, number, Role.CASHIER, (today, until), resumes)
    office_reached(db, deed, who.person_id)
    return ()


_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StandInEnded:
    stand_in: StandIn
    resumes: int | None


@dataclass(frozen=True, slots=True)
class EndStandIn:
    """By chair or bookkeeper, on a day on which two have counted the cash (Club rules, E.1)."""

    stand_in_id: int

    def carry_out(self, db: Connection, deed: Deed) -> StandInEnded:
        club_id = locked_club_of(deed, db)
        must_be_allowed(db, deed, Action.NAME_STAND_IN)
        found = next((e for e in stand_ins_of(db, club_id) if e.id == self.stand_in_id), None)
        if found is None or found.role is not Role.CASHIER:
            raise Refused(Code.NOT_FOUND)
        if not cash_is_counted(db, club_id, deed.today):
            raise Refused(Code.COUNT_FIRST)
        if found.to_day >= deed.today:
            end_offices(db, [found.office_id], deed.today)
            again = update(offices).where(offices.c.id == found.resumes_office_id)
            db.execute(again.values(from_day=deed.today))
        ended = update(stand_ins).where(stand_ins.c.id == found.id)
        db.execute(ended.values(ended_on=deed.today))
        back = select(offices.c.person_id).where(offices.c.id == found.resumes_office_id)
        return StandInEnded(found, db.execute(back).scalar())


@dataclass(frozen=True, slots=True)
class NameActingChair:
    """Where the club has no chair: two of the board, then the officer of the commune."""

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.SECOND)
        club_id = locked_club_of(deed, db)
        who = _check_chair(db, club_id, self.member_id, deed.today)
        if who.person_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        content = {"member": who.member_id}
        return propose(db, deed, ProposalKind.ACTING_CHAIR, content, subject=club_id)


def _check_chair(db: Connection, club_id: int, member_id: int, today: date) -> KnownMember:
    if any(each.role == Role.CHAIR.value for each in board(db, club_id, today)):
        raise Refused(Code.CHAIR_THERE)
    officers_of(db, club_id, today)
    who = member_of_today(db, club_id, member_id)
    check_stand_in(_held_by(db, club_id, who.person_id, today), for_role=Role.CHAIR)
    return who


@carried_out(ProposalKind.ACTING_CHAIR)
def ask_for_acting_chair(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    _check_chair(db, agreed.club_id, agreed.content["member"], deed.today)
    ask_officer(db, deed, agreed, "acting_chair")
    return ()


def begin_acting(db: Connection, deed: Deed, about: OfficerMatter) -> None:
    """The officer has agreed: acting chair from today, for sixty days at most."""
    club_id = about.club_id
    who = _check_chair(db, club_id, about.content["member"], deed.today)
    until = deed.today + LONGEST_STAND_IN
    number = _office(db, deed, club_id, who.person_id, Role.CHAIR, deed.today, until)
    db.execute(update(offices).where(offices.c.id == number).values(term_ends_on=until))
    _keep(db, club_id, number, Role.CHAIR, (deed.today, until), None)
    office_reached(db, deed, who.person_id)


DONE_BY_OFFICER["acting_chair"] = begin_acting


def member_of_today(db: Connection, club_id: int, member_id: int) -> KnownMember:
    found = known_member(db, club_id, member_id)
    if found is None or found.state != "member":
        raise Refused(Code.NOT_FOUND)
    return found


def _held_by(db: Connection, club_id: int, person_id: int, today: date) -> list[Role]:
    return [e.role for e in held_offices(db, club_id, today) if e.person_id == person_id]


def _office(  # noqa: PLR0917
    db: Connection,
    deed: Deed,
    club_id: int,
    person_id: int,
    role: Role,
    from_day: date,
    to_day: date | None = None,
) -> int:
    return inserted(
        db,
        offices,
        club_id=club_id,
        person_id=person_id,
        role=role.value,
        from_day=from_day,
        to_day=to_day,
        appointed_by=deed.person,
    )


def _keep(  # noqa: PLR0917
    db: Connection,
    club_id: int,
    office_id: int,
    role: Role,
    days: tuple[date, date],
    resumes: int | None,
) -> None:
    inserted(
        db,
        stand_ins,
        club_id=club_id,
        office_id=office_id,
        resumes_office_id=resumes,
        role=role.value,
        from_day=days[0],
        to_day=days[1],
    )
