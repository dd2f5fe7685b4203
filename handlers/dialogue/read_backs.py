"""What is read back before it counts; where money is meant, agreeing is an act of its own.

The guards of docs/decisions/0005: a double tap, a message sent twice or a habit of typing "1" must
never agree to a sum.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from club.money import Money
from handlers.dialogue.question import (
    Guess,
    Heard,
    Hearing,
    Later,
    NoLongerFits,
    Option,
    Question,
    mapped,
    pick_typed,
)
from messages import asked_back as say_back
from messages import everywhere as say
from messages import examples
from messages.moments import Moment, written
from messages.papers.kinds import Paper
from messages.papers.photos import photo_paper
from messages.understand.affirmed import repeats, without_yes
from messages.understand.answers import read_yes_no
from messages.understand.counts import read_count
from messages.understand.mentioned import says_more_money
from messages.understand.readings import Either, Unclear, Value, Why
from messages.understand.yes_no import is_doubtful_right, is_small_yes

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class ConfirmQuestion(Question[bool]):
    """The stored answer carries a fingerprint of what was read back; it counts for nothing else.

    `of` is what it counts for: the whole prompt, or the part of it that is agreed to. A typed
    "thôi" is no answer to it but the wish to stop: a no is told to others or asks what is wrong.
    """

    yes: Moment
    no: Moment
    of: Moment
    photos: tuple[int, ...] = ()
    # It decides something, in words of its own on the button: more than that all is right.
    decides: bool = False
    # Reads what says yes or no in other words than those of the buttons; None for neither.
    told: Callable[[str], bool | None] = lambda _: None

    def fingerprint(self) -> str:
        said = json.dumps(self.of.as_json(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def papers(self) -> tuple[Paper, ...]:
        return tuple(photo_paper(each) for each in self.photos)

    def options(self) -> tuple[Option, ...]:
        return (Option(YES, self.yes), Option(NO, self.no))

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if (told := self.told(text)) is not None:
            return Value([told, self.fingerprint()])
        if is_doubtful_right(text):
            return self._perhaps_right()
        typed = pick_typed((Option(YES, self.yes), Option(NO, self.no)), text, hearing.words)
        if isinstance(typed, Value):
            return Value([typed.value == 0, self.fingerprint()])
        if not self.agrees_to_money and self._says_it_again(text, hearing):
            return Value([True, self.fingerprint()])
        return mapped(read_yes_no(text), lambda agreed: [agreed, self.fingerprint()])

    def _says_it_again(self, text: str, hearing: Hearing) -> bool:
        """Whether a yes is followed by nothing but what was read back: "đúng là bà Nga"."""
        return repeats(without_yes(text), written(self.prompt, hearing.words))

    def _perhaps_right(self) -> Heard:
        """A "dung" without its mark says that all is right where nothing is decided on by it."""
        agreed = [True, self.fingerprint()]
        if self.agrees_to_money or self.decides:
            return Guess(agreed, say_back.right_or_stop(), is_answer=True, or_stop=True)
        return Value(agreed)

    def picked(self, option_id: str) -> Any:
        return [option_id == YES, self.fingerprint()]

    def revive(self, stored: Any) -> bool:
        agreed, fingerprint = stored
        if fingerprint != self.fingerprint():
            raise NoLongerFits(say.read_again())
        return bool(agreed)

    def shown(self, stored: Any) -> Moment:
        return self.yes if stored[0] else self.no

    def example(self) -> Moment:
        if self.decides:
            return say_back.one_of_two(self.yes, self.no)
        return examples.right_or_not()

    def in_words(self) -> Moment:
        """The words that are named are those of the buttons."""
        if self.decides:
            return say_back.in_these_words(self.yes, self.no)
        return say.in_words_please()

    def simpler(self, shown: int) -> Moment:
        if self.decides and self.agrees_to_money:
            return say_back.one_of_these_or_stop(self.yes, self.no)
        return Question.simpler(self, shown)


@dataclass(frozen=True, slots=True)
class MoneyConfirmQuestion(ConfirmQuestion):
    """A read-back that names a sum: no number agrees to it, only a word or the button itself."""

    agrees_to_money: ClassVar[bool] = True

    def hear(self, text: str, hearing: Hearing) -> Heard:
        if self.told(text) is not None:
            return ConfirmQuestion.hear(self, text, hearing)
        if says_more_money(text):
            return Later({}, say_back.one_after_another())
        heard = ConfirmQuestion.hear(self, text, hearing)
        if isinstance(read_yes_no(text), Value):
            if self.decides and is_small_yes(text) and self._agreed(heard):
                return Guess([True, self.fingerprint()], say_back.is_that_decided(self.yes), True)
            return heard
        if isinstance(heard, Either):
            # Asked back, the no stands first here too.
            return Either(tuple(sorted(heard.readings)))
        is_number = isinstance(read_count(text), Value) or any(each.isdigit() for each in text)
        return Unclear(Why.WORD_WANTED) if is_number else heard

    def _agreed(self, heard: Heard) -> bool:
        return isinstance(heard, Value) and bool(heard.value[0])

    def options(self) -> tuple[Option, ...]:
        """The no stands first: two taps at the place of most first choices change nothing."""
        return (Option(NO, self.no), Option(YES, self.yes))


def confirm_question(
    name: str,
    read_back: Moment,
    *,
    yes: Moment | None,
    no: Moment | None,
    of: Moment | None,
    photos: Sequence[int] = (),
    told: Callable[[str], bool | None] = lambda _: None,
) -> ConfirmQuestion:
    """The question for this read-back: the guarded kind wherever a sum of money stands in it."""
    kind = MoneyConfirmQuestion if names_a_sum(read_back) else ConfirmQuestion
    return kind(
        name,
        read_back,
        yes or say.right(),
        no or say.wrong(),
        of or read_back,
        tuple(photos),
        yes is not None,
        told,
    )


def names_a_sum(said: Moment) -> bool:
    """Whether a sum of money is among the values, or among those of a moment within."""
    return _holds_a_sum(said.values.values())


def _holds_a_sum(values: Iterable[Any]) -> bool:
    for each in values:
        if isinstance(each, Money):
            return True
        if isinstance(each, Moment) and names_a_sum(each):
            return True
        if isinstance(each, list | tuple) and _holds_a_sum(each):
            return True
    return False
