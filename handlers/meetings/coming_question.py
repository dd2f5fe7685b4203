"""Whether she comes: an answer by its label, or in a sentence: "bác khỏi rồi, đi được"."""

from dataclasses import dataclass
from typing import Any

from club.meetings import Answer
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.offered import OfferedTextQuestion
from handlers.dialogue.question import Guess, Heard, Hearing, Later, WithMore
from messages import misunderstood as say_more
from messages.meetings import meetings as say
from messages.moments import Moment
from messages.understand.coming import NO, coming_told
from messages.understand.coming_perhaps import is_hindered, is_undecided
from messages.understand.readings import Unclear, Value

AFTER_ALL = "="
"""Before another answer that was given where the reason of a no was asked for."""


@dataclass(frozen=True, slots=True)
class ComingQuestion(ChoiceQuestion[Answer]):
    """With the reason of a no, where it was said: it is not asked for any more.

    Of who is not sure nothing is noted; what keeps her away is asked about, and is no answer yet.
    """

    def hear(self, text: str, hearing: Hearing) -> Heard:
        told = coming_told(text)
        if told is None:
            return self._not_told(text, hearing)
        if told.reason:
            return WithMore(told.answer, {"reason": told.reason})
        return Value(told.answer)

    def _not_told(self, text: str, hearing: Hearing) -> Heard:
        if is_undecided(text):
            return Later({}, say.undecided())
        heard = super(ComingQuestion, self).hear(text, hearing)
        if isinstance(heard, Unclear) and is_hindered(text):
            return Guess(NO, say_more.is_it_that(say.ANSWER_LABELS[NO]()), is_answer=True)
        return heard


@dataclass(frozen=True, slots=True)
class WhyNotQuestion(OfferedTextQuestion):
    """Why she does not come; "à mà đi được" is no reason, she comes after all."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        told = coming_told(text)
        if told is None or told.answer == NO:
            return super(WhyNotQuestion, self).hear(text, hearing)
        stored = f"{AFTER_ALL}{told.answer}"
        return Guess(stored, say_more.is_it_that(self.shown(stored)), is_answer=True)

    def shown(self, stored: Any) -> Moment:
        answer = say.ANSWER_LABELS.get(str(stored).removeprefix(AFTER_ALL))
        return OfferedTextQuestion.shown(self, stored) if answer is None else answer()
