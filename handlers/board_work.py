"""The work of an office, gathered behind one entry of the menu; typed, each opens at once."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import board_choices, choices, entrance, has_board_work, screen
from handlers.menus import on_page
from messages import board_work as say
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection


@screen("board_work")
def board_work(me: Visitor, db: Connection, argument: str) -> Card:
    """What the visitor's office does of its own accord, five a page."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    return Card(
        say.which(), choices=choices(on_page("board_work", argument, [*board_choices(me), menu]))
    )


entrance(
    ScreenPress("board_work"),
    label=say.title,
    open_to=has_board_work,
    command="viecban",
    words=("việc của ban", "việc ban chủ nhiệm", "việc của ban chủ nhiệm", "board work"),
)
