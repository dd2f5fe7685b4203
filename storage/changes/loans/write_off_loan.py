"""The meeting gives a loan up; what is still paid on it later is a recovery (Club rules, C.7)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, update

from club.ledger import check_day, loan_written_off, recovered
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.loans.loan_by_meeting import must_be_impartial
from storage.changes.loans.pay_out_loan import locked_loan
from storage.changes.loans.reschedule_loan import running_loan
from storage.changes.money.book import Written, write_entry
from storage.changes.money.cash_keepers import must_keep_cash_for
from storage.changes.money.second_person import Proposed, carried_out, propose, write_for_two
from storage.changes.rights import must_be_allowed
from storage.queries.loans.loans import LoanState
from storage.queries.loans.written_off import WrittenOff, written_off_loan
from storage.queries.meetings.minutes_on_day import MinutesState, minutes_state_on
from storage.queries.money.ledger import places_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.loans import loans

GIVEN_UP_BY = ("meeting", "officer")


@dataclass(frozen=True, slots=True)
class WriteOffLoan:
    """What the members' meeting decided, entered with its minutes; a second person has to agree.

    `decided_by` "officer": the board with the commune officer; then `minutes_on` is their day.
    """

    loan_id: int
    minutes_on: date
    reason: str
    decided_by: str = "meeting"

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused for a loan not running, for the borrower's household, without a reason,
        and where the meeting is said to have decided but nobody has begun its minutes (C.7).
        """
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        running = running_loan(db, deed, self.loan_id)
        must_be_impartial(db, deed, running.borrower)
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        check_day(self.minutes_on, today=deed.today)
        if self.decided_by not in GIVEN_UP_BY:
            raise Refused(Code.NOT_ALLOWED)
        if self.decided_by == "meeting":
            _must_have_minutes(db, running.club, self.minutes_on)
        content = {
            "member": running.member,
            "amount": running.outstanding.dong,
            "minutes_on": self.minutes_on.isoformat(),
            "decided_by": self.decided_by,
        }
        return propose(
            db, deed, ProposalKind.WRITE_OFF, content, subject=running.id, reason=self.reason
        )


def _must_have_minutes(db: Connection, club_id: int, day: date) -> None:
    if minutes_state_on(db, club_id, day) is MinutesState.MISSING:
        raise Refused(Code.MINUTES_MISSING, day=day)


@carried_out(ProposalKind.WRITE_OFF)
def write_off(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The fund that lent bears it. Raises Refused if something was repaid meanwhile."""
    given_up = running_loan(db, deed, agreed.subject)
    if given_up.outstanding != Money(agreed.content["amount"]):
        raise Refused(Code.BOOKS_CHANGED)
    entry = loan_written_off(
        fund=given_up.fund,
        loan=given_up.id,
        member=given_up.member,
        principal=given_up.outstanding,
        happened_on=deed.today,
    )
    written = write_for_two(db, deed, agreed, entry, for_member=given_up.member)
    over = {"state": LoanState.WRITTEN_OFF.value, "ended_on": deed.today}
    db.execute(update(loans).where(loans.c.id == given_up.id).values(over))
    return (written,)


@dataclass(frozen=True, slots=True)
class LoanRecovered:
    """`left` is what of the loss is not recovered yet."""

    written_off: WrittenOff
    amount: Money
    left: Money
    voucher: str


@dataclass(frozen=True, slots=True)
class RecoverLoan:
    """Something is paid on a loan that was written off; never more than was lost."""

    loan_id: int
    place_id: int
    amount: Money

    def carry_out(self, db: Connection, deed: Deed) -> LoanRecovered:
        must_be_allowed(db, deed, Action.TAKE_REPAYMENT)
        gone = locked_loan(db, deed, self.loan_id)
        found = written_off_loan(db, gone.club, gone.id)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        must_keep_cash_for(db, deed, gone.borrower)
        if self.place_id not in {each.id for each in places_of(db, gone.club)}:
            raise Refused(Code.NOT_FOUND)
        if self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        if self.amount > found.lost:
            raise Refused(Code.MORE_THAN_OWED, owed=found.lost)
        entry = recovered(
            fund=gone.fund,
            place=self.place_id,
            loan=gone.id,
            member=gone.member,
            amount=self.amount,
            happened_on=deed.today,
        )
        written = write_entry(db, deed, entry, for_member=gone.member)
        return LoanRecovered(found, self.amount, found.lost - self.amount, written.voucher)
