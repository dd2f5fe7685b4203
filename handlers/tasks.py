"""One list of everything that waits for whoever looks at it, five lines at a time.

A handler adds its own lines beside its dialogue:

    @waiting
    def joining_requests(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
        if not me.may(Action.APPROVE_MEMBER):
            return []
        asking = asking_members(db, me.club_id)
        return [(StartPress("approve_member", str(a.member_id)), say.line(a.name)) for a in asking]

Each line is a press that begins the work and a label that says what it is. The lines come in the
order in which the handlers are imported; a source returns only what this visitor may and can do
now, the longest waiting first, so that a line disappears by itself once somebody has done it.
"""

from collections.abc import Callable

from club.members import BOARD
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from messages import everywhere as say_everywhere
from messages import tasks as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.queries import Connection

Waiting = Callable[[Visitor, Connection], list[tuple[Press, Moment]]]

LINES_A_PAGE = 5

_SOURCES: list[Waiting] = []


def waiting(source: Waiting) -> Waiting:
    """Declare a source of lines for the list."""
    _SOURCES.append(source)
    return source


def waiting_for(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Everything that waits for this visitor in the club in focus."""
    if me.membership is None or me.membership.state != "member":
        return []
    return [line for source in _SOURCES for line in source(me, db)]


@screen("tasks")
def tasks(me: Visitor, db: Connection, argument: str) -> Card:
    """A page of the list; `argument` is the page, and pages go round."""
    lines = waiting_for(me, db)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), say_everywhere.menu_word())
    if not lines:
        return Card(say.none(), choices=choices([menu]))
    if len(lines) < LINES_A_PAGE:
        return Card(say.waiting(len(lines)), choices=choices([*lines, menu]))
    return Card(say.waiting(len(lines)), choices=choices(_page(lines, argument)))


def _page(lines: list[tuple[Press, Moment]], argument: str) -> list[tuple[Press, Moment]]:
    if len(lines) == LINES_A_PAGE:
        return lines
    step = LINES_A_PAGE - 1
    pages = -(-len(lines) // step)
    page = int(argument) % pages if argument.isdecimal() else 0
    more: tuple[Press, Moment] = (ScreenPress("tasks", str(page + 1)), say_everywhere.more())
    return [*lines[page * step : (page + 1) * step], more]


entrance(
    ScreenPress("tasks"),
    label=say.title,
    open_to=lambda me: not BOARD.isdisjoint(me.roles),
    command="congviec",
    words=("công việc", "việc cần làm", "việc chờ", "tasks", "things to do"),
)
# Whoever holds no office has seldom something waiting; typed, the list is there for her too.
entrance(
    ScreenPress("tasks"),
    label=say.title,
    open_to=lambda me: me.membership is not None and BOARD.isdisjoint(me.roles),
    command="viecchotoi",
    words=("việc của tôi", "việc chờ tôi", "my tasks"),
    in_menu=False,
)
