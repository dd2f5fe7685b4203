"""Closing a month by chair and bookkeeper; the page of the books; checking a closing code."""

from club.accounts import Account
from club.calendar import Month
from club.members import Action
from club.money import NOTHING, total
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures.summary_lines import fund_name
from messages.moments import Moment
from messages.money import book_papers as say_papers
from messages.money import cash_count as say_count
from messages.money import closing as say
from messages.money import corrections as say_correct
from messages.money import owed as say_owed
from messages.money.state_of_books import state_title
from messages.own import account as say_account
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.close_month import CloseMonth, ClosingBegun, MonthClosed
from storage.queries import Connection
from storage.queries.faults.chain import months_with_code
from storage.queries.faults.chain_faults import is_as_closed
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.members.officers import commune_officers
from storage.queries.money.closing import Draft, draft, months_over
from storage.queries.money.closing import next_to_close as next_one_to_close
from storage.queries.money.ledger import last_closed_month
from storage.queries.money.proposals import ProposalKind, waiting_proposals

Ways = list[tuple[Press, Moment]]
SEAL_SIGNS = 4
TOLD = ("chair", "bookkeeper", "cashier")


# The page of the books


@screen("books")
def books(me: Visitor, db: Connection, argument: str) -> Card:
    """What can be done with the books, in two pages."""
    if not me.may(Action.BOARD_WORK):
        return shown_no(Code.NOT_ALLOWED)
    body = say.books_page(me.my_membership.club_name, last_closed_month(db, me.club_id))
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    if argument == "more":
        return Card(body, choices=choices([*_rarely(me), menu]))
    more: tuple[Press, Moment] = (ScreenPress("books", "more"), say.more_about_books())
    return Card(body, choices=choices([*_often(me), more]))


def _often(me: Visitor) -> Ways:
    ways: list[tuple[Action, Press, Moment]] = [
        (Action.COUNT_CASH, StartPress("count_cash"), say_count.title()),
        (Action.CORRECT_BOOKS, StartPress("correct_entry"), say_correct.title()),
        (Action.CLOSE_MONTH, ScreenPress("closing"), say.title()),
    ]
    return [(press, label) for action, press, label in ways if me.may(action)]


def _rarely(me: Visitor) -> Ways:
    ways: Ways = [(ScreenPress("state_of_books"), state_title())]
    if me.may(Action.PRINT_BOOKS):
        ways.append((ScreenPress("print_books"), say_papers.title()))
    ways.append((ScreenPress("owed"), say_owed.title()))
    if me.may(Action.MOVE_BETWEEN_FUNDS):
        ways.append((StartPress("transfer_between_funds"), say_correct.transfer_title()))
    if me.may(Action.ADD_FUND):
        ways.append((StartPress("add_fund"), say_correct.add_fund_title()))
    return ways


# Closing


@dialogue("close_month", title=say.title, about=1)
async def close_month(ask: Ask, me: Visitor) -> CloseMonth | Said:
    if not me.may(Action.CLOSE_MONTH):
        return said_no(Code.NOT_ALLOWED)
    month = await read(next_one_to_close, me.club_id)
    if Month.of(me.today) <= month:
        return Said(say.nothing_to_close(month))
    seen = await read(draft, me.club_id, month, me.today)
    if not await ask.confirm("agreed", _read_back(seen), yes=say.agree(), no=say.not_yet()):
        return Said(say.not_closed())
    return CloseMonth(month, seen.agreed_on)


def _read_back(seen: Draft) -> Moment:
    funds = [
        say_account.fund_line(
            fund_name(name=each.name), each.total, cash=each.closing, lent=each.outstanding
        )
        for each in seen.figures.funds
    ]
    lines = () if seen.split is None else seen.split.postings
    cash = [each.amount for each in lines if each.account is Account.CASH]
    moved = total(each for each in cash if each > NOTHING)
    return say.read_back(
        seen.month,
        funds,
        split=say.split(moved) if moved else None,
        open_count=sum(seen.checklist.carried_over().values()),
        seal=seen.agreed_on[:SEAL_SIGNS].upper(),
    )


@waiting
def months_to_close(me: Visitor, db: Connection) -> Ways:
    """The next month that is over, until this person has said yes to it."""
    if not me.may(Action.CLOSE_MONTH):
        return []
    over = months_over(db, me.club_id, me.today)
    said = waiting_proposals(db, me.club_id, ProposalKind.CLOSE)
    if not over or any(each.proposed_by == me.person for each in said):
        return []
    return [(ScreenPress("closing"), say.close(over[0]))]


@after(ClosingBegun)
def closing_begun(fact: ClosingBegun, me: Visitor, db: Connection) -> Told:
    """The other one of the two is asked."""
    asked = holders(db, me.club_id, me.today, fact.waits_for.value)
    text = say.please_close(name_of(db, me.person), fact.month, anew=fact.anew)
    notice = news(text, (ScreenPress("closing"), say.close(fact.month)))
    reply = closing(say.waits_for(fact.month, fact.waits_for.value))
    return Told(reply, tuple((each, notice) for each in asked))


@after(MonthClosed)
def month_closed(fact: MonthClosed, me: Visitor, db: Connection) -> Told:
    """The code goes to chair, bookkeeper, cashier and officer (Club rules, D.2)."""
    closed = fact.closed
    text = closing(say.done(closed.club_name, closed.month, closed.code))
    told = {*holders(db, me.club_id, me.today, *TOLD), *commune_officers(db, me.club_id, me.today)}
    return Told(text, tuple((each, text) for each in sorted(told - {me.person})))


# Checking a code


@screen("check_code")
def check_code(me: Visitor, db: Connection, argument: str) -> Card:
    """Which month a code belongs to, and whether the books still say the same: for anybody."""
    if not argument:
        return closing(say.how_to_check())
    found = months_with_code(db, argument)
    if not found:
        return closing(say.code_unknown(argument.upper()))
    closed = found[0]
    return closing(
        say.code_found(
            closed.code,
            club=closed.club_name,
            month=closed.month,
            closed=closed.closed_on,
            same=is_as_closed(db, closed),
        )
    )


def _code(text: str, me: Visitor) -> Press | None:
    """'kiểm tra mã 7YAX-KPY6-Z5M7'."""
    return ScreenPress("check_code", "".join(text.split())[:20])


entrance(
    ScreenPress("books"),
    label=say.books_title,
    open_to=lambda me: me.may(Action.BOARD_WORK),
    command="sosach",
    words=("sổ sách", "the books", "books"),
)
entrance(
    StartPress("count_cash"),
    label=say_count.title,
    open_to=lambda me: me.may(Action.COUNT_CASH),
    command="kiemquy",
    words=("kiểm quỹ", "đếm tiền", "count the cash"),
    in_menu=False,
)
entrance(
    StartPress("correct_entry"),
    label=say_correct.title,
    open_to=lambda me: me.may(Action.CORRECT_BOOKS),
    command="suaso",
    words=("sửa sổ", "ghi nhầm", "sửa chỗ ghi nhầm", "correct the books"),
    in_menu=False,
)
entrance(
    ScreenPress("closing"),
    label=say.title,
    open_to=lambda me: me.may(Action.CLOSE_MONTH),
    command="khoaso",
    words=("khóa sổ", "khóa sổ tháng", "close the month"),
    in_menu=False,
)
entrance(
    ScreenPress("check_code"),
    label=say.code_title,
    open_to=lambda me: True,
    command="kiemma",
    words=("kiểm tra mã", "kiểm mã", "check code"),
    in_menu=False,
    reads=_code,
)
