"""The borrower's own view of her loans: the schedule, what is paid, what comes next."""

from datetime import date

from club.arrears import late
from club.calendar import Month
from club.contributions import fee_months_owed, total_owed
from club.members import Action
from club.money import total
from club.refusals import Code
from club.repayments import sum_to_close
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_cash, loan_requests
from messages.loans import loan_repayments as say
from messages.loans.loan_lines import purpose
from messages.moments import Moment
from messages.own import account as say_account
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.loans.loans import Loan, LoanState, loans_of
from storage.queries.money.fees import fee_facts


@screen("my_loans")
def my_loans(me: Visitor, db: Connection, argument: str) -> Card:
    """Her running loans, the one chosen by `argument` in full; or what became of her request."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    every = loans_of(db, me.member_id)
    running = [each for each in every if each.state is LoanState.RUNNING]
    shown = next((each for each in running if str(each.id) == argument), None)
    if shown is None and running:
        shown = running[0]
    owed = _fee_owed(me, db)
    if shown is None:
        return _without_loan(every, owed)
    others: list[tuple[Press, Moment]] = [
        (ScreenPress("my_loans", str(each.id)), purpose(each.purpose))
        for each in running
        if each is not shown
    ]
    if not shown.is_cash_confirmed:
        press = StartPress("confirm_cash", str(shown.id))
        others.insert(0, (press, loan_cash.confirm_title()))
    menu = (ScreenPress("menu"), everywhere.menu_word())
    return Card(_page(shown, me.today), before=owed, choices=choices([*others, menu]))


def _fee_owed(me: Visitor, db: Connection) -> tuple[Moment, ...]:
    """Whoever asks what she owes may mean her fee as well."""
    months = fee_months_owed(fee_facts(db, me.club_id, me.member_id), Month.of(me.today))
    owed = [each.month for each in months]
    return (say_account.owed(total_owed(months), owed),) if owed else ()


def _page(shown: Loan, today: date) -> Moment:
    assert shown.paid_out_on is not None
    page = say.mine(
        purpose=shown.purpose,
        amount=shown.terms.principal,
        paid_out_on=shown.paid_out_on,
        rate=shown.terms.rate_hundredths_percent_a_month,
        left=shown.outstanding,
        to_close=sum_to_close(shown.instalments, today),
        plan=[
            [each.instalment.due_on, each.instalment.amount, each.left]
            for each in shown.instalments
        ],
    )
    overdue, following = late(shown.instalments, today), shown.next_instalment
    if overdue:
        first_on = overdue[0].instalment.due_on
        return say.overdue_to_pay(page, first_on, total(each.left for each in overdue))
    if following is None:
        return page
    return say.next_to_pay(page, following.instalment.due_on, following.left)


def _without_loan(every: list[Loan], owed: tuple[Moment, ...]) -> Card:
    """Nothing runs: what waits, or the way to ask."""
    pairs: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    for each in every:
        if each.state is LoanState.AGREED:
            said = loan_requests.is_agreed(each.terms.principal)
            return Card(said, before=owed, choices=choices(pairs))
        if each.state is LoanState.ASKED:
            said = loan_requests.is_waiting(each.terms.principal, each.asked_on)
            return Card(said, before=owed, choices=choices(pairs))
    repaid = sum(each.state is LoanState.REPAID for each in every)
    pairs.insert(0, (StartPress("loan"), loan_requests.title()))
    if owed:
        pairs.insert(0, (StartPress("contribute", "fee"), say_account.pay_fee()))
    return Card(say.none(repaid), before=owed, choices=choices(pairs))


entrance(
    ScreenPress("my_loans"),
    label=say.my_loans,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="khoanvay",
    words=("khoản vay", "khoản vay của tôi", "nợ của tôi", "my loans", "my loan"),
)
