"""How long something takes, in minutes, said as people say it: “một tiếng rưỡi”."""

from dataclasses import dataclass
from typing import Any

from handlers.dialogue.question import Hearing
from handlers.dialogue.questions import NumberQuestion
from messages.understand.how_long import read_how_long
from messages.understand.readings import Reading, Unclear, Value, Why


@dataclass(frozen=True, slots=True)
class HowLongQuestion(NumberQuestion):
    """A number of minutes; hours are understood too."""

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        heard = read_how_long(text)
        if isinstance(heard, Value) and not self.at_least <= heard.value <= self.up_to:
            return Unclear(Why.TOO_LARGE if heard.value > self.up_to else Why.TOO_SMALL)
        return heard
