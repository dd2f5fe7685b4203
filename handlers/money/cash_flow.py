"""What came in and went out on a day or in some days, who owes something, and ways to give back."""

from datetime import date

from club.arrears import at_risk, late
from club.calendar import Month
from club.members import Action
from club.money import total
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.doors import stands_open
from handlers.entrances import choices, screen
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.figures import remind_fees as say_remind
from messages.loans import loan_changes as say_loans
from messages.moments import Moment
from messages.money import cash_flow as say
from messages.money import corrections as say_correct
from messages.money import meeting_table as say_table
from messages.money import owed as say_owed
from messages.money import payments as say_payments
from messages.own import account as say_account
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.loans.loans import running_loans
from storage.queries.money.cash_flow import cash_flow, fees_owing
from storage.queries.money.contributions import waiting_contributions
from storage.queries.money.meeting_table import open_table

MOST_NAMED = 15
_BETWEEN = ".."


def days_pressed(first: date, last: date) -> ScreenPress:
    """What shows the money of these days."""
    return ScreenPress("cash_flow", f"{first.isoformat()}{_BETWEEN}{last.isoformat()}")


@screen("cash_flow")
def money_of_days(me: Visitor, db: Connection, argument: str) -> Card:
    """Ins and outs by kind, without names; `argument` is "2026-11-01..2026-11-02", else today."""
    if not me.may(Action.SEE_SUMMARY):
        return shown_no(Code.NOT_ALLOWED)
    first, last = _days(argument, me.today)
    flow = cash_flow(db, me.club_id, first, last)
    into = [say.line(kind.value, sum_) for kind, sum_ in flow.into]
    out_of = [say.line(kind.value, sum_) for kind, sum_ in flow.out_of]
    came, went = total(sum_ for _, sum_ in flow.into), total(sum_ for _, sum_ in flow.out_of)
    notes = _not_counted(me, db)
    page = say.page(first, last, came=came, went=went, into=into, out_of=out_of, notes=notes)
    month = Month.of(last)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("club_money", str(month)), say_account.money_title()),
        (ScreenPress("payments", str(month)), say_payments.list_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(page, choices=choices(ways))


def _days(argument: str, today: date) -> tuple[date, date]:
    begin, _, end = argument.partition(_BETWEEN)
    try:
        first, last = date.fromisoformat(begin), date.fromisoformat(end)
    except ValueError:
        return today, today
    last = min(last, today)
    return min(first, last), last


def _not_counted(me: Visitor, db: Connection) -> list[Moment]:
    """What may be in hand already and is not in the books."""
    notes = []
    if open_table(db, me.club_id) is not None:
        notes.append(say.open_table())
    waiting = [each for each in waiting_contributions(db, me.club_id) if each.amount is not None]
    if waiting:
        notes.append(say.waiting(len(waiting)))
    return notes


@screen("owing")
def who_owes(me: Visitor, db: Connection, argument: str) -> Card:
    """Who owes a fee, by name, and how the loans stand: for those who hear of debts."""
    if not me.may(Action.HEAR_OF_DEBTS):
        return shown_no(Code.NOT_ALLOWED)
    owed = fees_owing(db, me.club_id, Month.of(me.today))
    named = [say.fee_owed(each.name, each.amount, each.since) for each in owed[:MOST_NAMED]]
    page = say.owing(
        named, total(each.amount for each in owed), people=len(owed), loans=_loans(me, db)
    )
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("loan_book"), say_loans.title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    if open_table(db, me.club_id) is not None:
        ways.insert(0, (ScreenPress("meeting_table"), say_table.title()))
    if owed:
        ways.insert(0, (StartPress("remind_fees"), say_remind.title()))
    return Card(page, choices=choices(ways))


def _loans(me: Visitor, db: Connection) -> Moment:
    running = running_loans(db, me.club_id)
    plans = [each.instalments for each in running]
    return say_loans.page(
        running=len(running),
        lent=total(each.outstanding for each in running),
        late=sum(bool(late(each, me.today)) for each in plans),
        at_risk=at_risk(plans, me.today),
    )


@screen("giving_back")
def giving_back(me: Visitor, db: Connection, argument: str) -> Card:
    """The ways in which money goes back to somebody, each by what it is for."""
    if not me.may(Action.BOARD_WORK):
        return shown_no(Code.NOT_ALLOWED)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("correct_entry"), say_correct.title()),
        (ScreenPress("owed"), say_owed.title()),
        (ScreenPress("paying"), say_payments.page_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    open_to_her = [(press, label) for press, label in ways if stands_open(me, press)]
    return Card(say.giving_back(), choices=choices(open_to_her))
