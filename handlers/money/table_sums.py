"""What somebody gives at the meeting table, as one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from club.meeting_table import Sums
from club.money import NOTHING, Money
from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import (
    Guess,
    Heard,
    Hearing,
    Later,
    Option,
    Question,
    option_typed,
)
from handlers.money.counted_questions import CountedQuestion
from handlers.money.tables_said import sums_line
from messages import examples
from messages.moments import Moment
from messages.money import meeting_table as say_table
from messages.money import table_entries as say
from messages.understand.plain import bare
from messages.understand.readings import Either, Unclear, Value
from messages.understand.readings import Why as Unheard
from messages.understand.table_sums import ALL_DUE, AS_EXPECTED, ENOUGH, NEXT, read_table_sums
from storage.changes.money.meeting_table import LARGEST


@dataclass(frozen=True, slots=True)
class SumsQuestion(Question[Sums | str]):
    """What somebody gives: as expected, all that is due, other sums by part, or the next person."""

    due: Sums
    offers_next: bool

    def options(self) -> tuple[Option, ...]:
        found = []
        if self.due.fee:
            found.append(Option(AS_EXPECTED, say.as_expected(self.due.fee)))
        if self.due.repaid:
            found.append(Option(ALL_DUE, say.all_due(self.due.total)))
        if self.offers_next:
            found.append(Option(NEXT, say.next_()))
            found.append(Option(ENOUGH, say_table.title()))
        return tuple(found)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = read_table_sums(text)
        if not isinstance(heard, Value):
            return heard
        if isinstance(heard.value, str):
            return self._word(heard.value)
        sums = self._named(heard.value)
        if sums is None:
            return Unclear(Unheard.NOT_A_NUMBER)
        if sum(sums.values()) > LARGEST.dong:
            return Unclear(Unheard.TOO_LARGE)
        return Value(sums)

    def _word(self, word: str) -> Heard:
        known = {each.id for each in self.options()}
        return Value(word) if word in known else Unclear(Unheard.NOT_A_NUMBER)

    def _named(self, heard: Mapping[str, Money]) -> dict[str, int] | None:
        """A lone sum is the fee, unless there is a loan that it might be for."""
        if "" in heard and self.due.repaid:
            return None
        return {part or "fee": amount.dong for part, amount in heard.items()}

    def picked(self, option_id: str) -> Any:
        return option_id

    def revive(self, stored: Any) -> Sums | str:
        if stored == AS_EXPECTED:
            return Sums(fee=self.due.fee)
        if stored == ALL_DUE:
            return self.due
        if isinstance(stored, str):
            return stored
        return Sums(**{part: Money(int(dong)) for part, dong in stored.items()})

    def shown(self, stored: Any) -> Moment:
        value = self.revive(stored)
        return say.next_() if isinstance(value, str) else sums_line(value)

    def example(self) -> Moment:
        return say.example()


_NO_CASH = frozenset(
    {"0", "0 dong", "khong", "khong co", "khong dong", "khong co gi", "chua co", "trong"}
    | {"nothing", "none", "empty", "zero"}
)


@dataclass(frozen=True, slots=True)
class CashQuestion(CountedQuestion):
    """How much was counted; a place may be empty."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        return Value(0) if bare(text) in _NO_CASH else CountedQuestion.hear(self, text, hearing)


@dataclass(frozen=True, slots=True)
class DiffersQuestion(ChoiceQuestion[str | Money]):
    """What to do about a count that differs: a sum typed here is the money counted once more."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = option_typed(self.options(), text, hearing)
        if isinstance(heard, Value):
            return heard
        counted = cash_counted(self.name, self.prompt).hear(text, hearing)
        if isinstance(counted, Value | Either | Guess | Later):
            return counted
        return ChoiceQuestion.hear(self, text, hearing)

    def revive(self, stored: Any) -> str | Money:
        return Money(stored) if isinstance(stored, int) else ChoiceQuestion.revive(self, stored)

    def shown(self, stored: Any) -> Moment:
        return examples.sum_(Money(stored)) if isinstance(stored, int) else self.shown_as(stored)


def cash_counted(name: str, prompt: Moment) -> Question[Money]:
    """Asks how much was counted."""
    return CashQuestion(
        name, prompt, at_least=NOTHING, up_to=LARGEST, offers=(NOTHING,), usual=None
    )
