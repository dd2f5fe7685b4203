"""What is said when an answer was not understood: an example, a simpler way, then a person."""

from collections.abc import Callable
from typing import Any

from handlers.dialogue.day_questions import DayQuestion
from handlers.dialogue.question import Question
from handlers.dialogue.questions import MoneyQuestion, NumberQuestion
from handlers.dialogue.state import EASIER_AFTER, State
from messages import misunderstood as say_more
from messages.moments import Moment
from messages.understand.readings import Why

MOST_TRIES_ALONE = 3

_KIND_WORDS: dict[Why, Callable[[], Moment]] = {
    Why.ANGRY: say_more.kind_word,
    Why.ASKED: say_more.cannot_explain,
}
"""Before whom to phone: nothing else helps who is angry, or asks back."""
_OF_A_DAY: dict[Why, Callable[[], Moment]] = {
    Why.IN_PAST: say_more.day_is_past,
    Why.IN_FUTURE: say_more.day_is_to_come,
    Why.NO_SUCH_DAY: say_more.month_is_shorter,
}
"""A day that was understood and yet cannot be the answer: why is said at once."""
_OUT_OF_RANGE: dict[Why, Callable[[Moment], Moment]] = {
    Why.TOO_LARGE: say_more.too_much,
    Why.TOO_SMALL: say_more.too_little,
}
"""So is it of a sum or a number."""


def _why_not(question: Question[Any], trouble: Why) -> Moment | None:
    reason = _OF_A_DAY.get(trouble) if isinstance(question, DayQuestion) else None
    return None if reason is None else reason()


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
    if state.readings is not None and trouble is not Why.ANGRY:
        return (say_more.not_among(),)
    if state.errors >= EASIER_AFTER and question.asks_in_parts and state.parts is None:
        state.parts = []
    kind = _KIND_WORDS.get(trouble)
    if kind is not None and (trouble is Why.ANGRY or state.errors % MOST_TRIES_ALONE):
        return (kind(), by_name())
    reason = _why_not(question, trouble)
    if state.errors % MOST_TRIES_ALONE == 0:
        return (reason or say_more.not_understood(question.example()), person())
    if trouble is Why.WORD_WANTED:
        return (question.in_words(),)
    if reason is not None:
        # From the second time on the day comes step by step.
        return (reason, say_more.step_by_step()) if state.errors >= EASIER_AFTER else (reason,)
    return (_in_other_words(question, state, trouble, shown),)


def _in_other_words(
    question: Question[Any], state: State, trouble: Why, shown: Callable[[], int]
) -> Moment:
    if state.errors >= EASIER_AFTER:
        in_parts = question.asks_in_parts
        return say_more.step_by_step() if in_parts else question.simpler(shown())
    if trouble is Why.DOES_NOT_KNOW:
        return say_more.does_not_matter()
    if question.options() and trouble is Why.NOT_AN_OPTION:
        return say_more.not_among()
    if trouble in _OUT_OF_RANGE and isinstance(question, MoneyQuestion | NumberQuestion):
        return _OUT_OF_RANGE[trouble](question.example())
    return say_more.not_understood(question.example())
