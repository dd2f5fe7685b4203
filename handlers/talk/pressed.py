"""What a button of a question does: of the one that stands, of one put aside, of an old one."""

from handlers import menus
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.listening import Picked
from handlers.dialogue.state import State
from handlers.talk.old_buttons import about_old_button
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.persons_to_call import person_to_call
from messages import old_buttons, unfinished
from messages.presses import AnswerPress, Step, StepPress
from storage import conversations
from storage.conversations import OpenDialogue


def answer_pressed(dialogues: Dialogues, press: AnswerPress) -> None:
    """The answer, if its question still stands as it was shown."""
    front = dialogues.front
    if front is None or front.id != press.dialogue_id:
        _answer_to_another(dialogues, _dialogue(dialogues, press.dialogue_id))
        return
    shown = State.of(front.state).shown
    if front.revision != press.revision or not 0 <= press.place < len(shown):
        dialogues.play(front, None, old_buttons.answered_already())
    else:
        dialogues.play(front, Picked(shown[press.place]))


def _answer_to_another(dialogues: Dialogues, meant: OpenDialogue | None) -> None:
    """What was left at its first question is asked again; the old button answers nothing."""
    unanswered = meant is not None and meant.place == "stopped" and not State.of(meant.state).path
    if meant is not None and unanswered and meant.name in SCRIPTS:
        dialogues.resume(meant, old_buttons.asked_again())
    else:
        dialogues.once_more(about_old_button(meant))


def step_pressed(dialogues: Dialogues, press: StepPress) -> None:
    """Back, stop, go on: of the dialogue in front or of one that was put aside."""
    front = dialogues.front
    if front is not None and front.id == press.dialogue_id:
        dialogues.step(front, press.step)
        return
    meant = _dialogue(dialogues, press.dialogue_id)
    if meant is None or meant.place != "parked":
        dialogues.once_more(about_old_button(meant))
    elif press.step is Step.THROW_AWAY:
        dialogues.throw_away(meant)
    elif press.step is Step.STOP:
        dialogues.once_more(unfinished.kept_already())
    elif press.step is Step.PERSON:
        dialogues.once_more(person_to_call(dialogues.db, dialogues.me))
    else:
        dialogues.resume(meant)


def _dialogue(dialogues: Dialogues, dialogue_id: int) -> OpenDialogue | None:
    """Any dialogue of this chat, what is done with too."""
    found = conversations.dialogue(dialogues.db, dialogues.talk.hearer.chat_id, dialogue_id)
    return found if found is None or menus.is_theirs(found, dialogues.me) else None
