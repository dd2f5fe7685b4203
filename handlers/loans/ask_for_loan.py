"""A member asks for a loan: what is possible is said first, the schedule before she says yes."""

from collections.abc import Sequence
from datetime import date

from club.arrears import late
from club.borrowing import Borrower, check_borrower, loan_limit, what_can_be_lent
from club.loans import (
    Instalment,
    RepaymentForm,
    Terms,
    check_rate,
    due_meetings,
    schedule,
    total_interest,
    yearly_rate_hundredths_percent,
)
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.terms import MonthsQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.loans.purpose_question import PurposeQuestion
from handlers.talk.refusing import said_no
from messages.loans import loan_requests as say
from messages.loans.loan_lines import PURPOSES, form, purpose
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.queries.loans.lending import Lending, borrower, free_to_lend, lending
from storage.queries.loans.loans import OPEN_STATES, Loan, LoanState, loans_of

MILLION = Money(1_000_000)
OFFERED_MILLIONS = (1, 2, 3, 5, 10, 15)
OFFERED_MONTHS = (6, 12, 18, 24)
MOST_SUMS_OFFERED = 4


@dialogue("loan", title=say.title, about=5)
async def ask_for_loan(ask: Ask, me: Visitor) -> AskForLoan | Said | Redo:
    if not me.may(Action.ASK_LOAN):
        return said_no(Code.NOT_ALLOWED)
    return await request(ask, me, me.member_id)


async def request(ask: Ask, me: Visitor, member_id: int) -> AskForLoan | Said | Redo:
    """The questions about a loan of this member, her own or asked for her."""
    settled = await read(lending, me.club_id, me.today)
    who = await read(borrower, member_id, me.today)
    free = await read(free_to_lend, me.club_id)
    most = what_can_be_lent(who, settled.rules, free)
    no = not_now(who, settled, await read(loans_of, member_id, *OPEN_STATES), me.today)
    if no is not None:
        return Said(no)
    if not most:
        return Said(say.fund_is_low(free, settled.rules.smallest))
    what_for = await _purpose(ask)
    terms = await _terms(ask, settled, most, _how_much(settled, who, most, free=free))
    plan = schedule(terms, due_meetings(terms, me.today, settled.meets))
    if not await ask.confirm("agreed", _read_back(what_for, terms, plan)):
        return await _what_is_wrong(ask)
    return AskForLoan(
        club_id=me.club_id,
        purpose=what_for,
        amount=terms.principal,
        months=terms.months,
        form=terms.form,
        for_member=None if member_id == me.member_id else member_id,
    )


def not_now(
    who: Borrower, settled: Lending, open_loans: Sequence[Loan], today: date
) -> Moment | None:
    """Why she cannot borrow today, with what is possible instead; None if she can."""
    try:
        check_borrower(who, settled.rules, today)
    except Refused as refused:
        if refused.code is Code.MEMBER_TOO_NEW:
            since = refused.values["since"]
            assert isinstance(since, date)
            return say.too_new(settled.rules.member_months, since)
        if refused.code is Code.LOAN_AT_HOME:
            return say.loan_at_home()
        return _open_loan(open_loans, today)
    return None


def _open_loan(open_loans: Sequence[Loan], today: date) -> Moment:
    """How the loan she has stands: what is overdue comes first."""
    for each in open_loans:
        for overdue in late(each.instalments, today):
            return say.is_overdue(overdue.instalment.due_on, overdue.left)
    newest = open_loans[-1]
    following = newest.next_instalment
    if newest.state is LoanState.AGREED:
        return say.is_agreed(newest.terms.principal)
    if following is None:
        return say.is_waiting(newest.terms.principal, newest.asked_on)
    return say.is_running(newest.outstanding, following.instalment.due_on, following.left)


async def _purpose(ask: Ask) -> str:
    chosen = await PurposeQuestion("purpose", say.what_for(), PURPOSES, purpose, str)
    if chosen == "other":
        return await ask.text("purpose_typed", say.what_else(), longest=60)
    return chosen


async def _terms(ask: Ask, settled: Lending, most: Money, how_much: Moment) -> Terms:
    smallest, months = settled.rules.smallest, settled.rules.months
    amount = await ask.money(
        "amount",
        how_much,
        at_least=smallest,
        up_to=most,
        offers=_offered_sums(smallest, most),
        whole=most,
    )
    length = await MonthsQuestion(
        "months",
        say.how_long(months[0], months[-1]),
        months[0],
        months[-1],
        tuple(each for each in OFFERED_MONTHS if each in months),
    )
    offered = [settled.terms(amount, length, each) for each in settled.forms]
    legal = [each.form for each in offered if _is_legal(each)]
    if not legal:
        check_rate(offered[0])
    chosen = await ask.choice(
        "form",
        _how_to_repay(offered, legal, settled.rate_hundredths_percent_a_month),
        among=legal,
        shown_as=lambda each: form(each.value),
    )
    return settled.terms(amount, length, chosen)


def _how_much(settled: Lending, who: Borrower, most: Money, *, free: Money) -> Moment:
    """The question for the sum, with what is possible and why it is no more."""
    question = say.how_much(settled.rules.smallest, most, free)
    return say.why_no_more(question, loan_limit(who, settled.rules), who.loans_repaid)


def _how_to_repay(offered: Sequence[Terms], legal: Sequence[RepaymentForm], rate: int) -> Moment:
    """The forms that can be chosen; one that the law does not allow is named with what it costs."""
    question = say.how_to_repay([each.value for each in legal], rate)
    above = [
        [each.form.value, yearly_rate_hundredths_percent(each)]
        for each in offered
        if each.form not in legal
    ]
    return say.above_the_law(question, above) if above else question


def _offered_sums(smallest: Money, most: Money) -> list[Money]:
    """The largest possible sum, and a few round ones below it."""
    round_sums = [MILLION * each for each in OFFERED_MILLIONS]
    below = [each for each in round_sums if smallest <= each < most]
    return [*below[-(MOST_SUMS_OFFERED - 1) :], most]


def _is_legal(terms: Terms) -> bool:
    try:
        check_rate(terms)
    except Refused:
        return False
    return True


def _read_back(what_for: str, terms: Terms, plan: Sequence[Instalment]) -> Moment:
    return say.read_back(
        purpose=what_for,
        amount=terms.principal,
        months=terms.months,
        form=terms.form.value,
        rate=terms.rate_hundredths_percent_a_month,
        interest=total_interest(plan),
        plan=[[each.due_on, each.amount] for each in plan],
    )


async def _what_is_wrong(ask: Ask) -> Said | Redo:
    parts = ("amount", "months", "form", "purpose", "none")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    if wrong == "none":
        return Said(say.not_borrowed())
    return Redo((wrong, "purpose_typed" if wrong == "purpose" else wrong, "wrong", "agreed"))


entrance(
    StartPress("loan"),
    label=say.title,
    open_to=lambda me: me.may(Action.ASK_LOAN),
    command="vayvon",
    words=("vay vốn", "vay tiền", "xin vay", "vay", "loan", "borrow"),
)
