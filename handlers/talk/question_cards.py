"""How a question becomes a card: its options on pages of five, one small row of navigation."""

from typing import Any

from handlers.dialogue import state as kept
from handlers.dialogue.engine import Asking
from handlers.dialogue.question import Option, Question
from handlers.dialogue.state import State
from messages import asked_back as say_back
from messages import everywhere as say
from messages.cards import Card, Choice
from messages.moments import Moment
from messages.presses import AnswerPress, Step, StepPress, packed
from storage.conversations import OpenDialogue


def options_of(question: Question[Any], state: State) -> tuple[Option, ...]:
    """What is shown to choose now."""
    return kept.options_of(question, state, question.options_a_page)


def question_card(
    asked: OpenDialogue, state: State, asking: Asking, remarks: tuple[Moment, ...]
) -> Card:
    """The question as it is shown now."""
    question, remarks = asking.question, (*remarks, *asking.remarks)
    options = options_of(question, state)
    body, before = question.prompt, remarks
    if question.fingerprint() and (asking.trouble is not None or state.readings is not None):
        # It has just been read back whole; who is asked once more is spared it.
        body = say_back.once_more_shortly(question.prompt)
    if asking.remarks[-1:] == (say_back.right_or_stop(),):
        # A line of its own: what it is about has just been read back.
        body, before = asking.remarks[-1], remarks[:-1]
    if state.parts is not None and state.readings is None:
        body, before = question.part_prompt(state.parts), (*remarks, question.prompt)
    return Card(
        body=body,
        before=before,
        choices=tuple(
            Choice(packed(AnswerPress(asked.id, asked.revision, place)), each.label)
            for place, each in enumerate(options)
        ),
        small=_navigation(asked, state),
        numbered=_numbered(question, state),
        # Not once more with every word that was not understood.
        wants=question.wants,
        papers=() if state.errors else question.papers(),
    )


def _numbered(question: Question[Any], state: State) -> bool:
    """Whether a typed number is the choice at that place."""
    if question.agrees_to_money:
        return False
    return not question.number_is_answer or state.readings is not None


def _navigation(asked: OpenDialogue, state: State) -> tuple[Choice, ...]:
    steps = [(Step.STOP, say.stop()), (Step.PERSON, say.person())]
    if state.can_step_back:
        steps.insert(0, (Step.BACK, say.back()))
    return tuple(Choice(packed(StepPress(asked.id, step)), label) for step, label in steps)
