"""One dialogue in two chats of a person: it goes on where she asks for it, and stops there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.state import State
from handlers.entrances import choices
from messages.cards import Card
from messages.own import second_chat as say
from messages.presses import StartPress
from storage.conversations import OpenDialogue
from storage.second_chats import Wanted, begun_elsewhere

if TYPE_CHECKING:
    from handlers.talk.open_dialogues import Dialogues


def brought_here(dialogues: "Dialogues", name: str, subject: str) -> bool:
    """Whether she began it in another chat of hers, and now goes on with it here.

    It stops there, and that chat is told. What has no answer yet is begun anew.
    """
    talk, me = dialogues.talk, dialogues.me
    if talk.person_id is None or me.person_id is None or me.practises:
        return False
    here = talk.hearer.chat_id
    wanted = Wanted(talk.person_id, here, me.person_id, name, subject)
    found = begun_elsewhere(dialogues.db, wanted)
    for each in found:
        dialogues.turn.changed[each.id] = replace(each, place="stopped", touched_at=me.now)
        dialogues.turn.in_chats.append((each.chat_id, _told_there(each, talk.hearer.channel)))
    if not found or not State.of(found[0].state).path:
        return False
    moved = replace(found[0], id=dialogues.new_id(), chat_id=here)
    dialogues.turn.begun.add(moved.id)
    dialogues.resume(moved, say.brought_here())
    return True


def _told_there(dialogue: OpenDialogue, channel: str) -> Card:
    press = StartPress(dialogue.name, dialogue.subject)
    body = say.goes_on_there(SCRIPTS[dialogue.name].title(), channel)
    return Card(body, choices=choices([(press, say.go_on_here())]), numbered=False)
