"""A loan gets a new schedule for what is left; it stays marked (Club rules, C.6)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, update

from club.ledger import check_day
from club.loans import check_rate
from club.members import Action
from club.refusals import Code, Refused
from club.repayments import OpenInstalment
from club.rescheduling import new_terms, rescheduled
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.loans.loan_by_meeting import must_be_impartial
from storage.changes.loans.pay_out_loan import instalment_row, locked_loan
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.changes.rights import must_be_allowed
from storage.queries.loans.lending import lending
from storage.queries.loans.loans import Loan, LoanState
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.loans import instalments, loan_reschedulings, loans

LONGEST_MONTHS = 60
DECIDED_BY = ("board", "meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class RescheduleLoan:
    """What board or meeting decided, entered with the minutes; a second person has to agree."""

    loan_id: int
    months: int
    decided_by: str
    minutes_on: date
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused for a loan not running, for the borrower's household, without a reason."""
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        running = running_loan(db, deed, self.loan_id)
        must_be_impartial(db, deed, running.borrower)
        if not 1 <= self.months <= LONGEST_MONTHS:
            raise Refused(Code.TERM_NOT_OFFERED, shortest=1, longest=LONGEST_MONTHS)
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        check_day(self.minutes_on, today=deed.today)
        check_rate(new_terms(running.instalments, running.terms, self.months))
        content = {
            "member": running.member,
            "months": self.months,
            "decided_by": DECIDED_BY[DECIDED_BY.index(self.decided_by)],
            "minutes_on": self.minutes_on.isoformat(),
        }
        return propose(
            db, deed, ProposalKind.RESCHEDULE, content, subject=running.id, reason=self.reason
        )


@carried_out(ProposalKind.RESCHEDULE)
def reschedule(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The new schedule takes the place of what was open; the old one is kept beside it."""
    running = running_loan(db, deed, agreed.subject)
    months = int(agreed.content["months"])
    plan = rescheduled(
        running.instalments,
        running.terms,
        months=months,
        meets=lending(db, running.club, deed.today).meets,
        today=deed.today,
    )
    inserted(
        db,
        loan_reschedulings,
        loan_id=running.id,
        rescheduled_at=deed.now,
        decided_by=agreed.content["decided_by"],
        minutes_on=date.fromisoformat(agreed.content["minutes_on"]),
        months=months,
        before=[_as_it_was(each) for each in running.instalments],
    )
    db.execute(delete(instalments).where(instalments.c.loan_id == running.id))
    db.execute(insert(instalments), [instalment_row(running.id, each) for each in plan])
    db.execute(update(loans).where(loans.c.id == running.id).values(rescheduled=True))
    return ()


def running_loan(db: Connection, deed: Deed, loan_id: int) -> Loan:
    """The loan, locked, while something of its principal is owed. Raises Refused."""
    found = locked_loan(db, deed, loan_id)
    if found.state is not LoanState.RUNNING or not found.outstanding:
        raise Refused(Code.BOOKS_CHANGED)
    return found


def _as_it_was(each: OpenInstalment) -> list[object]:
    was = each.instalment
    return [was.number, was.due_on.isoformat(), was.principal.dong, was.interest.dong]
