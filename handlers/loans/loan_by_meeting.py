"""The members' meeting decides on a loan: one enters it with the minutes, a second agrees."""

from datetime import date

from club.members import Action
from club.refusals import Code
from club.votes import Outcome
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.loans.vote_on_loan import borrower_card, pay_out_card, request_said, subject_number
from handlers.meetings.minutes_day import day_of_minutes, with_minutes
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.loans import loan_changes as say_change
from messages.loans import loan_votes as say
from messages.moments import Moment
from storage.changes.loans.loan_by_meeting import EnterMeetingDecision
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.loans.loan_votes import Ballot, ballot
from storage.queries.loans.loans import Loan, LoanState, loan
from storage.queries.meetings.minutes import minute_takers
from storage.queries.members.boards import board
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.money.proposals import Proposal, ProposalKind


@dialogue("meeting_on_loan", title=say.decide_title, about=4)
async def meeting_on_loan(ask: Ask, me: Visitor) -> EnterMeetingDecision | Said | Redo:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    asked = await read(ballot, me.club_id, subject_number(me), me.today)
    no = await _no_decision(asked, me)
    if asked is None or no is not None:
        return no or Said(say.no_request_waits())
    request = await request_said(me, asked.loan)
    yes = await ask.yes_or_no("yes", say.what_meeting_decided(request))
    day = await day_of_minutes(ask, me)
    reason = "" if yes else await ask.text("reason", say.why_meeting_refused(), longest=200)
    described = say_change.decision_described(
        name=asked.loan.name,
        amount=asked.loan.terms.principal,
        yes=yes,
        minutes_on=day,
        reason=reason,
    )
    stands = await read(with_minutes, me.club_id, day, described)
    if not await ask.confirm("sure", say_change.read_back(stands)):
        return Redo(("yes", "minutes", "reason", "sure"))
    return EnterMeetingDecision(asked.loan.id, yes=yes, minutes_on=day, reason=reason)


async def _no_decision(asked: Ballot | None, me: Visitor) -> Said | None:
    """Why this visitor enters no decision here; None if she does."""
    if asked is None:
        return Said(say.no_request_waits())
    if not asked.is_open:
        return Said(say.request_decided())
    if me.person not in await read(minute_takers, me.club_id, asked.loan.borrower, me.today):
        return said_no(Code.OWN_AFFAIR)
    if asked.loan.round is not None or asked.outcome(me.today) is not Outcome.NEEDS_MEETING:
        return said_no(Code.NOT_ALLOWED)
    return None


def loan_meant(db: Connection, about: Proposal) -> Loan:
    """The loan that a proposal is about."""
    found = loan(db, about.club_id, about.subject)
    if found is None:
        raise LookupError("a proposal about a loan that is not there")
    return found


def minutes_of(about: Proposal) -> date:
    """The day of the minutes that the proposal names."""
    return date.fromisoformat(about.content["minutes_on"])


def _described(db: Connection, about: Proposal) -> Moment:
    asked = loan_meant(db, about)
    described = say_change.decision_described(
        name=asked.name,
        amount=asked.terms.principal,
        yes=about.content["yes"],
        minutes_on=minutes_of(about),
        reason=about.reason,
    )
    return with_minutes(db, about.club_id, minutes_of(about), described)


def _done(db: Connection, fact: Agreed) -> Moment:
    return say.decision_kept(loan_meant(db, fact.proposal).name, minutes_of(fact.proposal))


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    return decision_told(db, loan_meant(db, fact.proposal), fact.proposal)


def decision_told(
    db: Connection, decided: Loan, agreed: Proposal
) -> list[tuple[int, Moment | Card]]:
    """Borrower and board hear what the meeting decided; whoever pays out gets a button for it.

    Whoever entered it is told that it was agreed to, and not once more.
    """
    assert decided.decided_on is not None
    yes, amount = decided.state is LoanState.AGREED, decided.terms.principal
    said = (say.board_agreed if yes else say.board_refused)(decided.name, amount)
    told: dict[int, Moment | Card] = {
        each.person_id: Card(said, numbered=False)
        for each in board(db, decided.club, decided.decided_on)
        if each.person_id != agreed.proposed_by
    }
    keeper = cash_keeper_for(db, decided.club, decided.borrower, decided.decided_on)
    if yes and keeper is not None:
        told[keeper] = pay_out_card(decided, said)
    reasons = None if yes else [agreed.reason] if agreed.reason else []
    told.pop(decided.borrower, None)  # hers, not her office's
    told[decided.borrower] = borrower_card(decided, reasons)
    return list(told.items())


MATTERS[ProposalKind.LOAN_BY_MEETING] = MatterSaid(_described, _done, _told)
