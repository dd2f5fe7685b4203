"""Being read to, always or only when it is asked for; for anybody, strangers too."""

from dataclasses import replace

from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages import listening as say
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.change_listening import ChangeListening, ListeningChanged
from storage.queries import Connection


@dialogue("listening", title=say.title, about=1)
async def listening(ask: Ask, me: Visitor) -> ChangeListening:
    always = await ask.choice(
        "wish",
        say.which(),
        among=("always", "asked"),
        shown_as=lambda wish: say.wish(wish == "always"),
    )
    return ChangeListening(always == "always")


def listening_said(*, always: bool) -> Moment:
    """What is answered to the wish."""
    return say.from_now_on() if always else say.no_more()


@after(ListeningChanged)
def listening_changed(fact: ListeningChanged, me: Visitor, db: Connection) -> Told:
    return Told(replace(closing(listening_said(always=fact.always)), aloud=fact.always))


entrance(
    StartPress("listening"),
    label=say.title,
    open_to=lambda me: True,
    command="nghedoc",
    words=("giọng đọc", "cài giọng đọc", "đọc thành tiếng", "voice", "read to me"),
)
