"""A question for a percentage."""

from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.dialogue.question import Hearing, NoLongerFits, Question
from messages import examples
from messages.moments import Moment
from messages.understand.percents import read_percent
from messages.understand.readings import Reading, Unclear, Value, Why


@dataclass(frozen=True, slots=True)
class PercentQuestion(Question[int]):
    """Answers, limits and what is stored are hundredths of a percent."""

    at_least: int
    up_to: int
    number_is_answer: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_percent(text)
        if isinstance(heard, Value) and not self.at_least <= heard.value <= self.up_to:
            return Unclear(Why.TOO_LARGE if heard.value > self.up_to else Why.TOO_SMALL)
        return heard

    def revive(self, stored: Any) -> int:
        if not self.at_least <= stored <= self.up_to:
            raise NoLongerFits
        return int(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.percent(int(stored))

    def example(self) -> Moment:
        return examples.percent_between(self.at_least, self.up_to)
