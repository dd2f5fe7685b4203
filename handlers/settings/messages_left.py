"""The board sees how many messages of the month are left, where a messenger bounds them."""

from club.members import Action
from club.message_budget import Budget, Weight
from club.refusals import Code
from club.reminders import Kind
from club.settings import Topic
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.settings.club_settings import settled_elsewhere
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import to_phone as say_phone
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from messages.settings import messages_left as say
from storage.message_budget import budgets, not_sent_for_want
from storage.queries import Connection

# One of each weight, to ask what still goes out.
_SAMPLES = {
    Weight.PRESSING: Kind.MEETING_TODAY,
    Weight.USEFUL: Kind.MEETING_SOON,
    Weight.PLEASANT: Kind.GREETING,
}


def sees_it(me: Visitor) -> bool:
    return me.may(Action.BOARD_WORK)


def _budgets(me: Visitor, db: Connection) -> dict[str, Budget]:
    found = budgets(db, [me.club_id], me.now)
    return {channel: budget for (channel, _), budget in sorted(found.items())}


@screen("messages_left")
def messages_left(me: Visitor, db: Connection, argument: str) -> Card:
    """How many are left at each messenger, what still goes out, and what did not."""
    if not sees_it(me):
        return shown_no(Code.NOT_ALLOWED)
    found = _budgets(me, db)
    if not found:
        return closing(say.no_bound())
    lines: list[Moment] = []
    for channel, budget in found.items():
        allowed = sum(budget.allows(kind) for kind in _SAMPLES.values())
        lines += [say.line(channel, budget.left, budget.most), say.what_goes(allowed)]
    silent = not_sent_for_want(db, me.club_id, me.now)
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if silent:
        lines.append(say.not_sent(silent))
        ways.insert(0, (ScreenPress("to_phone"), say_phone.title()))
    return Card(say.page(lines), choices=choices(ways))


@settled_elsewhere(Topic.REMINDERS)
def line_of_settings(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """A line for each messenger that bounds them."""
    return [
        (ScreenPress("messages_left"), say.line(channel, budget.left, budget.most))
        for channel, budget in _budgets(me, db).items()
    ]


entrance(
    ScreenPress("messages_left"),
    label=say.title,
    open_to=sees_it,
    command="tinnhan",
    words=say.WORDS,
    in_menu=False,
)
