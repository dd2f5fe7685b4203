"""The club's loans as the board sees them: what is out, what is overdue, what was written off."""

from club.arrears import at_risk, late, overdue_by_age
from club.members import Action
from club.money import total
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import on_page
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_changes as say
from messages.loans import loan_repayments as say_repaid
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.loans.loans import Loan, LoanState, loan, running_loans
from storage.queries.loans.written_off import written_off_loan, written_off_loans
from storage.queries.meetings.minutes import minute_takers
from storage.queries.money.cash_keepers import cash_keeper_for


@screen("loan_book")
def loan_book(me: Visitor, db: Connection, argument: str) -> Card:
    """Every running loan, the longest overdue first, then those written off; five a page."""
    if not me.may(Action.SEE_SUMMARY):
        return shown_no(Code.NOT_ALLOWED)
    running = sorted(running_loans(db, me.club_id), key=lambda each: -_days_late(each, me))
    gone = [each for each in written_off_loans(db, me.club_id) if each.lost]
    lines: list[tuple[Press, Moment]] = [(_open(each), _line(each, me)) for each in running]
    lines += [(_open(one.loan), say.written_off_line(one.loan.name, one.lost)) for one in gone]
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    return Card(
        _summary(running, me), choices=choices(on_page("loan_book", argument, [*lines, menu]))
    )


def _summary(running: list[Loan], me: Visitor) -> Moment:
    plans = [each.instalments for each in running]
    page = say.page(
        running=len(running),
        lent=total(each.outstanding for each in running),
        late=sum(bool(late(each, me.today)) for each in plans),
        at_risk=at_risk(plans, me.today),
    )
    ages = overdue_by_age([one for plan in plans for one in plan], me.today)
    shown = [
        [age.value, overdue.principal + overdue.interest]
        for age, overdue in ages.items()
        if overdue.instalments
    ]
    return say.overdue_by_age(page, shown) if shown else page


def _days_late(each: Loan, me: Visitor) -> int:
    return max((one.days_late(me.today) for one in each.instalments), default=0)


def _line(each: Loan, me: Visitor) -> Moment:
    return say.line(each.name, each.outstanding, _days_late(each, me))


def _open(each: Loan) -> Press:
    return ScreenPress("club_loan", str(each.id))


@screen("club_loan")
def club_loan(me: Visitor, db: Connection, argument: str) -> Card:
    """One loan with what this visitor may enter about it."""
    if not me.may(Action.SEE_SUMMARY):
        return shown_no(Code.NOT_ALLOWED)
    number = int(argument) if argument.isdecimal() and len(argument) < 18 else 0
    found = loan(db, me.club_id, number)
    if found is None or found.state not in {LoanState.RUNNING, LoanState.WRITTEN_OFF}:
        return shown_no(Code.NOT_FOUND)
    back: tuple[Press, Moment] = (ScreenPress("loan_book"), say.title())
    return Card(_page(found, me, db), choices=choices([*_ways(found, me, db), back]))


def _page(found: Loan, me: Visitor, db: Connection) -> Moment:
    gone = written_off_loan(db, me.club_id, found.id)
    if gone is not None:
        return say.is_written_off(found.name, found.terms.principal, gone.lost)
    overdue = total(each.left for each in late(found.instalments, me.today))
    page = say.one(
        name=found.name, amount=found.terms.principal, left=found.outstanding, overdue=overdue
    )
    return say.is_rescheduled(page) if found.is_rescheduled else page


def _ways(found: Loan, me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    number, ways = str(found.id), list[tuple[Press, Moment]]()
    keeps_cash = cash_keeper_for(db, me.club_id, found.borrower, me.today) == me.person
    if found.state is LoanState.WRITTEN_OFF:
        recover = (StartPress("recover_loan", number), say.recover_title())
        return [recover] if keeps_cash else []
    if keeps_cash:
        ways.append((StartPress("repayment", number), say_repaid.repayment_title()))
    if me.person in minute_takers(db, me.club_id, found.borrower, me.today):
        ways.append((StartPress("reschedule_loan", number), say.reschedule_title()))
        ways.append((StartPress("write_off_loan", number), say.write_off_title()))
    return ways


entrance(
    ScreenPress("loan_book"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_SUMMARY),
    command="sovay",
    words=("sổ vay", "sổ vay vốn", "nợ quá hạn", "các khoản vay", "loan book", "overdue loans"),
)
