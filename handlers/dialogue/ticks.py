"""A page of a list to tick: a tap or typed numbers set some of its lines, or the page is done."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from handlers.dialogue.question import (
    Hearing,
    NoLongerFits,
    Option,
    Question,
    option_typed,
)
from messages import examples
from messages.moments import Moment
from messages.understand.plain import bare
from messages.understand.readings import Reading, Unclear, Value, Why

NEXT_PAGE, ALL_DONE = "next", "done"
_NUMBERS = re.compile(r"(?:so )?\d{1,3}(?:(?: va | voi | and |[\s,;.+&-]+)\d{1,3})*[.,]?")
MOST_SHOWN = 5
_ALL = frozenset(
    {"xong", "xong ca", "xong het", "het", "het roi", "du ca", "du roi", "xong roi", "done", "all"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number, whether it is ticked now, how it is shown, and how it would be
    otherwise.
    """

    number: int
    ticked: bool
    shown: Moment
    otherwise: Moment


@dataclass(frozen=True, slots=True)
class Ticked:
    """What became of a page: lines with their new state, or where to go on."""

    lines: tuple[tuple[int, bool], ...] = ()
    goes: str = ""
    # What a whole sentence said beside them.
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TicksQuestion(Question[Ticked]):
    """`others` are the lines of other pages: they can be named too."""

    lines: tuple[Line, ...]
    others: tuple[Line, ...]
    controls: tuple[str, ...]
    control_shown: Callable[[str], Moment]
    # Reads a sentence about the whole list: "lines" to set, and more; None where it is none.
    told: Callable[[str], Mapping[str, Any] | None] = lambda _text: None
    # Ten lines and two controls at most.
    options_a_page: ClassVar[int] = 12

    def options(self) -> tuple[Option, ...]:
        controls = (Option(each, self.control_shown(each)) for each in self.controls)
        return (*(_option(each) for each in self.lines), *controls)

    def hear(self, text: str, hearing: Hearing) -> Reading[Any]:
        said = bare(text)
        if _NUMBERS.fullmatch(said):
            return self._numbered([int(each) for each in re.findall(r"\d+", said)])
        if said in _ALL:
            return Value(ALL_DONE)
        if (told := self.told(text)) is not None:
            return Value(dict(told))
        meant = option_typed(self.options(), text, hearing)
        if isinstance(meant, Value):
            return Value(self.picked(meant.value))
        named = option_typed(tuple(_option(each) for each in self.others), text, _words(hearing))
        return Value(self.picked(named.value)) if isinstance(named, Value) else meant

    def _numbered(self, numbers: Sequence[int]) -> Reading[Any]:
        """Several numbers are lines; one alone may be a control too."""
        shown = self.options()
        if len(numbers) == 1 and 1 <= numbers[0] <= len(shown):
            return Value(self.picked(shown[numbers[0] - 1].id))
        if not all(1 <= each <= len(self.lines) for each in numbers):
            return Unclear(Why.NOT_AN_OPTION)
        chosen = [self.lines[each - 1] for each in dict.fromkeys(numbers)]
        return Value([[each.number, not each.ticked] for each in chosen])

    def picked(self, option_id: str) -> Any:
        if option_id in {NEXT_PAGE, ALL_DONE}:
            return option_id
        number, _, ticked = option_id.partition(":")
        if not number.isdecimal():
            raise NoLongerFits
        return [[int(number), ticked == "1"]]

    def revive(self, stored: Any) -> Ticked:
        if isinstance(stored, str):
            return Ticked(goes=stored)
        told = stored if isinstance(stored, dict) else {}
        lines = told.get("lines", stored)
        known = {each.number for each in (*self.lines, *self.others)}
        return Ticked(tuple((each, set_to) for each, set_to in lines if each in known), told=told)

    def shown(self, stored: Any) -> Moment:
        said = self.revive(stored)
        if said.goes:
            return self.control_shown(said.goes)
        now = {each.number: each for each in (*self.lines, *self.others)}
        set_ = [(now[number], ticked) for number, ticked in said.lines]
        if said.told:
            # Of a whole list only whom the sentence unticks: the rest is read back later.
            set_ = [(each, ticked) for each, ticked in set_ if not ticked]
        shown = [each.shown if each.ticked is ticked else each.otherwise for each, ticked in set_]
        return examples.set_so(lines=shown[:MOST_SHOWN])

    def example(self) -> Moment:
        return examples.ticks()


def _option(line: Line) -> Option:
    """Its id says what a press makes of the line, so that a second press of it changes nothing."""
    return Option(f"{line.number}:{int(not line.ticked)}", line.shown)


def _words(hearing: Hearing) -> Hearing:
    """By words alone: these lines stand under no number."""
    return Hearing(hearing.words, hearing.today, ())


def ticks(
    name: str,
    prompt: Moment,
    *,
    lines: Sequence[Line],
    others: Sequence[Line],
    controls: Sequence[str],
    control_shown: Callable[[str], Moment],
    told: Callable[[str], Mapping[str, Any] | None] = lambda _text: None,
) -> Question[Ticked]:
    """Asks about a page of a list: `said = await ticks("tick_1", …)`."""
    return TicksQuestion(
        name, prompt, tuple(lines), tuple(others), tuple(controls), control_shown, told
    )
