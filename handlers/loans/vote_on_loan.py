"""The board votes on a loan."""

from dataclasses import replace

from club.loans import due_meetings, schedule, total_interest
from club.members import Action
from club.refusals import Code
from club.votes import Outcome
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_cash as say_cash
from messages.loans import loan_votes as say
from messages.loans.loan_lines import of_whom
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.loans.vote_on_loan import (
    LoanVoted,
    VoteOnLoan,
)
from storage.queries import Connection
from storage.queries.loans.lending import borrower, lending
from storage.queries.loans.loan_votes import Ballot, ballot, ballots_open
from storage.queries.loans.loans import Loan
from storage.queries.meetings.minutes import minute_takers
from storage.queries.members.boards import board
from storage.queries.money.cash_keepers import cash_keeper_for


@dialogue("vote_on_loan", title=say.vote_title, about=2)
async def vote_on_loan(ask: Ask, me: Visitor) -> VoteOnLoan | Said | Redo:
    if not me.may(Action.VOTE_LOAN):
        return said_no(Code.NOT_ALLOWED)
    asked = await read(ballot, me.club_id, subject_number(me), me.today)
    no = _no_vote(asked, me)
    if asked is None or no is not None:
        return no or Said(say.no_request_waits())
    request = await request_said(me, asked.loan)
    question = say.vote_now(
        request=request,
        history=await _history(me, asked.loan),
        voted=len(asked.votes),
        entitled=len(asked.entitled),
    )
    # Other votes may come in meanwhile; what is agreed to is the request.
    if await ask.confirm("yes", question, yes=say.i_agree(), no=say.i_do_not_agree(), of=request):
        return VoteOnLoan(asked.loan.id, yes=True)
    reason = await ask.text("reason", say.why_not(), longest=200)
    if not await ask.confirm("sure", say.reason_read_back(asked.loan.name, reason)):
        return Redo(("reason", "sure"))
    return VoteOnLoan(asked.loan.id, yes=False, reason=reason)


def _no_vote(asked: Ballot | None, me: Visitor) -> Said | None:
    """Why this visitor has no vote here; None if there is one."""
    if asked is None:
        return Said(say.no_request_waits())
    if not asked.is_open:
        return Said(say.request_decided())
    if me.person not in asked.entitled:
        return said_no(Code.OWN_AFFAIR)
    match asked.outcome(me.today):
        case Outcome.NEEDS_MEETING:
            return Said(say.meeting_decides())
        case Outcome.EXPIRED:
            return said_no(Code.VOTING_OVER)
    return Said(say.voted_already()) if asked.has_voted(me.person) else None


def subject_number(me: Visitor) -> int:
    """The number the dialogue is about; 0, which nothing has, for anything else."""
    return int(me.subject) if me.subject.isdecimal() and len(me.subject) < 18 else 0


async def request_said(me: Visitor, asked: Loan) -> Moment:
    settled = await read(lending, me.club_id, me.today)
    plan = schedule(asked.terms, due_meetings(asked.terms, me.today, settled.meets))
    return say.request(
        name=asked.name,
        purpose=asked.purpose,
        amount=asked.terms.principal,
        months=asked.terms.months,
        form=asked.terms.form.value,
        rate=asked.terms.rate_hundredths_percent_a_month,
        interest=total_interest(plan),
        instalments=len(plan),
        first_on=plan[0].due_on,
        first=plan[0].amount,
    )


async def _history(me: Visitor, asked: Loan) -> Moment:
    past = await read(borrower, asked.member, me.today)
    return say.history(past.joined_on, past.loans_repaid)


@after(LoanVoted)
def vote_counted(fact: LoanVoted, me: Visitor, db: Connection) -> Told:
    """The voter hears where it stands; once decided, the borrower and the board hear it."""
    voted, entitled = len(fact.ballot.votes), len(fact.ballot.entitled)
    if fact.outcome is Outcome.PENDING:
        return Told(closing(say.vote_kept(voted, entitled)))
    reasons = [each.reason for each in fact.ballot.votes if not each.yes and each.reason]
    is_agreed = fact.outcome is Outcome.AGREED
    asked = fact.ballot.loan
    return _told(db, me, asked, reasons=None if is_agreed else reasons)


def _told(db: Connection, me: Visitor, decided: Loan, *, reasons: list[str] | None) -> Told:
    """Borrower and board hear the decision; `reasons` of a no, None for a yes.

    Whoever hands out the money gets a button for it, the doer too.
    """
    amount = decided.terms.principal
    said = (say.board_agreed if reasons is None else say.board_refused)(decided.name, amount)
    told = {
        each.person_id: Card(said, numbered=False) for each in board(db, decided.club, me.today)
    }
    own = closing(said)
    keeper = cash_keeper_for(db, decided.club, decided.borrower, me.today)
    if reasons is None and keeper == me.person:
        own = replace(pay_out_card(decided, said), numbered=True)
    elif reasons is None and keeper is not None:
        told[keeper] = pay_out_card(decided, said)
    told.pop(decided.borrower, None)  # hers, not her office's
    told[decided.borrower] = borrower_card(decided, reasons)
    told.pop(me.person, None)
    return Told(own, tuple(told.items()))


def borrower_card(decided: Loan, reasons: list[str] | None) -> Card:
    """What the borrower hears; with a no the way to a person."""
    amount = decided.terms.principal
    if reasons is None:
        return Card(say.agreed(amount), numbered=False)
    return news(say.refused(amount, reasons), (ScreenPress("person"), everywhere.person()))


def pay_out_card(agreed: Loan, said: Moment) -> Card:
    """What is said to the cashier, with the way to hand out the money."""
    press = StartPress("pay_out_loan", str(agreed.id))
    return Card(said, choices=choices([(press, say_cash.pay_out_now())]), numbered=False)


@waiting
def requests_for_loans(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Requests on which this visitor may still vote, or whose decision she may enter."""
    if not me.may(Action.VOTE_LOAN):
        return []
    lines: list[tuple[Press, Moment]] = []
    for each in ballots_open(db, me.club_id, me.today):
        dialogue_name = _dialogue_for(each, me, db)
        if dialogue_name:
            label = say.request_of(of_whom(each.loan.name, each.loan.terms.principal))
            lines.append((StartPress(dialogue_name, str(each.loan.id)), label))
    return lines


def _dialogue_for(each: Ballot, me: Visitor, db: Connection) -> str:
    match each.outcome(me.today):
        case Outcome.PENDING if me.person in each.entitled and not each.has_voted(me.person):
            return "vote_on_loan"
        case Outcome.NEEDS_MEETING if each.loan.round is None and me.person in minute_takers(
            db, me.club_id, each.loan.borrower, me.today
        ):
            return "meeting_on_loan"
    return ""
