"""A member asks the club for a loan."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.borrowing import check_amount, check_borrower, check_term
from club.loans import RepaymentForm, check_rate
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from club.votes import Outcome
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import lock_club
from storage.changes.rights import must_be_allowed
from storage.queries.helping.witnesses import without_phone
from storage.queries.loans.lending import Lending, borrower, free_to_lend, lending, lending_fund
from storage.queries.loans.loan_votes import Ballot, ballot
from storage.queries.loans.loans import LoanState
from storage.queries.loans.rounds import open_round
from storage.tables.loans import loans
from storage.tables.people import members


@dataclass(frozen=True, slots=True)
class LoanAsked:
    """`ballot` is the vote that begins; with too few entitled the meeting decides."""

    ballot: Ballot
    meeting_decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForLoan:
    """The borrower herself asks, on the terms she was shown; `for_member` has no phone, and one of
    the board asks for her.
    """

    club_id: int
    purpose: str
    amount: Money
    months: int
    form: RepaymentForm
    for_member: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> LoanAsked:
        """Raises Refused for who may not borrow now, and for a sum or term that cannot be lent."""
        if deed.club_id != self.club_id:
            raise Refused(Code.NOT_FOUND)
        must_be_allowed(db, deed, Action.ASK_LOAN)
        lock_club(db, self.club_id)
        member_id = self._member(db, deed)
        terms = self._checked(db, member_id, deed.today).terms(self.amount, self.months, self.form)
        check_rate(terms)
        loan_id = inserted(
            db,
            loans,
            club_id=self.club_id,
            member_id=member_id,
            fund_id=lending_fund(db, self.club_id),
            purpose=self.purpose,
            principal=terms.principal,
            months=terms.months,
            rate_hundredths_percent_a_month=terms.rate_hundredths_percent_a_month,
            form=terms.form.value,
            basis=terms.basis.value,
            step=terms.step,
            state=LoanState.ASKED.value,
            asked_at=deed.now,
            asked_on=deed.today,
            asked_by=deed.person,
            round_id=_round_of(db, self.club_id, deed.today),
            cause=deed.cause,
        )
        return _asked(db, self.club_id, loan_id, deed.today)

    def _member(self, db: Connection, deed: Deed) -> int:
        if self.for_member is None:
            return member_of(db, self.club_id, deed.person)
        must_be_allowed(db, deed, Action.ENTER_MEMBER)
        there = {each.member_id for each in without_phone(db, self.club_id)}
        if self.for_member not in there:
            raise Refused(Code.NOT_ALLOWED)
        return self.for_member

    def _checked(self, db: Connection, member_id: int, today: date) -> Lending:
        settled = lending(db, self.club_id, today)
        who = borrower(db, member_id, today)
        check_borrower(who, settled.rules, today)
        free = free_to_lend(db, self.club_id)
        check_amount(self.amount, borrower=who, rules=settled.rules, free=free)
        check_term(self.months, settled.rules)
        if self.form not in settled.forms:
            raise Refused(Code.FORM_NOT_OFFERED)
        return settled


def member_of(db: Connection, club_id: int, person_id: int) -> int:
    """The person's membership in the club. Raises Refused(NOT_FOUND) without one."""
    found = db.execute(
        select(members.c.id).where(members.c.club_id == club_id, members.c.person_id == person_id)
    ).scalar()
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return int(found)


def _round_of(db: Connection, club_id: int, today: date) -> int | None:
    """While a round collects requests, every request belongs to it."""
    found = open_round(db, club_id)
    return found.id if found is not None and found.collects(today) else None


def _asked(db: Connection, club_id: int, loan_id: int, today: date) -> LoanAsked:
    begun = ballot(db, club_id, loan_id, today)
    if begun is None:
        raise LookupError("a loan that was just asked for")
    return LoanAsked(begun, begun.outcome(today) is Outcome.NEEDS_MEETING)
