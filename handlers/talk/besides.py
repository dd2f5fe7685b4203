"""An answer to the invitation in the middle of something else: it is taken and said so, and the
question that stood stands again. “Mai bác không đi họp được đâu” while a loan is asked for.
"""

from dataclasses import replace

from club.members import Action
from handlers.dialogue.engine import SCRIPTS, Ended, Run, Said
from handlers.dialogue.outcomes import outcome_after
from handlers.dialogue.state import State
from handlers.helping.helped import open_to_helper
from handlers.menu_order import BOARD_WORK
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.said_at_once import Begun, answer_said
from handlers.talk.standing import standing_question
from handlers.talk.unfinished import speaker
from messages import asked_back as say_back
from messages.cards import Card
from messages.presses import Press, StartPress
from messages.understand.coming import coming_told
from storage.conversations import OpenDialogue

# Whether one comes is what these ask themselves.
_ABOUT_COMING = frozenset(
    {
        *("meeting", "answer_for", "give_lift", "move_meeting", "cancel_meeting", "attendance"),
        *("drop_session", "take_session", "offer_place", "check_in", "answer_hours", "here"),
        *("area_broadcast", "describe_meeting", "write_minutes"),
    }
)


def coming_besides(dialogues: Dialogues, text: str) -> Begun | None:
    """The answer that a whole message gives by the word for the meeting; None for anything else.

    Words that somebody of the board writes for others may say the same and are no answer.
    """
    front, me = dialogues.front, dialogues.me
    if front is None or front.name in _ABOUT_COMING or not me.may(Action.ANSWER_MEETING):
        return None
    told = coming_told(text)
    if told is None or not told.by_name or not open_to_helper(me, StartPress("meeting")):
        return None
    standing = standing_question(dialogues)
    writes = standing is not None and standing.question.hears_anything and front.name in BOARD_WORK
    return None if writes else answer_said(told, text, me.today)


def begin_anew(dialogues: Dialogues, wish: Begun) -> None:
    """What was said; the same thing in front is not kept beside it, it was said otherwise."""
    front = dialogues.front
    if front is not None and front.name == wish.dialogue and wish.carried:
        stopped = replace(front, place="stopped", touched_at=dialogues.me.now)
        dialogues.turn.changed[front.id] = stopped
        dialogues.front = None
    dialogues.start(wish.dialogue, wish.subject, wish.carried)
    card = dialogues.turn.card
    if wish.later and card is not None:
        said = say_back.one_work_after_another(wish.later)
        dialogues.turn.card = replace(card, before=(said, *card.before))


def begins_the_same(dialogues: Dialogues, wish: Press | Begun) -> bool:
    """Whether it is a wish for the very work that is in front, about the very same thing."""
    front = dialogues.front
    if not isinstance(wish, Begun) or front is None:
        return False
    return (wish.dialogue, wish.subject) == (front.name, front.subject)


def answered_besides(dialogues: Dialogues, begun: Press | Begun | None) -> bool:
    """Whether it was an answer to the invitation and was carried out, or answered, beside the
    dialogue in front, which goes on.
    """
    if not isinstance(begun, Begun) or begun.dialogue != "meeting" or dialogues.front is None:
        return False
    opened = _opened(dialogues, begun)
    state = State.of(opened.state)
    run = Run(speaker(dialogues.me, opened), state, dialogues.db, dialogues.memory)
    outcome = outcome_after(None, run, SCRIPTS[begun.dialogue])
    if not isinstance(outcome, Ended):
        return False
    match outcome.result:
        case Said(body):
            dialogues.once_more(body)
        case Card() as card:
            dialogues.once_more(*card.before, card.body)
        case _:
            _carried_out(dialogues, opened, outcome.result)
    return True


def _carried_out(dialogues: Dialogues, opened: OpenDialogue, command: object) -> None:
    dialogues.once_more()
    turn = dialogues.turn
    if turn.command is not None:
        # What was in front has come to its own end meanwhile.
        return
    turn.then, turn.command, turn.command_of = turn.card, command, opened
    turn.changed[opened.id] = opened
    turn.begun.add(opened.id)


def _opened(dialogues: Dialogues, begun: Begun) -> OpenDialogue:
    me = dialogues.me
    return OpenDialogue(
        id=dialogues.new_id(),
        chat_id=dialogues.talk.hearer.chat_id,
        name=begun.dialogue,
        subject=begun.subject,
        place="done",
        revision=0,
        state=State(carried=dict(begun.carried)).as_json(),
        started_at=me.now,
        touched_at=me.now,
        person_id=me.person_id,
        club_id=None if me.membership is None else me.membership.club_id,
    )


def with_what_stands(reply: Card, standing: Card) -> Card:
    """What was noted, and the question that stood."""
    return replace(standing, before=(*reply.before, reply.body, *standing.before))
