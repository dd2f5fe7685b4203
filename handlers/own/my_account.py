"""What a member has paid and owes, month by month; her gifts, her loan, what still waits."""

from club.calendar import Month
from club.contributions import FeeFacts, fee_months_owed, total_owed
from club.members import Action
from club.money import NOTHING, total
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.money.contributions_said import gift_line
from handlers.talk.refusing import shown_no
from handlers.what_waits import what_waits
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.own import account as say
from messages.own import my_passbook as say_passbook
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.loans.loans import LoanState, loans_of
from storage.queries.money.contributions import gifts_of
from storage.queries.money.fees import fee_facts

MONTHS_SHOWN = 24


@screen("my_account")
def my_account(me: Visitor, db: Connection, argument: str) -> Card:
    """One page: fees, what waits and for whom, gifts, the loan."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    facts = fee_facts(db, me.club_id, me.member_id)
    owed = fee_months_owed(facts, Month.of(me.today))
    loan = _loan(me, db)
    lines = [
        *_fees(facts, me),
        *what_waits(me, db),
        *(say.gift(each.given_on, gift_line(each)) for each in gifts_of(db, me.member_id)),
        *loan,
    ]
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("passbook"), say_passbook.title()),
        (ScreenPress("print_passbook"), say_passbook.print_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    if loan:
        ways.insert(0, (ScreenPress("my_loans"), say.see_loan()))
    if owed:
        ways.insert(0, (StartPress("contribute", "fee"), say.pay_fee()))
    return Card(say.page(me.my_membership.club_name, lines), choices=choices(ways))


def _fees(facts: FeeFacts, me: Visitor) -> list[Moment]:
    """What is owed by month, and the newest months that were paid."""
    owed = fee_months_owed(facts, Month.of(me.today))
    lines = [say.nothing_owed()]
    if owed:
        lines = [say.owed(total_owed(owed), [each.month for each in owed])]
    open_months = {each.month for each in owed}
    months = {each.month for each in facts.paid if facts.paid_for(each.month) > NOTHING}
    paid = sorted(months - open_months)[-MONTHS_SHOWN:]
    return [*lines, say.paid(paid)] if paid else lines


def _loan(me: Visitor, db: Connection) -> list[Moment]:
    running = [each for each in loans_of(db, me.member_id) if each.state is LoanState.RUNNING]
    return [say.loan(total(each.outstanding for each in running))] if running else []


entrance(
    ScreenPress("my_account"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="taikhoan",
    words=("tài khoản", "tài khoản của tôi", "sổ của tôi", "my account"),
)
