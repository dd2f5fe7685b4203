"""A question with offered answers beside free words: a reason, a place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from handlers.dialogue.question import (
    Guess,
    Heard,
    Hearing,
    Option,
    Question,
    pick_typed,
)
from handlers.dialogue.questions import is_a_sum
from messages import examples
from messages import misunderstood as say_more
from messages.moments import Moment
from messages.understand.empty_words import says_nothing
from messages.understand.phrases import text_told
from messages.understand.plain import plain
from messages.understand.readings import Unclear, Value, Why
from messages.understand.told import Piece


@dataclass(frozen=True, slots=True)
class OfferedTextQuestion(Question[str]):
    """The answer is the key of an offer, or the words that were typed."""

    offers: tuple[str, ...]
    shown_as: Callable[[str], Moment]
    longest: int
    cues: tuple[str, ...] = ()
    hears_anything: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(each, self.shown_as(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        meant = pick_typed(self.options(), text, hearing.words)
        if isinstance(meant, Value):
            return Value(self.offers[meant.value])
        tidy = plain(text).strip()
        if not any(each.isalnum() for each in tidy):
            return Unclear(Why.EMPTY)
        if len(tidy) > self.longest:
            return Unclear(Why.TOO_LONG)
        nothing = says_nothing(tidy) or is_a_sum(tidy)
        return Guess(tidy, say_more.only_a_number(tidy)) if nothing else Value(tidy)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        piece = text_told(words, self.cues)
        return None if piece is None or len(piece.readings[0]) > self.longest else piece

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
    cues: tuple[str, ...] = (),
) -> Question[str]:
    """Asks for words, with some offered: `reason = await offered_text("reason", …, offers=…)`.

    `cues`: behind these words it may be said already in a sentence before.
    """
    return OfferedTextQuestion(name, prompt, tuple(offers), shown_as, longest, cues)
