"""What becomes of a picture or recording that was sent, and of what is neither."""

from club.photos import Problem
from handlers.dialogue.listening import Brought
from handlers.talk.heard import Heard, Kind, wanted_of
from handlers.talk.open_dialogues import Dialogues
from messages import everywhere as say
from messages import photos


def bring(dialogues: Dialogues, heard: Heard) -> None:
    """Into the dialogue in front, where it waits for such a thing; else a kind word."""
    front = dialogues.front
    wanted = wanted_of(front)
    if front is None or wanted is None:
        dialogues.once_more(say.only_text())
    elif heard.kind is not wanted:
        wrong = Problem.VOICE_WANTED if wanted is Kind.VOICE else Problem.PHOTO_WANTED
        dialogues.once_more(photos.problem(wrong.value))
    elif isinstance(heard.received, int):
        dialogues.play(front, Brought(heard.received))
    else:
        why = heard.received or Problem.NOT_FETCHED
        dialogues.once_more(photos.problem(why.value))
