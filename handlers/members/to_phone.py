"""Whom no message reaches: the board phones, or the leader of the group (Club rules, H.5)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from club.members import Action
from club.refusals import Code
from club.reminders import ABOUT_DEBTS
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import to_phone as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.members.to_phone import ToPhone, led_by, people_to_phone

PEOPLE_A_PAGE = 12


def sees_it(me: Visitor) -> bool:
    return me.may(Action.SEE_TO_PHONE)


@screen("to_phone")
def to_phone(me: Visitor, db: Connection, argument: str) -> Card:
    """One line a person, by group; a dozen a page; of debts only chair and cashier read."""
    if not sees_it(me):
        return shown_no(Code.NOT_ALLOWED)
    found = seen_to_phone(db, me)
    if not found:
        return closing(say.nobody())
    first = min(int(argument) if argument.isdecimal() else 0, len(found) - 1)
    shown = found[first : first + PEOPLE_A_PAGE]
    parts = [
        say.group(name, [_line(each) for each in people])
        for name, people in groupby(shown, key=lambda each: each.group)
    ]
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    ways.insert(0, (StartPress("told_by_mouth"), say.told_title()))
    if first + PEOPLE_A_PAGE < len(found):
        ways.insert(0, (ScreenPress("to_phone", str(first + PEOPLE_A_PAGE)), everywhere.more()))
    return Card(say.page(len(found), parts), choices=choices(ways))


def seen_to_phone(db: Connection, me: Visitor) -> list[ToPhone]:
    """Those on the list, as this person may see it."""
    return list(_seen_by(me, db, people_to_phone(db, me.club_id, me.today)))


def _seen_by(me: Visitor, db: Connection, people: Iterable[ToPhone]) -> Iterable[ToPhone]:
    """The whole club for the board, her own group for a leader; debts left out for the others."""
    mine = None if me.may(Action.BOARD_WORK) else led_by(db, me.club_id, me.person)
    knows_debts = me.may(Action.HEAR_OF_DEBTS)
    for each in people:
        kinds = tuple(kind for kind in each.kinds if knows_debts or kind not in ABOUT_DEBTS)
        if kinds and (mine is None or each.group_id in mine):
            yield replace(each, kinds=kinds)


def _line(each: ToPhone) -> Moment:
    line = say.line(each.name, each.phone, [kind.value for kind in each.kinds])
    news = [
        say.meeting_off(of.day)
        if of.state == "cancelled"
        else say.meeting_now(of.day, of.at, of.place)
        for of in each.changed
    ]
    return say.line_with(line, news) if news else line


entrance(
    ScreenPress("to_phone"),
    label=say.title,
    open_to=sees_it,
    command="cangoi",
    words=("cần gọi", "người cần gọi", "gọi điện cho ai", "people to phone", "to phone"),
)
