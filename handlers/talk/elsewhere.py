"""One dialogue in two chats of a person: it goes on where she asks for it, and stops there."""

from dataclasses import replace

from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.state import State
from handlers.entrances import choices
from handlers.talk.turn import Turn
from messages.cards import Card
from messages.own import second_chat as say
from messages.presses import StartPress
from storage.conversations import OpenDialogue, Talk
from storage.queries import Connection
from storage.second_chats import Wanted, begun_elsewhere


def brought_here(
    db: Connection, talk: Talk, turn: Turn, begun: OpenDialogue
) -> OpenDialogue | None:
    """What she began in another chat of hers, if so, in the place of what she begins here.

    It stops there, and that chat is told. What has no answer yet is begun anew: then None.
    """
    if talk.person_id is None or begun.person_id is None:
        return None
    wanted = Wanted(talk.person_id, begun.chat_id, begun.person_id, begun.name, begun.subject)
    found = begun_elsewhere(db, wanted)
    for each in found:
        turn.changed[each.id] = replace(each, place="stopped", touched_at=begun.touched_at)
        turn.in_chats.append((each.chat_id, _told_there(each, talk.hearer.channel)))
    if not found or not State.of(found[0].state).path:
        return None
    return replace(found[0], id=begun.id, chat_id=begun.chat_id)


def _told_there(dialogue: OpenDialogue, channel: str) -> Card:
    press = StartPress(dialogue.name, dialogue.subject)
    body = say.goes_on_there(SCRIPTS[dialogue.name].title(), channel)
    return Card(body, choices=choices([(press, say.go_on_here())]), numbered=False)
