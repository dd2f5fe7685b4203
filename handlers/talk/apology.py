"""After a fault of ours: a word, and an open way on."""

from dataclasses import replace
from datetime import datetime

from handlers import menus
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.state import State
from handlers.talk.turn import Turn
from storage.conversations import Talk


def apology(talk: Talk, number: int, now: datetime) -> Turn:
    """The answer to what failed, with the number under which the fault is kept.

    What was in front is put aside, so that the numbers of this message mean what it shows.
    """
    turn = Turn()
    front = talk.front
    goes_on = front is not None and front.name in SCRIPTS and bool(State.of(front.state).path)
    if front is not None:
        place = "parked" if goes_on else "stopped"
        turn.changed[front.id] = replace(front, place=place, touched_at=now)
    turn.card = menus.after_fault(number, front.id if front is not None and goes_on else None)
    turn.shown = turn.card.typable()
    return turn
