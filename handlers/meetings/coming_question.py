"""Whether she comes: an answer by its label, or in a sentence: "bác khỏi rồi, đi được"."""

from dataclasses import dataclass

from club.meetings import Answer
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Heard, Hearing, WithMore
from messages.understand.coming import coming_told
from messages.understand.readings import Value


@dataclass(frozen=True, slots=True)
class ComingQuestion(ChoiceQuestion[Answer]):
    """With the reason of a no, where it was said: it is not asked for any more."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        told = coming_told(text)
        if told is None:
            return super(ComingQuestion, self).hear(text, hearing)
        if told.reason:
            return WithMore(told.answer, {"reason": told.reason})
        return Value(told.answer)
