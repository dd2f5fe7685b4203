"""A question that is never asked: its answer counts where a sentence has told it already."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.dialogue.question import Question

T = TypeVar("T")


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
