"""Questions for sums, numbers, words, names and phones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from club.money import NOTHING, Money
from handlers.dialogue.question import (
    Guess,
    Heard,
    Hearing,
    NoLongerFits,
    Option,
    Question,
    Unusual,
    mapped,
    option_typed,
)
from messages import everywhere as say
from messages import examples
from messages import misunderstood as say_more
from messages.moments import Moment, written
from messages.understand.counts import read_count
from messages.understand.empty_words import declines, says_nothing
from messages.understand.mentioned import sums_mentioned
from messages.understand.money import read_money
from messages.understand.phrases import text_told
from messages.understand.plain import bare, plain
from messages.understand.readings import Either, Reading, Unclear, Value, Why
from messages.understand.reckoned import sums_reckoned
from messages.understand.standing_sums import sums_called
from messages.understand.told import (
    Piece,
    sum_told,
)

MOST_SUMS_SHOWN = 4
_PERHAPS_IN_WORDS = frozenset({Why.NOT_A_NUMBER, Why.TOO_LONG, Why.VAGUE, Why.NEGATIVE})
USUAL_SUMS = tuple(
    Money(dong)
    for thousands in (1, 10, 100, 1000, 10_000, 100_000)
    for dong in (10_000 * thousands, 20_000 * thousands, 50_000 * thousands)
)


@dataclass(frozen=True, slots=True)
class MoneyQuestion(Question[Money]):
    at_least: Money
    up_to: Money | None
    offers: tuple[Money, ...]
    usual: Money | None
    whole: Money | None = None
    due: Money | None = None
    interest: Money | None = None

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each.dong), examples.sum_(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if self.offers:
            typed = option_typed(self.options(), text, hearing)
            if isinstance(typed, Value):
                return Value(int(typed.value)) if typed.value.isdecimal() else typed
        heard = read_money(text)
        if isinstance(heard, Value):
            return self._in_range(heard.value)
        if isinstance(heard, Unclear) and heard.why is Why.ZERO and self._allows(NOTHING):
            return Value(NOTHING.dong)
        if isinstance(heard, Unclear) and heard.why in _PERHAPS_IN_WORDS:
            return self._called(text) or self._mentioned(text, heard.why) or heard
        if isinstance(heard, Either) and not any(map(self._allows, heard.readings)):
            return Unclear(Why.TOO_SMALL if max(heard.readings) < self.at_least else Why.TOO_LARGE)
        return mapped(heard, lambda each: each.dong)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        piece = sum_told(words)
        if piece is None:
            return None
        sums = tuple(each.dong for each in piece.readings)
        fitting = tuple(each.dong for each in piece.readings if self._allows(each))
        return Piece(piece.begin, piece.end, fitting or sums)

    def is_unusual(self, stored: Any) -> bool:
        return self.usual is not None and Money(int(stored)) > self.usual

    def _called(self, text: str) -> Guess | Either[Any] | Unclear | None:
        """ "Trả hết", "gấp đôi", "2 tờ 50": what that comes to, asked and never taken."""
        principal = self.due - self.interest if self.due and self.interest else None
        called = sums_called(
            text,
            whole=self.whole,
            due=self.due,
            interest=self.interest,
            principal=principal,
        ) or sums_reckoned(text)
        fitting = [each.dong for each in called if self._allows(each)]
        if len(fitting) > 1:
            return Either(tuple(fitting))
        if not fitting:
            return self._out_of_range(called)
        return Guess(fitting[0], say_more.is_it_that(self.shown(fitting[0])), is_answer=True)

    def _out_of_range(self, sums: Sequence[Money]) -> Unclear | None:
        """Why none of these sums can be."""
        if not sums:
            return None
        return Unclear(Why.TOO_SMALL if max(sums) < self.at_least else Why.TOO_LARGE)

    def _mentioned(self, text: str, why: Why) -> Guess | Either[Any] | Unclear | None:
        """The one sum that a story speaks of, or two of them: asked, never taken."""
        if why in {Why.VAGUE, Why.NEGATIVE}:
            return None
        mentioned = sums_mentioned(text)
        found = [each for each in mentioned if self._allows(each)]
        if not found:
            return self._out_of_range(mentioned)
        if len(found) == 1:
            return Guess(found[0].dong, say_more.did_you_mean(found[0]))
        two = len(found) == 2
        return Either(tuple(each.dong for each in found)) if two else None

    def _allows(self, sum_: Money) -> bool:
        return sum_ >= self.at_least and (self.up_to is None or sum_ <= self.up_to)

    def _in_range(self, sum_: Money) -> Reading[Any] | Unusual:
        if sum_ < self.at_least:
            return Unclear(Why.TOO_SMALL)
        if self.up_to is not None and sum_ > self.up_to:
            return Unclear(Why.TOO_LARGE)
        # A sum that is unusual here is asked back before it counts.
        if self.usual is not None and sum_ > self.usual:
            return Unusual(sum_.dong)
        return Value(sum_.dong)

    def picked(self, option_id: str) -> Any:
        dong = int(option_id)
        self.revive(dong)
        return dong

    def revive(self, stored: Any) -> Money:
        sum_ = Money(int(stored))
        if not self._allows(sum_):
            raise NoLongerFits(examples.sum_does_not_fit(self.at_least, self.up_to))
        return sum_

    def shown(self, stored: Any) -> Moment:
        return examples.sum_(Money(int(stored)))

    def easier(self) -> tuple[Option, ...]:
        if self.offers:
            return self.options()
        most = min(each for each in (self.up_to, self.usual, USUAL_SUMS[-1]) if each is not None)
        usual = [each for each in USUAL_SUMS if self.at_least <= each <= most]
        step = max(1, -(-len(usual) // MOST_SUMS_SHOWN))
        return tuple(Option(str(each.dong), examples.sum_(each)) for each in usual[::step])

    def simpler(self, shown: int) -> Moment:
        return say_more.choose_a_sum() if shown else Question.simpler(self, shown)

    def example(self) -> Moment:
        if self.up_to is not None:
            return examples.money_between(self.at_least, self.up_to)
        return examples.money()


@dataclass(frozen=True, slots=True)
class NumberQuestion(Question[int]):
    at_least: int
    up_to: int
    offers: tuple[int, ...]
    counted: Callable[[int], Moment] | None = None
    number_is_answer: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Heard:
        # A typed "3" is the number itself here, so the offers carry no numbers of their own.
        heard = read_count(text)
        if isinstance(heard, Value) and not self.at_least <= heard.value <= self.up_to:
            return Unclear(Why.TOO_LARGE if heard.value > self.up_to else Why.TOO_SMALL)
        return heard

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each), say.plain(str(each))) for each in self.offers)

    def picked(self, option_id: str) -> Any:
        return self.revive(int(option_id))

    def shown(self, stored: Any) -> Moment:
        return say.plain(str(stored)) if self.counted is None else self.counted(stored)

    def revive(self, stored: Any) -> int:
        if not self.at_least <= stored <= self.up_to:
            raise NoLongerFits
        return int(stored)

    def example(self) -> Moment:
        return examples.number(self.at_least, self.up_to)


_OF_MONEY = frozenset(["nghin", "ngan", "k", "trieu", "tr", "dong", "d", "vnd"])


def is_a_sum(text: str) -> bool:
    """ "50 nghìn" where words are asked for: most likely it answers another question."""
    last = bare(text).split()[-1:]
    is_money = bool(last) and last[0].lstrip("0123456789.,") in _OF_MONEY
    return is_money and text[0].isdecimal() and isinstance(read_money(text), Value)


@dataclass(frozen=True, slots=True)
class TextQuestion(Question[str]):
    longest: int
    may_skip: bool
    number_fits: bool = False
    cues: tuple[str, ...] = ()
    hears_anything: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return (Option("skip", say.skip()),) if self.may_skip else ()

    def hear(self, text: str, hearing: Hearing) -> Heard:
        # Free words may begin like the button; only its whole label is its press.
        if self.may_skip and (
            bare(text) == bare(written(say.skip(), hearing.words)) or declines(text)
        ):
            return Value("")
        tidy = plain(text).strip()
        if not any(each.isalnum() for each in tidy):
            return Unclear(Why.EMPTY)
        if len(tidy) > self.longest:
            return Unclear(Why.TOO_LONG)
        # Mostly the number of a button that is not there (any more).
        only_a_number = (tidy.isdecimal() and len(tidy) < 3) or is_a_sum(tidy)
        if (only_a_number and not self.number_fits) or says_nothing(tidy):
            return Guess(tidy, say_more.only_a_number(tidy))
        return Value(tidy)

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        piece = text_told(words, self.cues)
        return None if piece is None or len(piece.readings[0]) > self.longest else piece

    def picked(self, option_id: str) -> Any:
        return ""

    def revive(self, stored: Any) -> str:
        return str(stored)

    def example(self) -> Moment:
        return examples.words(self.longest)
