"""One list of everything that waits for whoever looks at it, five lines at a time.

A handler adds its own lines beside its dialogue:

    @waiting
    def joining_requests(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
        if not me.may(Action.APPROVE_MEMBER):
            return []
        asking = asking_members(db, me.club_id)
        return [(StartPress("approve_member", str(a.member_id)), say.line(a.name)) for a in asking]

Each line is a press that begins the work and a label that says what it is. A source returns only
what this visitor may and can do now, the longest waiting first, so that a line disappears by itself
once somebody has done it. Among the sources those come first whose people stand and wait.
"""

from collections.abc import Callable

from club.members import Action
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import ENTRIES_A_PAGE, closing, on_page
from messages import everywhere as say_everywhere
from messages import tasks as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection

Waiting = Callable[[Visitor, Connection], list[tuple[Press, Moment]]]

# By the dialogue or screen that a line opens; what is not named here comes after the rest.
FIRST = (
    # somebody has handed over money, or counts on some
    *("confirm_contribution", "witness_cash", "pay_out_loan", "vote_on_loan", "meeting_on_loan"),
    # somebody waits for an answer
    *("confirm_account", "approve_member", "answer_dispute", "second", "open_session"),
    *("vouch", "decide_round"),
    # the board's own days
    *("meeting_table", "closing", "settle_difference", "carry_cash", "roll_call"),
    *("minutes", "plan_meeting", "decision"),
)

_SOURCES: list[Waiting] = []


def waiting(source: Waiting) -> Waiting:
    """Declare a source of lines for the list."""
    _SOURCES.append(source)
    return source


def waiting_for(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Everything that waits for this visitor in the club in focus."""
    if me.membership is None or me.membership.state != "member":
        return []
    lines = [line for source in _SOURCES for line in source(me, db)]
    return sorted(lines, key=_turn)


def _turn(line: tuple[Press, Moment]) -> tuple[int, str]:
    match line[0]:
        case StartPress(name, _) | ScreenPress(name, _):
            return (FIRST.index(name) if name in FIRST else len(FIRST), name)
    return (len(FIRST), "")


@screen("tasks")
def tasks(me: Visitor, db: Connection, argument: str) -> Card:
    """A page of the list; `argument` is the page, and pages go round."""
    lines = waiting_for(me, db)
    waits = len(lines)
    if not lines:
        return closing(say.none())
    if len(lines) < ENTRIES_A_PAGE:
        lines.append((ScreenPress("menu"), say_everywhere.menu_word()))
    return Card(say.waiting(waits), choices=choices(on_page("tasks", argument, lines)))


entrance(
    ScreenPress("tasks"),
    label=say.title,
    open_to=lambda me: me.may(Action.BOARD_WORK),
    command="congviec",
    words=("công việc", "việc cần làm", "việc chờ", "tasks", "things to do"),
)
# Whoever holds no office has seldom something waiting; typed, the list is there for her too.
entrance(
    ScreenPress("tasks"),
    label=say.title,
    open_to=lambda me: me.membership is not None and not me.may(Action.BOARD_WORK),
    command="viecchotoi",
    words=("việc của tôi", "việc chờ tôi", "my tasks"),
    in_menu=False,
)
