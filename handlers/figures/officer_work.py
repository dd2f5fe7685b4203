"""The work of an officer of the Association, gathered behind one entry of the menu.

Who is nobody in a club has it as her menu.
"""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, has_officer_work, officer_choices, screen
from handlers.menus import closing, on_page
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.figures import praise as say
from messages.figures import rollup as say_rollup
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection


@screen("officer_work")
def officer_work(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: the page."""
    if not me.is_officer:
        return closing(say_rollup.no_officer())
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    entries = on_page("officer_work", argument, [*officer_choices(me), menu])
    return Card(say.which_work(), choices=choices(entries))


entrance(
    ScreenPress("officer_work"),
    label=say.officer_work,
    open_to=has_officer_work,
    command="vieccanbo",
    words=("việc cán bộ", "việc của cán bộ", "officer work"),
)
