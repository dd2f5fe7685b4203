"""What is said to a button of a message from before."""

from handlers.dialogue.engine import SCRIPTS
from messages import old_buttons as say
from messages.moments import Moment
from storage.conversations import OpenDialogue


def about_old_button(meant: OpenDialogue | None) -> Moment:
    """What became of the dialogue that the button belongs to; None: it is not of this chat."""
    if meant is None or meant.name not in SCRIPTS:
        return say.button_is_old()
    title = SCRIPTS[meant.name].title()
    match meant.place:
        case "done":
            return say.button_of_finished(title)
        case "parked":
            return say.button_of_parked(title)
        case _:
            return say.button_of_closed(title)
