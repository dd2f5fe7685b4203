"""What every question can do: show its options, hear an answer, and revive a stored one.

A stored answer is a small JSON value, resolved when it was given ('mai' answered last week stays
that day), and is checked against today's options whenever the dialogue runs.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from messages import asked_back, examples, misunderstood
from messages import everywhere as say
from messages.moments import Moment, written
from messages.papers.kinds import Paper
from messages.understand.answers import read_choice
from messages.understand.choices_mentioned import choices_mentioned
from messages.understand.near_choices import near_choices
from messages.understand.readings import Either, Reading, Unclear, Value, Why, reading_of
from messages.understand.told import Piece
from messages.wording import Words

T = TypeVar("T")

# The id of a choice that is one part of an answer, before its number.
PART = "part:"

# The id of the choice that says: these are all the parts.
DONE = "done"


class NoLongerFits(Exception):
    """A stored answer does not fit the present; `why` is said when it is asked again."""

    def __init__(self, why: Moment | None = None) -> None:
        super().__init__("no longer fits")
        self.why = why or say.no_longer_fits()


@dataclass(frozen=True, slots=True)
class Option:
    """Something shown to choose; `id` means the same wherever it stands in the list."""

    id: str
    label: Moment


@dataclass(frozen=True, slots=True)
class Unusual:
    """Understood, but out of the ordinary: asked back before it counts."""

    stored: Any


@dataclass(frozen=True, slots=True)
class Guess:
    """What may be meant: counts only once it is agreed to.

    `is_answer`: it is an answer and nothing else; otherwise found in a story that may be a wish.
    `or_stop`: it may as well be the wish to stop.
    """

    stored: Any
    asked_as: Moment
    is_answer: bool = False
    or_stop: bool = False


@dataclass(frozen=True, slots=True)
class WithMore:
    """An answer, and beside it answers to later questions, by their names."""

    stored: Any
    carried: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Later:
    """No answer to this question, but answers to later ones: kept, and the question stands."""

    carried: Mapping[str, str]
    said: Moment


Heard = Reading[Any] | Unusual | Guess | WithMore | Later


@dataclass(frozen=True, slots=True)
class Hearing:
    """What an answer is heard with: the words of the person, the day, the option ids as shown."""

    words: Words
    today: date
    shown: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Question(ABC, Generic[T]):
    """One question by its name."""

    name: str
    prompt: Moment
    # A typed "6" is the answer six, not the sixth choice.
    number_is_answer: ClassVar[bool] = False
    # Money is agreed to here: no number does it, and nothing like the answer before.
    agrees_to_money: ClassVar[bool] = False
    # A "thôi" is a no here, and not the wish to stop.
    takes_stop_for_no: ClassVar[bool] = False
    # Any words are an answer here.
    hears_anything: ClassVar[bool] = False
    # That one does not know is an answer here.
    may_be_unknown: ClassVar[bool] = False
    # Some words of a longer answer may be the answer.
    heard_in_stories: ClassVar[bool] = False
    # Not understood twice, it is asked for step by step.
    asks_in_parts: ClassVar[bool] = False
    # So many options stand under it at once: a list to tick is longer than a choice.
    options_a_page: ClassVar[int] = 5
    # Asked again under the next number in its name, it was not answered.
    is_try: ClassVar[bool] = False
    # Words, without their marks, that elsewhere mean to stop and may be an answer here.
    stop_or_answer: ClassVar[frozenset[str]] = frozenset()
    # "photo" or "voice": what is to be sent here instead of words, and whether one after the other.
    wants: ClassVar[str] = ""
    wants_several: ClassVar[bool] = False

    def fingerprint(self) -> str:
        """What a read-back looked like; empty for questions that read nothing back."""
        return ""

    def __await__(self) -> Generator[Any, Any, T]:
        answer: T = yield self
        return answer

    def options(self) -> tuple[Option, ...]:
        """What can be chosen, in order; none for a question that is only typed."""
        return ()

    def easier(self) -> tuple[Option, ...]:
        """What can be chosen once it was not understood twice."""
        return self.options()

    def simpler(self, shown: int) -> Moment:
        """What is said at the second misunderstanding, with so many choices shown."""
        if self.agrees_to_money:
            return asked_back.right_or_wrong_please()
        if shown and not self.number_is_answer:
            return misunderstood.just_the_number(shown)
        return misunderstood.still_not_understood(self.example())

    def in_words(self) -> Moment:
        """What is said to a number where only a word counts."""
        return say.in_words_please()

    def papers(self) -> tuple[Paper, ...]:
        """What is shown under the question: pictures to look at before answering."""
        return ()

    def part_prompt(self, parts: Sequence[int]) -> Moment:
        """The next small thing that is asked."""
        raise NotImplementedError

    def part_options(self, parts: Sequence[int]) -> tuple[Option, ...]:
        """What it can be chosen from; an id is PART and a number."""
        return ()

    def hear_part(self, text: str, parts: Sequence[int]) -> int | None:
        """The part that was typed, or None."""
        return None

    def joined(self, parts: Sequence[int], today: date) -> Any:
        """The stored answer, or None while parts are missing. Raises ValueError if none is made."""
        raise NotImplementedError

    def claims(self, text: str) -> bool:
        """Whether words that open something anywhere are heard here all the same."""
        return False

    @abstractmethod
    def hear(self, text: str, hearing: Hearing) -> Heard:
        """What the typed text means, as stored values."""

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        """Where a sentence that was said before already answers it, as stored values."""
        return None

    def is_unusual(self, stored: Any) -> bool:
        """Whether this value is asked back before it counts."""
        return False

    def picked(self, option_id: str) -> Any:
        """The stored value of an option. Raises NoLongerFits if it is none (any more)."""
        raise NoLongerFits

    @abstractmethod
    def revive(self, stored: Any) -> T:
        """The answer itself. Raises NoLongerFits when it does not fit today."""

    def shown(self, stored: Any) -> Moment:
        """A stored value as a choice, when two readings are asked back."""
        return say.plain(str(stored))

    def example(self) -> Moment:
        return examples.choice()


_NEGATIVE = re.compile(r"\s*[-−]\s*\d")
_MOST_MENTIONED = 3


def mapped(reading: Reading[Any], out: Callable[[Any], Any]) -> Reading[Any]:
    match reading:
        case Value(value):
            return Value(out(value))
        case Either(readings):
            return Either(tuple(out(each) for each in readings))
    return reading


def pick_typed(options: tuple[Option, ...], text: str, words: Words) -> Reading[int]:
    """Which of the shown options is meant: by number, word or start of a word."""
    return read_choice(text, [written(each.label, words) for each in options])


def option_typed(options: tuple[Option, ...], text: str, hearing: Hearing) -> Reading[str]:
    """The id of the option meant: numbers count what was shown, words all there is today."""
    if _NEGATIVE.match(text):
        return Unclear(Why.NOT_AN_OPTION)
    if hearing.shown is None:
        hearing = replace(hearing, shown=tuple(each.id for each in options))
    assert hearing.shown is not None
    labels = {each.id: written(each.label, hearing.words) for each in options}
    ids = list(dict.fromkeys([*hearing.shown, *labels]))
    meant = read_choice(text, [labels.get(each, "") for each in ids], numbered=len(hearing.shown))
    return mapped(meant, lambda place: ids[place]) if not _missed(meant) else _near(labels, text)


def _missed(heard: Reading[Any]) -> bool:
    return isinstance(heard, Unclear) and heard.why is Why.NOT_AN_OPTION


def _near(labels: Mapping[str, str], text: str) -> Reading[str]:
    """The option that is called otherwise than on its button."""
    found = near_choices(text, list(labels.values()))
    return reading_of([list(labels)[place] for place in found], Why.NOT_AN_OPTION)


def option_mentioned(
    heard: Reading[str], options: tuple[Option, ...], text: str, hearing: Hearing
) -> Heard:
    """What was heard, or else the option that a longer answer speaks of: asked, never taken."""
    if not isinstance(heard, Unclear) or heard.why not in {Why.NOT_AN_OPTION, Why.TOO_LONG}:
        return heard
    labels = [written(each.label, hearing.words) for each in options]
    found = [options[place] for place in choices_mentioned(text, labels)]
    if len(found) == 1:
        return Guess(found[0].id, misunderstood.is_it_that(found[0].label))
    several = 1 < len(found) <= _MOST_MENTIONED
    return Either(tuple(each.id for each in found)) if several else heard
