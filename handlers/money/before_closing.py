"""What is still open before a month closes, and for each thing where it is settled, or by whom."""

from collections.abc import Callable

from club.address import PersonName
from club.calendar import Month
from club.closing import CashHeld
from club.members import Action, Role
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.menus import closing, on_page
from handlers.money.books_said import place_line, place_numbered
from handlers.money.contributions_said import line_of
from handlers.talk.refusing import shown_no
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import before_closing as say
from messages.money import closing as say_closing
from messages.money import confirm_contribution as say_contribution
from messages.money import second_person as say_second
from messages.open_items import Item, OpenItem, open_before_closing
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.money.closing import (
    checklist,
    month_figures,
    next_to_close,
    waiting_before_closing,
)
from storage.queries.money.contributions import confirmer_of, why_not_confirm
from storage.queries.money.disputes import open_disputes
from storage.queries.money.proposals import (
    ProposalKind,
    may_second,
    seconds_of,
    waiting_proposals,
)

Way = tuple[Press, Moment]
Open = tuple[list[Moment], list[Way]]
"""What is open, a line each; and what this visitor can settle of it."""


@screen("closing")
def before_closing(me: Visitor, db: Connection, argument: str) -> Card:
    """What is still open before the next month closes, each a tap away; `argument` is a page."""
    if not me.may(Action.CLOSE_MONTH):
        return shown_no(Code.NOT_ALLOWED)
    month = next_to_close(db, me.club_id)
    if Month.of(me.today) <= month:
        return closing(say_closing.nothing_to_close(month))
    figures = month_figures(db, me.club_id, month, me.today)
    found = checklist(db, me.club_id, figures, me.today)
    items = open_before_closing(found, lambda each: _place(each, me, db))
    close: Way = (StartPress("close_month"), say_closing.close(month))
    ways = [(_settles(each), each.line) for each in items]
    return Card(
        say.checklist(month, [each.line for each in items]),
        choices=choices(on_page("closing", argument, [*ways, close])),
    )


def _place(held: CashHeld, me: Visitor, db: Connection) -> Moment:
    return place_line(place_numbered(db, me.club_id, held.place))


def _settles(each: OpenItem) -> Press:
    """Where it is settled, or is said by whom."""
    match each.item:
        case Item.NOT_COUNTED:
            return StartPress("count_cash", each.about)
        case Item.HANDS:
            return ScreenPress("open_items", f"hands {each.about}")
        case Item.TABLES:
            return ScreenPress("meeting_table")
        case Item.DIFFERENCES:
            return StartPress("settle_difference")
        case Item.MINUTES:
            return ScreenPress("minutes", each.about)
    return ScreenPress("open_items", each.item.value)


@screen("open_items")
def open_items(me: Visitor, db: Connection, argument: str) -> Card:
    """What of one kind is open, and who can settle it; buttons for what this visitor can."""
    kind, _, about = argument.partition(" ")
    if not me.may(Action.CLOSE_MONTH):
        return shown_no(Code.NOT_ALLOWED)
    if kind == "hands":
        return _in_hands(me, db, about)
    if kind not in _ITEMS:
        return closing(say_everywhere.do_not_know())
    lines, ways = _ITEMS[kind](me, db)
    return Card(say.open_items(lines), choices=choices([*ways[:4], _back()]))


def _back() -> Way:
    return (ScreenPress("closing"), say.back_to_checklist())


def _contributions(me: Visitor, db: Connection) -> Open:
    lines: list[Moment] = []
    ways: list[Way] = []
    month = next_to_close(db, me.club_id)
    for each in waiting_before_closing(db, me.club_id, month):
        what = say_contribution.task(each.name, line_of(each))
        if why_not_confirm(db, each, me.person, me.today) is None:
            ways.append((StartPress("confirm_contribution", str(each.id)), what))
        lines.append(_settled_by(what, confirmer_of(db, each, me.today), me, db))
    return lines, ways


def _proposals(me: Visitor, db: Connection) -> Open:
    lines: list[Moment] = []
    ways: list[Way] = []
    for each in waiting_proposals(db, me.club_id):
        if each.kind is ProposalKind.CLOSE:
            continue
        what = say_second.task(each.kind.value, each.name)
        able = seconds_of(db, each, me.today)
        if may_second(db, each, me.person, me.chat_id, me.today):
            ways.append((StartPress("second", str(each.id)), what))
        lines.append(_settled_by(what, next(iter(able), None), me, db))
    return lines, ways


def _disputes(me: Visitor, db: Connection) -> Open:
    """What was said stays between the member and who looks into it."""
    lines: list[Moment] = []
    ways: list[Way] = []
    for each in open_disputes(db, me.club_id):
        what = say_contribution.dispute_task(each.name)
        if each.handler_id == me.person:
            ways.append((StartPress("answer_dispute", str(each.id)), what))
        lines.append(_settled_by(what, each.handler_id, me, db))
    return lines, ways


_ITEMS: dict[str, Callable[[Visitor, Connection], Open]] = {
    "contributions": _contributions,
    "proposals": _proposals,
    "disputes": _disputes,
}


def _settled_by(what: Moment, person: int | None, me: Visitor, db: Connection) -> Moment:
    if person is None:
        return say.for_nobody(what)
    if person == me.person:
        return say.for_you(what)
    return say.for_somebody(what, name_of(db, person))


def _in_hands(me: Visitor, db: Connection, number: str) -> Card:
    """Money too long in somebody's hands: the cashier takes it over, others can count it."""
    month = next_to_close(db, me.club_id)
    figures = month_figures(db, me.club_id, month, me.today)
    held = checklist(db, me.club_id, figures, me.today).with_collectors
    found = next((each for each in held if str(each.place) == number), None)
    if found is None:
        return closing(say.nothing_in_hands())
    place = place_numbered(db, me.club_id, found.place)
    cashiers = holders(db, me.club_id, me.today, Role.CASHIER.value)
    ways: list[Way] = [(StartPress("count_cash", number), say.count_it())]
    if me.may(Action.CARRY_TO_TIN):
        ways.insert(0, (StartPress("carry_cash", number), say.take_it_over()))
    if place.keeper_id == me.person:
        body = say.hand_over_yours(found.amount, _name(db, cashiers))
    else:
        body = say.have_it_handed_over(place.keeper, found.amount, _name(db, cashiers))
    return Card(body, choices=choices([*ways, _back()]))


def _name(db: Connection, persons: list[int]) -> PersonName | str:
    return name_of(db, persons[0]) if persons else ""
