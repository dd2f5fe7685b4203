"""How many months something runs, said in months or in years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.dialogue.question import Hearing
from handlers.dialogue.questions import NumberQuestion
from messages.moments import Moment
from messages.settings.setting_values import months
from messages.understand.durations import read_months
from messages.understand.readings import Reading, Unclear, Value, Why
from messages.understand.told import MONTHS_COUNTED, Piece, stretch_told


@dataclass(frozen=True, slots=True)
class MonthsQuestion(NumberQuestion):
    """A number of months; "một năm", "nửa năm" and "năm rưỡi" are understood too."""

    heard_in_stories: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_months(text)
        if isinstance(heard, Value) and not self.at_least <= heard.value <= self.up_to:
            return Unclear(Why.TOO_LARGE if heard.value > self.up_to else Why.TOO_SMALL)
        return heard

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        return stretch_told(words, lambda text: self.hear(text, hearing), MONTHS_COUNTED)

    def shown(self, stored: Any) -> Moment:
        return months(stored)
