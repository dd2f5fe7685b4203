"""Being read to, always or only when it is asked for; for anybody, strangers too."""

from dataclasses import replace

from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.open_dialogues import Dialogues
from messages import listening as say
from messages.cards import card_of
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.own.change_listening import ChangeListening, ListeningChanged
from storage.conversations import last_card
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


def _said(*, always: bool) -> Moment:
    """What is answered to the wish."""
    return say.from_now_on() if always else say.no_more()


@after(ListeningChanged)
def listening_changed(fact: ListeningChanged, me: Visitor, db: Connection) -> Told:
    return Told(replace(closing(_said(always=fact.always)), aloud=fact.always))


# Said as a word of its own, in the middle of whatever is going on


def read_aloud(dialogues: Dialogues) -> None:
    """The question that stands, or else what was said last, to be heard this once."""
    turn = dialogues.turn
    last = last_card(dialogues.db, dialogues.me.chat_id)
    if dialogues.front is not None:
        dialogues.play(dialogues.front, None)
    elif last is not None:
        turn.card = card_of(last)
    else:
        dialogues.menu()
    turn.card = None if turn.card is None else replace(turn.card, aloud=True)


def listens_from_now_on(dialogues: Dialogues, *, always: bool) -> None:
    """Every message is heard, or none, without leaving the question that stands."""
    dialogues.once_more(_said(always=always))
    turn = dialogues.turn
    turn.listens = always
    if always and turn.card is not None:
        turn.card = replace(turn.card, aloud=True)


entrance(
    StartPress("listening"),
    label=say.title,
    open_to=lambda me: True,
    command="nghedoc",
    words=("giọng đọc", "cài giọng đọc", "đọc thành tiếng", "voice", "read to me"),
)
