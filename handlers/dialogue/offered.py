"""A question with offered answers beside free words: a reason, a place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.dialogue.question import Hearing, Option, Question, pick_typed
from messages import examples
from messages.moments import Moment
from messages.understand.plain import plain
from messages.understand.readings import Reading, Unclear, Value, Why


@dataclass(frozen=True, slots=True)
class OfferedTextQuestion(Question[str]):
    """The answer is the key of an offer, or the words that were typed."""

    offers: tuple[str, ...]
    shown_as: Callable[[str], Moment]
    longest: int
    hears_anything: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(each, self.shown_as(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        meant = pick_typed(self.options(), text, hearing.words)
        if isinstance(meant, Value):
            return Value(self.offers[meant.value])
        tidy = plain(text).strip()
        if not tidy:
            return Unclear(Why.EMPTY)
        return Unclear(Why.TOO_LONG) if len(tidy) > self.longest else Value(tidy)

    def picked(self, option_id: str) -> Any:
        return option_id

    def revive(self, stored: Any) -> str:
        return str(stored)

    def shown(self, stored: Any) -> Moment:
        return self.shown_as(str(stored))

    def example(self) -> Moment:
        return examples.words(self.longest)


def offered_text(
    name: str,
    prompt: Moment,
    *,
    offers: Sequence[str],
    shown_as: Callable[[str], Moment],
    longest: int = 200,
) -> Question[str]:
    """Asks for words, with some offered: `reason = await offered_text("reason", …, offers=…)`."""
    return OfferedTextQuestion(name, prompt, tuple(offers), shown_as, longest)
