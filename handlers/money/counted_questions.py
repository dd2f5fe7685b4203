"""What was counted: a sum, or how many notes of one value, as people say it aloud."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from club.inquiries import NOTES, sum_of_notes
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Guess, Heard, Hearing, Later, WithMore
from handlers.dialogue.questions import MoneyQuestion, NumberQuestion, TextQuestion
from messages import misunderstood as say_more
from messages.money import cash_count as say
from messages.understand.banknotes import (
    count_of_notes,
    is_about,
    is_no_count,
    notes_told,
    only_counted,
)
from messages.understand.money import read_money
from messages.understand.readings import Unclear, Value
from messages.understand.told import Piece


@dataclass(frozen=True, slots=True)
class CountedQuestion(MoneyQuestion):
    """A sum that somebody has counted: no difference, and no guess, is one."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        notes = notes_told(only_counted(text), NOTES)
        if notes:
            counted = sum_of_notes(notes).dong
            return Guess(counted, say_more.is_it_that(self.shown(counted)), is_answer=True)
        if is_no_count(text):
            return Later({}, say.what_was_counted())
        if is_about(text):
            return Later({}, say.to_the_last_dong())
        return MoneyQuestion.hear(self, only_counted(text), hearing)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        line = " ".join(words)
        if is_no_count(line) or is_about(line):
            return None
        return MoneyQuestion.found_in(self, words, hearing)


@dataclass(frozen=True, slots=True)
class WayQuestion(ChoiceQuestion[str]):
    """Whether the sum is told or each note; whoever tells the sum at once has chosen."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = ChoiceQuestion.hear(self, text, hearing)
        if isinstance(heard, Unclear) and not isinstance(read_money(text), Unclear):
            return WithMore("sum", {"counted": text})
        return heard


@dataclass(frozen=True, slots=True)
class WhyQuestion(TextQuestion):
    """Why a count differs from the books: that nobody knows yet is an answer."""

    may_be_unknown: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class NotesQuestion(NumberQuestion):
    """How many notes of this value; those of smaller ones may be said with them."""

    value: int = 0

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if is_about(text):
            return Later({}, say.to_the_last_dong())
        told = notes_told(text, NOTES)
        if told is None:
            return NumberQuestion.hear(self, count_of_notes(text), hearing)
        if any(value > self.value for value in told):
            return Later({}, say.these_are_counted())
        count = told.get(self.value, 0)
        later = _later(told, self.value)
        return WithMore(count, later) if later else Value(count)


def _later(told: Mapping[int, int], value: int) -> dict[str, str]:
    """The counts of smaller notes, by the names of their questions; all of them once several are
    told together.
    """
    smaller = [each for each in NOTES if each < value]
    if len(told) > 1:
        return {notes_name(each): str(told.get(each, 0)) for each in smaller}
    return {notes_name(each): str(told[each]) for each in smaller if each in told}


def notes_name(value: int) -> str:
    """What the question for the notes of this value is called."""
    return f"notes_{value}"
