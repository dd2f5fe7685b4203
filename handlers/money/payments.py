"""What the club paid out in a month: for every member, without the names of those helped."""

from club.calendar import Month
from club.members import Action
from club.photos import About
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.money.payments_said import line_for_board, line_for_members
from handlers.see_photos import see_photos
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages import photos as say_photo
from messages.cards import Card
from messages.figures.summary_steps import area as area_said
from messages.moments import Moment
from messages.money import payments as say
from messages.own import account as say_account
from messages.presses import Press, ScreenPress
from messages.volunteers import help_given as say_help
from storage.queries import Connection
from storage.queries.money.ledger import first_booked_month
from storage.queries.money.payments import HelpGiven, Payment, help_in, payments_in, spent_by_area
from storage.queries.photos import with_photos

MOST_SLIPS = 20
MOST_PHOTOS = 3


@screen("payments")
def payments(me: Visitor, db: Connection, argument: str) -> Card:
    """Slips of a month ("2026-10", else this one), sums by area, help without money."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    month = _month(argument, Month.of(me.today))
    is_board = me.may(Action.BOARD_WORK)
    paid = payments_in(db, me.club_id, month)
    sees = me.may(Action.SEE_VOUCHERS)
    line = line_for_board if is_board else line_for_members
    seen = with_photos(db, About.RECEIPT, [each.id for each in paid]) if sees else set()
    said = say.payments_list(
        me.my_membership.club_name,
        month,
        [
            say_photo.has(line(each)) if each.id in seen else line(each)
            for each in paid[-MOST_SLIPS:]
        ],
        [say.area_sum(area_said(a.value), sum_) for a, sum_ in spent_by_area(paid).items()],
        [_help(each, is_board=is_board) for each in help_in(db, me.club_id, month)],
    )
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("club_money"), say_account.money_title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    with_photo = [each for each in paid if each.id in seen][-MOST_PHOTOS:]
    ways[:0] = [_see(each) for each in with_photo]
    first = first_booked_month(db, me.club_id)
    if first is not None and first < month:
        before = ScreenPress("payments", str(month.previous()))
        ways.insert(0, (before, say_account.month_before()))
    return Card(said, choices=choices(ways))


def _see(slip: Payment) -> tuple[Press, Moment]:
    """A slip's photo, by its number."""
    press, _ = see_photos(About.RECEIPT, slip.id)
    return press, say_photo.see_of(slip.voucher)


def _month(argument: str, this_month: Month) -> Month:
    try:
        return min(Month.parse(argument), this_month)
    except ValueError:
        return this_month


def _help(each: HelpGiven, *, is_board: bool) -> Moment:
    """Where she has not agreed, the members read neither who nor what."""
    if is_board or each.may_be_named:
        return say_help.help_line(
            each.given_on, say_everywhere.plain(each.name), each.kind, each.what
        )
    return say_help.help_line(each.given_on, say_help.a_member(), each.kind)


entrance(
    ScreenPress("payments"),
    label=say.list_title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="cackhoanchi",
    words=("các khoản chi", "khoản chi", "what was paid out"),
    in_menu=False,
)
