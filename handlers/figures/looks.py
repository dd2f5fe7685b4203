"""Who of the Association has looked at the club's figures: every look is shown to the chair."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance, screen
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages.cards import Card
from messages.figures import looks as say
from messages.figures.rollup_names import span_name
from messages.presses import ScreenPress
from storage.queries import Connection
from storage.queries.figures.looks import looks_at

MOST = 10


def _is_chair(me: Visitor) -> bool:
    return me.may(Action.SEE_LOOKS)


@screen("looks")
def looks(me: Visitor, db: Connection, argument: str) -> Card:
    """The newest looks, each with its day and what was looked at."""
    if not _is_chair(me):
        return shown_no(Code.NOT_ALLOWED)
    rows = [
        say.look(name=each.name, day=each.day, span=span_name(span=each.span), commune=each.commune)
        for each in looks_at(db, me.club_id, MOST)
    ]
    return closing(say.looks(rows=rows))


entrance(
    ScreenPress("looks"),
    label=say.title,
    open_to=_is_chair,
    command="aidaxem",
    words=("ai đã xem sổ", "cán bộ đã xem", "ai đã xem số liệu", "who looked"),
    in_menu=False,
)
