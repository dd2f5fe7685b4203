"""The members' meeting decides on a loan where too few of the board may vote (Club rules, C.2)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, update

from club.ledger import check_day
from club.members import Action
from club.refusals import Code, Refused
from club.votes import LEAST_VOTERS
from storage.changes.deed import Deed
from storage.changes.loans.vote_on_loan import locked_ballot
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, propose
from storage.changes.rights import must_be_allowed
from storage.queries.loans.loan_votes import Ballot
from storage.queries.loans.loans import LoanState
from storage.queries.members.households import person_in
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.loans import loans


@dataclass(frozen=True, slots=True)
class EnterMeetingDecision:
    """What the meeting decided, with the day of its minutes; a second person has to agree."""

    loan_id: int
    yes: bool
    minutes_on: date
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        """Raises Refused where the board itself votes, and to the borrower's own household."""
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        asked = _waiting_for_meeting(db, deed, self.loan_id)
        must_be_impartial(db, deed, asked.loan.borrower)
        check_day(self.minutes_on, today=deed.today)
        if not self.yes and not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        content = {
            "member": asked.loan.member,
            "yes": self.yes,
            "minutes_on": self.minutes_on.isoformat(),
        }
        return propose(
            db,
            deed,
            ProposalKind.LOAN_BY_MEETING,
            content,
            subject=self.loan_id,
            reason=self.reason,
        )


@carried_out(ProposalKind.LOAN_BY_MEETING)
def decide_by_meeting(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """The loan is agreed to or refused; nothing is written into the books."""
    _waiting_for_meeting(db, deed, agreed.subject)
    state = LoanState.AGREED if agreed.content["yes"] else LoanState.REFUSED
    db.execute(
        update(loans)
        .where(loans.c.id == agreed.subject)
        .values(
            state=state.value,
            decided_on=deed.today,
            minutes_on=date.fromisoformat(agreed.content["minutes_on"]),
            decided_by=agreed.proposed_by,
            reason=agreed.reason or None,
        )
    )
    return ()


def must_be_impartial(db: Connection, deed: Deed, borrower: int) -> None:
    """Raises Refused(OWN_AFFAIR) for the borrower and his household."""
    club_id = deed.club_id
    if club_id is None:
        raise Refused(Code.NOT_FOUND)
    whom = person_in(db, club_id, borrower, deed.today)
    if person_in(db, club_id, deed.person, deed.today).is_close_to(whom):
        raise Refused(Code.OWN_AFFAIR)


def _waiting_for_meeting(db: Connection, deed: Deed, loan_id: int) -> Ballot:
    asked = locked_ballot(db, deed, loan_id)
    if not asked.is_open:
        raise Refused(Code.ALREADY_DONE)
    if asked.loan.round is not None or len(asked.entitled) >= LEAST_VOTERS:
        raise Refused(Code.NOT_ALLOWED)
    return asked
