"""Questions that are chosen from, and those for sums, numbers, words, names and phones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from club.money import Money
from handlers.dialogue.question import (
    Hearing,
    NoLongerFits,
    Option,
    Question,
    Unusual,
    mapped,
    option_typed,
    pick_typed,
)
from messages import everywhere as say
from messages import examples
from messages.moments import Moment, written
from messages.understand.answers import read_yes_no
from messages.understand.counts import read_count
from messages.understand.money import read_money
from messages.understand.names import read_name
from messages.understand.phones import read_phone
from messages.understand.plain import bare, plain
from messages.understand.readings import Reading, Unclear, Value, Why

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ChoiceQuestion(Question[T]):
    among: tuple[T, ...]
    shown_as: Callable[[T], Moment]
    key: Callable[[T], object]

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(self.key(each)), self.shown_as(each)) for each in self.among)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        meant = option_typed(self.options(), text, hearing)
        if not isinstance(meant, Value) and {"yes", "no"} <= {str(self.key(e)) for e in self.among}:
            # "Được" and "không đi" answer a choice that is a yes or a no with more to it.
            agreed = read_yes_no(text)
            if isinstance(agreed, Value):
                return Value("yes" if agreed.value else "no")
        return meant

    def picked(self, option_id: str) -> Any:
        self.revive(option_id)
        return option_id

    def revive(self, stored: Any) -> T:
        for each in self.among:
            if str(self.key(each)) == stored:
                return each
        raise NoLongerFits

    def shown(self, stored: Any) -> Moment:
        return self.shown_as(self.revive(stored))


@dataclass(frozen=True, slots=True)
class YesNoQuestion(Question[bool]):
    takes_stop_for_no: ClassVar[bool] = True

    def options(self) -> tuple[Option, ...]:
        return (Option("yes", say.yes()), Option("no", say.no()))

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        typed = pick_typed(self.options(), text, hearing.words)
        if isinstance(typed, Value):
            return Value(typed.value == 0)
        return read_yes_no(text)

    def picked(self, option_id: str) -> Any:
        return option_id == "yes"

    def revive(self, stored: Any) -> bool:
        return bool(stored)

    def shown(self, stored: Any) -> Moment:
        return say.yes() if stored else say.no()

    def example(self) -> Moment:
        return examples.yes_or_no()


@dataclass(frozen=True, slots=True)
class MoneyQuestion(Question[Money]):
    at_least: Money
    up_to: Money | None
    offers: tuple[Money, ...]
    usual: Money | None

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each.dong), examples.sum_(each)) for each in self.offers)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any] | Unusual:
        if self.offers:
            typed = option_typed(self.options(), text, hearing)
            if isinstance(typed, Value):
                return Value(int(typed.value)) if typed.value.isdecimal() else typed
        heard = read_money(text)
        if isinstance(heard, Value):
            return self._in_range(heard.value)
        return mapped(heard, lambda each: each.dong)

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
        if sum_ < self.at_least or (self.up_to is not None and sum_ > self.up_to):
            raise NoLongerFits(examples.sum_does_not_fit(self.at_least, self.up_to))
        return sum_

    def shown(self, stored: Any) -> Moment:
        return examples.sum_(Money(int(stored)))

    def example(self) -> Moment:
        if self.up_to is not None:
            return examples.money_between(self.at_least, self.up_to)
        return examples.money()


@dataclass(frozen=True, slots=True)
class NumberQuestion(Question[int]):
    at_least: int
    up_to: int
    offers: tuple[int, ...]
    number_is_answer: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        # A typed "3" is the number itself here, so the offers carry no numbers of their own.
        heard = read_count(text)
        if isinstance(heard, Value) and not self.at_least <= heard.value <= self.up_to:
            return Unclear(Why.TOO_LARGE if heard.value > self.up_to else Why.TOO_SMALL)
        return heard

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(each), say.plain(str(each))) for each in self.offers)

    def picked(self, option_id: str) -> Any:
        return self.revive(int(option_id))

    def revive(self, stored: Any) -> int:
        if not self.at_least <= stored <= self.up_to:
            raise NoLongerFits
        return int(stored)

    def example(self) -> Moment:
        return examples.number(self.at_least, self.up_to)


@dataclass(frozen=True, slots=True)
class TextQuestion(Question[str]):
    longest: int
    may_skip: bool

    def options(self) -> tuple[Option, ...]:
        return (Option("skip", say.skip()),) if self.may_skip else ()

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        # Free words may begin like the button; only its whole label is its press.
        if self.may_skip and bare(text) == bare(written(say.skip(), hearing.words)):
            return Value("")
        tidy = plain(text).strip()
        if not tidy:
            return Unclear(Why.EMPTY)
        return Unclear(Why.TOO_LONG) if len(tidy) > self.longest else Value(tidy)

    def picked(self, option_id: str) -> Any:
        return ""

    def revive(self, stored: Any) -> str:
        return str(stored)

    def example(self) -> Moment:
        return examples.words(self.longest)


@dataclass(frozen=True, slots=True)
class NameQuestion(Question[str]):
    stop_or_answer: ClassVar[frozenset[str]] = frozenset({"thoi"})

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        return read_name(text)

    def revive(self, stored: Any) -> str:
        return str(stored)

    def shown(self, stored: Any) -> Moment:
        return examples.name_is(str(stored))

    def example(self) -> Moment:
        return examples.name()


@dataclass(frozen=True, slots=True)
class PhoneQuestion(Question[str]):
    def options(self) -> tuple[Option, ...]:
        return (Option("skip", say.skip()),)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        # "1" is no phone number, so here it can only mean the one button.
        if isinstance(pick_typed(self.options(), text, hearing.words), Value):
            return Value("")
        return read_phone(text)

    def picked(self, option_id: str) -> Any:
        return ""

    def revive(self, stored: Any) -> str:
        return str(stored)

    def example(self) -> Moment:
        return examples.phone()
