"""A question that is never asked: its answer counts where a sentence has told it already."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from handlers.dialogue.question import Hearing, Question
from handlers.dialogue.state import State, fits
from handlers.dialogue.story import told_before
from handlers.dialogue.visitor import Visitor
from messages.moments import Moment

T = TypeVar("T")


class Pass(Protocol):
    """What of one pass through the dialogue is needed here."""

    me: Visitor
    state: State
    so_far: list[tuple[Question[Any], Any]]
    taken: list[Moment]


@dataclass(frozen=True, slots=True)
class IfTold(Generic[T]):
    """Awaited: the answer that was told before, None where none was or it has several readings.

    For what has to be known before a question that stands between the sentence and the question
    for it. The name is another than that of the question that is asked.
    """

    question: Question[T]

    def __await__(self) -> Generator[Any, Any, T | None]:
        answer: T | None = yield self
        return answer

    def answer(self, run: Pass) -> T | None:
        """Taken out of the sentence and said to be taken, as other answers are."""
        question, answers = self.question, run.state.answers
        if question.name not in answers:
            hearing = Hearing(run.me.words, run.me.today, ())
            told = told_before(question, run.state, hearing, only_if_certain=True)
            if told is not None:
                answers[question.name] = told.readings[0]
                run.taken.append(question.shown(told.readings[0]))
        if question.name not in answers or not fits(question, answers[question.name]):
            return None
        run.so_far.append((question, answers[question.name]))
        return question.revive(answers[question.name])
