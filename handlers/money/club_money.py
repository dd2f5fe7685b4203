"""The club's funds, and a month's ins and outs: for every member, without anybody's debts."""

from club.balances import FundPosition
from club.calendar import Month
from club.members import Action
from club.money import NOTHING
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import golden_heart as say_gifts
from messages.money import payments as say_payments
from messages.own import account as say
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.money.ledger import (
    Fund,
    cash_by_kind,
    first_booked_month,
    fund_positions,
    funds_of,
)


@screen("club_money")
def club_money(me: Visitor, db: Connection, argument: str) -> Card:
    """The funds today and one month; `argument` is the month as '2026-10', else this one."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    month = _month(argument, Month.of(me.today))
    positions = fund_positions(db, me.club_id)
    flows = cash_by_kind(db, me.club_id, month)
    page = say.money_page(
        me.my_membership.club_name,
        [_line(each, positions[each.id]) for each in funds_of(db, me.club_id)],
        month,
        into=[say.flow(kind.value, sum_) for kind, sum_ in flows.items() if sum_ > NOTHING],
        out_of=[say.flow(kind.value, -sum_) for kind, sum_ in flows.items() if sum_ < NOTHING],
    )
    return Card(page, choices=choices(_ways(me, db, month)))


def _month(argument: str, this_month: Month) -> Month:
    try:
        return min(Month.parse(argument), this_month)
    except ValueError:
        return this_month


def _line(fund: Fund, at: FundPosition) -> Moment:
    name = say.fund(fund.kind, fund.name)
    return say.fund_line(name, at.total, cash=at.cash, lent=at.principal)


def _ways(me: Visitor, db: Connection, month: Month) -> list[tuple[Press, Moment]]:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("payments", str(month)), say_payments.list_title()),
        (ScreenPress("golden_heart"), say_gifts.title()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    first = first_booked_month(db, me.club_id)
    if first is not None and first < month:
        ways.insert(0, (ScreenPress("club_money", str(month.previous())), say.month_before()))
    return ways


entrance(
    ScreenPress("club_money"),
    label=say.money_title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="quy",
    words=("quỹ", "tiền quỹ", "quỹ câu lạc bộ", "the club's money", "funds"),
)
