"""Where the money lies, and what is too much for one place at home: the board is told once."""

from dataclasses import replace

from club.cash_limits import is_above
from club.members import Action, Role
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.money.books_said import place_line
from handlers.news import news
from handlers.notices import Told
from handlers.talk.refusing import shown_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import cash_count as say_count
from messages.money import cash_limits as say
from messages.money import move_cash as say_move
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import club_settings as say_setting
from storage.changes.deed import Deed
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.money.cash_limits import (
    brought_above,
    cash_limit,
    cash_lying,
    places_above,
)

TOLD = (Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER)
WHERE: Press = ScreenPress("where_money_lies")


def with_cash_above(deed: Deed, told: Told, db: Connection) -> Told:
    """Whatever it was that brought a place above its limit: those who keep books and cash hear it
    once, and not again until it was below (Club rules, A.1).
    """
    notices = [
        (
            person,
            news(say.above(place_line(each.place), each.there, each.limit), (WHERE, say.look())),
        )
        for each in brought_above(db, deed.entries, deed.today)
        for person in sorted(set(holders(db, each.club_id, deed.today, *TOLD)))
    ]
    return replace(told, others=told.others + tuple(notices)) if notices else told


@waiting
def too_much_in_one_place(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """As long as it lies there."""
    if not me.may(Action.CORRECT_BOOKS):
        return []
    return [
        (WHERE, say.task(place_line(each.place), each.there))
        for each in places_above(db, me.club_id, me.today)
    ]


@screen("where_money_lies")
def where_money_lies(me: Visitor, db: Connection, argument: str) -> Card:
    """Every place that holds money, and the limit of those at home."""
    if not me.may(Action.COUNT_CASH):
        return shown_no(Code.NOT_ALLOWED)
    limit = cash_limit(db, me.club_id, me.today)
    lines = [
        say.place_above(place_line(place), there, there - limit)
        if is_above(limit, kind=place.kind, there=there)
        else say.place(place_line(place), there)
        for place, there in cash_lying(db, me.club_id)
    ]
    ways: list[tuple[Press, Moment]] = [
        (StartPress("count_cash"), say_count.title()),
        *_carrying(me),
        (ScreenPress("club_setting", "cash_limit"), say_setting.name("cash_limit")),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    return Card(say.page(lines, limit), choices=choices(ways))


def _carrying(me: Visitor) -> list[tuple[Press, Moment]]:
    """For the cashier, what is done where too much lies in one place."""
    may = me.may(Action.CARRY_TO_TIN)
    return [(StartPress("move_cash"), say_move.title())] if may else []


entrance(
    WHERE,
    label=say.title,
    open_to=lambda me: me.may(Action.COUNT_CASH),
    command="tiendedau",
    words=("tiền để ở đâu", "tiền đang để ở đâu", "where the money lies"),
    in_menu=False,
)
