"""What is said when an answer was not understood: an example, a simpler way, then a person."""

from collections.abc import Callable
from typing import Any

from handlers.dialogue.question import Question
from handlers.dialogue.state import EASIER_AFTER, State
from messages import everywhere as say
from messages import misunderstood as say_more
from messages.moments import Moment
from messages.understand.readings import Why

MOST_TRIES_ALONE = 3


def explained(
    question: Question[Any],
    state: State,
    trouble: Why,
    *,
    shown: Callable[[], int],
    person: Callable[[], Moment],
    by_name: Callable[[], Moment],
) -> tuple[Moment, ...]:
    """An example at first, a simpler way at the second time, at every third a person by name too.

    `shown` counts the choices on the card. An angry word gets a kind one and the person at once.
    From the second time on the question is shown in its simpler way (State.parts, easier choices).
    """
    if state.errors >= EASIER_AFTER and question.asks_in_parts and state.parts is None:
        state.parts = []
    if trouble is Why.ANGRY:
        return (say_more.kind_word(), by_name())
    if state.errors % MOST_TRIES_ALONE == 0:
        return (say_more.not_understood(question.example()), person())
    if trouble is Why.WORD_WANTED:
        return (say.in_words_please(),)
    if state.errors >= EASIER_AFTER:
        in_parts = question.asks_in_parts
        return (say_more.step_by_step() if in_parts else question.simpler(shown()),)
    if question.options() and trouble is Why.NOT_AN_OPTION:
        return (say_more.not_among(),)
    return (say_more.not_understood(question.example()),)
