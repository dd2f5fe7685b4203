"""Questions that are chosen from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from handlers.dialogue.question import (
    Heard,
    Hearing,
    NoLongerFits,
    Option,
    Question,
    option_mentioned,
    option_typed,
    pick_typed,
)
from messages import everywhere as say
from messages import examples
from messages.moments import Moment, written
from messages.understand.affirmed import named_with_year, repeats, without_yes
from messages.understand.answers import read_yes_no
from messages.understand.keywords import denies
from messages.understand.phrases import phrase_told, segment_told
from messages.understand.readings import Unclear, Value
from messages.understand.told import Piece, sentence_of
from messages.understand.words import words_of
from messages.understand.yes_no import is_doubtful_right

T = TypeVar("T")
_MOST_NAMING = 6


def no_other_words(each: object) -> Sequence[str]:
    """A choice that is said by its label alone."""
    return ()


@dataclass(frozen=True, slots=True)
class ChoiceQuestion(Question[T]):
    among: tuple[T, ...]
    shown_as: Callable[[T], Moment]
    key: Callable[[T], object]
    said_as: Callable[[T], Sequence[str]] = no_other_words

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(str(self.key(each)), self.shown_as(each)) for each in self.among)

    def hear(self, text: str, hearing: Hearing) -> Heard:
        meant = option_typed(self.options(), text, hearing)
        if isinstance(meant, Value):
            return meant
        if (agreed := self._agreed(text)) is not None:
            return Value(agreed)
        if isinstance(meant, Unclear) and (named := self._named(text)) is not None:
            return Value(named)
        if isinstance(meant, Unclear) and (described := self._described(text, hearing)):
            return Value(described)
        return option_mentioned(meant, self.options(), text, hearing)

    def _agreed(self, text: str) -> str | None:
        """The key of what a mere yes or no chooses."""
        keys = {str(self.key(each)) for each in self.among}
        agreed = read_yes_no(text)
        # "Được" and "không đi" answer a choice that is a yes or a no with more to it.
        if {"yes", "no"} <= keys and isinstance(agreed, Value):
            return "yes" if agreed.value else "no"
        if "none" in keys and agreed == Value(False):
            return "none"
        return keys.pop() if len(keys) == 1 and _is_yes(text) else None

    def _described(self, text: str, hearing: Hearing) -> str | None:
        """The key of what is named behind a yes, "đúng là bà Nga", or with a year of birth."""
        labels = [written(self.shown_as(each), hearing.words) for each in self.among]
        rest = without_yes(text)
        found = [at for at, label in enumerate(labels) if rest and repeats(rest, label)]
        by_year = named_with_year(text, labels)
        if by_year is not None:
            found = [by_year]
        return str(self.key(self.among[found[0]])) if len(found) == 1 else None

    def _named(self, text: str) -> str | None:
        """The key of what a short answer calls by one of its other words."""
        words = sentence_of(text)
        if len(words) > _MOST_NAMING or denies(words_of(text)):
            return None
        piece = phrase_told(words, [self.said_as(each) for each in self.among])
        return None if piece is None else str(self.key(self.among[piece.readings[0]]))

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        """A whole label of some words, or one of the ways in which it is said besides."""
        piece = phrase_told(words, [self._said_as(each, hearing) for each in self.among])
        if piece is None:
            labels = [written(self.shown_as(each), hearing.words) for each in self.among]
            piece = segment_told(words, labels)
        if piece is None:
            return None
        return Piece(piece.begin, piece.end, (str(self.key(self.among[piece.readings[0]])),))

    def _said_as(self, each: T, hearing: Hearing) -> Sequence[str]:
        label = written(self.shown_as(each), hearing.words).lower()
        return (*self.said_as(each), *([label] if " " in label else []))

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


def _is_yes(text: str) -> bool:
    """“Đúng rồi” to the one thing there is to choose ("is it this person?")."""
    agreed = read_yes_no(text)
    return is_doubtful_right(text) or (isinstance(agreed, Value) and agreed.value)


@dataclass(frozen=True, slots=True)
class YesNoQuestion(Question[bool]):
    """A typed "thôi" stops here, as the button of that name under it does: taken for a no it would
    turn somebody away, undo something or lead to questions that nobody wanted to hear.
    """

    def options(self) -> tuple[Option, ...]:
        return (Option("yes", say.yes()), Option("no", say.no()))

    def hear(self, text: str, hearing: Hearing) -> Heard:
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
class IsItSoQuestion(YesNoQuestion):
    """Whether something is so: a "dung" without its mark can only be "đúng" here."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        return Value(True) if is_doubtful_right(text) else YesNoQuestion.hear(self, text, hearing)


@dataclass(frozen=True, slots=True)
class LeaveQuestion(YesNoQuestion):
    """Whether something may be done to her or with what is hers: a "thôi" declines it, and the no
    is kept, so that nobody asks again what she did not want.
    """

    takes_stop_for_no: ClassVar[bool] = True
