"""The work of an office, gathered behind one entry of the menu; typed, each opens at once."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import board_choices, choices, entrance, has_board_work, screen
from handlers.menu_order import BOARD_GROUPS
from handlers.menus import ENTRIES_A_PAGE, on_page
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.members import board_work as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection

Way = tuple[Press, Moment]


@screen("board_work")
def board_work(me: Visitor, db: Connection, argument: str) -> Card:
    """What the visitor's office does of its own accord: by what it is about, or all where that is
    little. `argument`: a group and perhaps a page, "money 1".
    """
    group, _, page = argument.partition(" ")
    if group in BOARD_GROUPS:
        back: Way = (ScreenPress("board_work"), say.other_work())
        found = on_page("board_work", page, [*board_choices(me, group), back], within=group)
        return Card(say.which_of(group), choices=choices(found))
    menu: Way = (ScreenPress("menu"), say_everywhere.menu_word())
    every = board_choices(me)
    ways = every if len(every) < ENTRIES_A_PAGE else _groups(me)
    return Card(say.which(), choices=choices([*ways, menu]))


def _groups(me: Visitor) -> list[Way]:
    """The groups in which this visitor has something to do."""
    return [
        (ScreenPress("board_work", group), say.group(group))
        for group in BOARD_GROUPS
        if board_choices(me, group)
    ]


entrance(
    ScreenPress("board_work"),
    label=say.title,
    open_to=has_board_work,
    command="viecban",
    words=("việc của ban", "việc ban chủ nhiệm", "việc của ban chủ nhiệm", "board work"),
)
