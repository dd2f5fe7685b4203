"""The books of a month as papers to print and sign: for chair, bookkeeper and cashier."""

from collections.abc import Callable, Iterable
from typing import Any

from club.calendar import Month
from club.cash_flow import Side
from club.members import Action
from club.money import Money, total
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.money.books_said import fund_line, place_line
from handlers.money.contributions_said import thing_of
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures.summary_lines import fund_name
from messages.moments import Moment
from messages.money import book_papers as say
from messages.money import contribute as say_contribute
from messages.own import my_passbook as say_passbook
from messages.papers import book_pages as pages
from messages.papers import closing_pages
from messages.papers.kinds import Paper
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.dates import read_month
from messages.understand.readings import Either, Value
from storage.queries import Connection
from storage.queries.faults.chain import closed_month
from storage.queries.members.members import name_of
from storage.queries.money.book_pages import (
    CashLine,
    cash_book,
    fee_grid,
    loan_book,
)
from storage.queries.money.golden_heart import goods_in_stock
from storage.queries.money.golden_heart_pages import GoldenHeartLine, golden_heart_book
from storage.queries.money.ledger import last_closed_month
from storage.queries.money.meeting_table import people_at
from storage.queries.money.paper_heading import paper_heading
from storage.queries.money.payments import receipts_in


@screen("print_books")
def print_books(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument` is a month, the last closed if empty, and perhaps a page: "2026-10 cash"."""
    if not me.may(Action.PRINT_BOOKS):
        return shown_no(Code.NOT_ALLOWED)
    named, _, page = argument.partition(" ")
    month = min(_month(named) or _usual(me, db), Month.of(me.today))
    if page not in PAGES:
        return _which(me, month)
    paper = PAGES[page](me, db, month)
    if paper is None:
        return closing(say.not_closed_yet(month))
    back: tuple[Press, Moment] = (ScreenPress("print_books", str(month)), say.other_pages())
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    body = say.here_it_is(say.page_name(page), month)
    return Card(body, choices=choices([back, menu]), papers=(paper,))


def _month(named: str) -> Month | None:
    try:
        return Month.parse(named)
    except ValueError:
        return None


def _usual(me: Visitor, db: Connection) -> Month:
    """What is signed is the month that was closed last."""
    return last_closed_month(db, me.club_id) or Month.of(me.today)


def _which(me: Visitor, month: Month) -> Card:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("print_books", f"{month} {each}"), say.page_name(each)) for each in PAGES
    ]
    ways.append((StartPress("print_member_passbook"), say_passbook.print_of_member_title()))
    before = month.previous()
    ways.append((ScreenPress("print_books", str(before)), say.of_month(before)))
    if month < Month.of(me.today):
        ways.append((ScreenPress("print_books", str(month.next())), say.of_month(month.next())))
    return Card(say.which(month), choices=choices(ways))


def _head(me: Visitor, db: Connection, month: Month) -> dict[str, Any]:
    heading = paper_heading(db, me.club_id, me.today)
    return {
        "club": heading.club_name,
        "commune": heading.commune,
        "day": me.today,
        "month": month,
    }


def _cash(me: Visitor, db: Connection, month: Month) -> Paper:
    book = cash_book(db, me.club_id, month)
    places = {each.id: place_line(each) for each in book.places}
    funds = {each.id: fund_line(each) for each in book.funds}
    by_place = {key: _sum(book.opening, 0, key) for key in places}
    by_fund = {key: _sum(book.opening, 1, key) for key in funds}
    return pages.cash_book(
        **_head(me, db, month),
        places=_moved(places, by_place, book.lines, lambda line: line.place),
        funds=[row[:4] for row in _moved(funds, by_fund, book.lines, lambda line: line.fund)],
        lines=[
            [
                each.sequence,
                each.day,
                each.voucher,
                each.kind.value,
                each.who,
                places[each.place],
                funds[each.fund],
                each.amount,
                each.side.value,
            ]
            for each in book.lines
        ],
        photographed=list(receipts_in(db, me.club_id, month).photographed),
    )


def _sum(opening: dict[tuple[int, int], Money], position: int, key: int) -> Money:
    return total(amount for keys, amount in opening.items() if keys[position] == key)


def _moved(
    names: dict[int, Moment],
    opening: dict[int, Money],
    lines: Iterable[CashLine],
    of: Callable[[CashLine], int],
) -> list[list[Any]]:
    """Name, opening with what was brought along, in, out and what only changed its place.

    What never held anything is left out.
    """
    rows = []
    for key, name in names.items():
        own = [each for each in lines if of(each) == key]
        if opening[key] or own:
            sums = {side: total(each.amount for each in own if each.side is side) for side in Side}
            brought = opening[key] + sums[Side.BROUGHT]
            rows.append([name, brought, sums[Side.RECEIVED], -sums[Side.PAID], sums[Side.MOVED]])
    return rows


def _loans(me: Visitor, db: Connection, month: Month) -> Paper:
    lines = [
        [
            each.name,
            each.purpose,
            each.paid_out_on,
            each.principal,
            each.before,
            each.more,
            each.less,
            each.interest,
            each.left,
        ]
        for each in loan_book(db, me.club_id, month)
    ]
    return pages.loan_book(**_head(me, db, month), lines=lines)


def _fees(me: Visitor, db: Connection, month: Month) -> Paper:
    lines = [
        [each.name, list(each.paid), list(each.brought_along), each.is_member]
        for each in fee_grid(db, me.club_id, month)
    ]
    return pages.fee_grid(**_head(me, db, month), lines=lines)


def _golden_heart(me: Visitor, db: Connection, month: Month) -> Paper:
    book = golden_heart_book(db, me.club_id, month)
    lines = [[each.day, each.donor, _given(each), each.amount] for each in book]
    goods = [
        [
            each.item,
            say_contribute.unit(each.unit),
            each.received,
            each.given,
            each.left,
            str(each.keeper or "") if each.left else "",
        ]
        for each in goods_in_stock(db, me.club_id)
    ]
    return pages.golden_heart_book(**_head(me, db, month), lines=lines, goods=goods)


def _given(line: GoldenHeartLine) -> Moment:
    if line.amount is None:
        thing = thing_of(line.item, abs(line.quantity_thousandths), line.unit)
        what = say_contribute.line(line.kind, thing)
    else:
        what = say_passbook.money()
    return say.corrected(what) if line.is_correction else what


def _closed(me: Visitor, db: Connection, month: Month) -> Paper | None:
    """None while the month is open."""
    closed = closed_month(db, me.club_id, month)
    if closed is None:
        return None
    receipts = receipts_in(db, me.club_id, month)
    signers = (("closed_by", closed.closed_by), ("second", closed.second_person))
    return closing_pages.closed_month(
        **_head(me, db, month),
        code=closed.code,
        closed_on=closed.closed_on,
        entries=closed.last_sequence,
        funds=[
            [
                fund_name(name=each.name),
                each.opening,
                each.received,
                each.paid,
                each.closing,
                each.outstanding,
                each.owed_to_lenders,
                each.member_shares,
            ]
            for each in closed.figures.funds
        ],
        signers=[[say.signer(which), str(name_of(db, person))] for which, person in signers],
        slips=receipts.slips,
        photographed=len(receipts.photographed),
    )


def _meeting_sheet(me: Visitor, db: Connection, month: Month) -> Paper:
    """In the order of the meeting table, so that its numbers are those of the sheet."""
    lines = [
        [
            f"{each.name} ({each.group})" if each.group else str(each.name),
            each.due.fee,
            each.due.interest + each.due.principal,
        ]
        for each in people_at(db, me.club_id, month.last_day)
    ]
    return closing_pages.meeting_sheet(**_head(me, db, month), lines=lines)


PAGES: dict[str, Callable[[Visitor, Connection, Month], Paper | None]] = {
    "cash": _cash,
    "loans": _loans,
    "fees": _fees,
    "golden_heart": _golden_heart,
    "closed": _closed,
    "meeting": _meeting_sheet,
}


def _read(text: str, me: Visitor) -> Press | None:
    """'trang sổ tháng 10': of two readings the one that is over already."""
    match read_month(text, today=me.today):
        case Value(month):
            return ScreenPress("print_books", str(month))
        case Either(readings=found):
            over = [each for each in found if each <= Month.of(me.today)]
            return ScreenPress("print_books", str(max(over))) if over else None
    return None


entrance(
    ScreenPress("print_books"),
    label=say.title,
    open_to=lambda me: me.may(Action.PRINT_BOOKS),
    command="trangso",
    words=("trang sổ", "in sổ sách", "book pages"),
    in_menu=False,
    reads=_read,
)
