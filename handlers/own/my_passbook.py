"""A member's passbook in chat and on paper; of others only for who keeps the books."""

from collections.abc import Callable
from typing import Any

from club.members import Action
from club.money import NOTHING, total
from club.passbook import GiftLine, LoanPage, Passbook
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.contributions_said import thing_of
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import contribute as say_contribute
from messages.own import account as say_account
from messages.own import my_passbook as say
from messages.papers.kinds import Paper
from messages.papers.passbooks import passbook as paper_passbook
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.money.passbook import passbook

LINES_SHOWN = 24


@screen("passbook")
def my_passbook(me: Visitor, db: Connection, argument: str) -> Card:
    """One page of four; `argument` names it, the fees come first."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    book = passbook(db, me.club_id, me.member_id, me.today)
    name = argument if argument in PAGES else "fees"
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("passbook", each), say.page_name(each)) for each in PAGES if each != name
    ]
    ways += [
        (ScreenPress("print_passbook"), say.print_it()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    return Card(say.page(book.club_name, name, PAGES[name](book)), choices=choices(ways))


def _fees(book: Passbook) -> list[Moment]:
    years = [
        say.fee_year(each.year, each.total, sum(paid > NOTHING for paid in each.paid))
        for each in book.fee_years
    ]
    return [*years, say.owed(book.owed)]


def _gifts(book: Passbook) -> list[Moment]:
    newest = book.gifts[-LINES_SHOWN:]
    return [say_account.gift(each.given_on, _given(each)) for each in newest]


def _given(gift: GiftLine) -> Moment:
    if gift.amount is not None:
        return say_contribute.line("money", [say_contribute.plain_sum(gift.amount)])
    thing = thing_of(gift.item, gift.quantity_thousandths, gift.unit)
    return say_contribute.line(gift.kind, thing)


def _loans(book: Passbook) -> list[Moment]:
    return [
        say.loan(
            each.purpose,
            each.principal,
            paid_out_on=each.paid_out_on,
            repaid=total(line.principal for line in each.repayments),
            interest=total(line.interest for line in each.repayments),
            left=each.left,
        )
        for each in book.loans[-LINES_SHOWN:]
    ]


def _meetings(book: Passbook) -> list[Moment]:
    if not book.meetings:
        return []
    came = sum(each.present is True for each in book.meetings)
    lines = [say.meeting(each.held_on, each.present) for each in book.meetings[-LINES_SHOWN:]]
    return [say.meetings(came, len(book.meetings)), *lines]


PAGES: dict[str, Callable[[Passbook], list[Moment]]] = {
    "fees": _fees,
    "gifts": _gifts,
    "loans": _loans,
    "meetings": _meetings,
}


@screen("print_passbook")
def print_passbook(me: Visitor, db: Connection, argument: str) -> Card:
    """Her own, as a paper; nothing that is typed after it makes it another's."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    book = passbook(db, me.club_id, me.member_id, me.today)
    card = closing(say.here_it_is())
    return Card(card.body, choices=card.choices, papers=(passbook_paper(book, me),))


@dialogue("print_member_passbook", title=say.print_of_member_title, about=1)
async def print_member_passbook(ask: Ask, me: Visitor) -> Card | Said:
    """A member's, for a member without a phone; only for who keeps the books."""
    if not me.may(Action.PRINT_BOOKS):
        return said_no(Code.NOT_ALLOWED)
    found = await member_named(ask, me)
    if found is None:
        return Said(say_offices.no_such_member())
    book = await read(passbook, me.club_id, found.member_id, me.today)
    card = closing(say.of_member(found.name))
    return Card(card.body, choices=card.choices, papers=(passbook_paper(book, me),))


def passbook_paper(book: Passbook, me: Visitor) -> Paper:
    """The snapshot that goes into the outbox."""
    return paper_passbook(
        club=book.club_name,
        commune=book.commune,
        day=me.today,
        name=book.name,
        joined_on=book.joined_on,
        fees=[[each.year, list(each.paid)] for each in book.fee_years],
        owed=book.owed,
        gifts=[[each.given_on, _thing(each), each.amount] for each in book.gifts],
        loans=[_loan(each) for each in book.loans],
        meetings=[[each.held_on, each.present] for each in book.meetings],
    )


def _thing(gift: GiftLine) -> Moment:
    return say.money() if gift.amount is not None else _given(gift)


def _loan(page: LoanPage) -> list[Any]:
    return [
        page.purpose,
        page.principal,
        page.rate_hundredths_percent_a_month,
        page.paid_out_on,
        page.left,
        [
            [each.instalment.due_on, each.instalment.principal, each.instalment.interest, each.left]
            for each in page.instalments
        ],
        [[each.paid_on, each.voucher, each.principal, each.interest] for each in page.repayments],
    ]


entrance(
    ScreenPress("passbook"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="sothanhvien",
    words=("sổ thành viên", "cả sổ của tôi", "my passbook", "passbook"),
    in_menu=False,
)
entrance(
    ScreenPress("print_passbook"),
    label=say.print_title,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="inso",
    words=("in sổ", "in sổ của tôi", "in ra giấy", "print my passbook"),
    in_menu=False,
)
entrance(
    StartPress("print_member_passbook"),
    label=say.print_of_member_title,
    open_to=lambda me: me.may(Action.PRINT_BOOKS),
    command="insothanhvien",
    words=("in sổ thành viên", "in sổ cho thành viên", "print a member's passbook"),
    in_menu=False,
)
