"""What an answer means to the question that stands: an option, a value, something to ask back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.dialogue.asked_again import asked_again
from handlers.dialogue.hearing import heard_by
from handlers.dialogue.question import (
    DONE,
    PART,
    Guess,
    Hearing,
    Later,
    NoLongerFits,
    Question,
    Unusual,
    WithMore,
)
from handlers.dialogue.state import (
    ANEW,
    MORE,
    OPEN,
    READING,
    STOP,
    State,
    fits,
    options_of,
)
from handlers.dialogue.stories import told_in
from messages import asked_back as say_back
from messages import everywhere as say
from messages import misunderstood as say_more
from messages.moments import Moment, written
from messages.understand.answers import read_choice, read_yes_no, says_right
from messages.understand.giving_up import is_tired
from messages.understand.paging import asks_for_more
from messages.understand.plain import bare
from messages.understand.readings import CANNOT_BE, Either, Unclear, Value, Why
from messages.understand.temper import is_angry
from messages.wording import Words


@dataclass(frozen=True, slots=True)
class Typed:
    """A new answer in words."""

    text: str


@dataclass(frozen=True, slots=True)
class TypedOrStop:
    """Words that are an answer here, and everywhere else the wish to stop."""

    text: str


@dataclass(frozen=True, slots=True)
class TypedOrOpen:
    """Words that are an answer here, and at the menu, as this wish, open the work of this name."""

    text: str
    wish: str
    work: Moment


@dataclass(frozen=True, slots=True)
class Picked:
    """A new answer by a button of the current question."""

    option: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A picture or recording that was sent, by its number."""

    photo_id: int


Answer = Typed | TypedOrStop | TypedOrOpen | Picked | Brought
# So often it is asked among the same readings; then the whole question comes again.
MOST_TRIES_AMONG_READINGS = 2


class Listening:
    """Hears one answer; notes in `state` what is asked back, in `remarks` what is said about it.

    `wants_to_stop`: asked whether it was an answer or the wish to stop, the person wants to stop.
    `wish`: asked whether it was an answer or the wish for other work, she wants what she said here.
    `guessed`: no answer was heard, only what may be one within other words. `doubted`: one was,
    and is asked back.
    """

    def __init__(self, words: Words, today: date, state: State) -> None:
        self.words = words
        self.today = today
        self.state = state
        self.remarks: list[Moment] = []
        self.trouble: Why | None = None
        self.wants_to_stop = False
        self.wish = ""
        self.guessed = self.doubted = self.kept_more = False

    def heard(self, question: Question[Any], answer: Answer | None) -> Value[Any] | None:
        """The answer as it is stored; None where something is asked back or was not understood."""
        match answer:
            case Picked(option):
                return self._picked(question, option)
            case Brought(photo_id):
                return self._brought(question, photo_id)
            case Typed(text):
                meant = self._option_typed(question, text)
                if meant is not None:
                    return self._picked(question, meant)
                return self._understood(question, text)
            case TypedOrStop(text):
                if self._may_be_answer(question, text):
                    self.state.or_stop = True
                    is_name = bool(question.stop_or_answer)
                    self.remarks[:] = [say.name_or_stop() if is_name else say_back.answer_or_stop()]
                else:
                    self.wants_to_stop = True
            case TypedOrOpen(text, wish, work):
                if self._may_be_answer(question, text):
                    self.state.or_open = wish
                    self.remarks[:] = [say_back.answer_or_open(text, work)]
        return None

    def _may_be_answer(self, question: Question[Any], text: str) -> bool:
        """Whether the words can be an answer, of which it is asked back whether they are one."""
        heard = self._understood(question, text)
        if heard is not None:
            self.state.readings = [heard.value]
        return self.state.readings is not None

    def _brought(self, question: Question[Any], photo_id: int) -> Value[Any] | None:
        if not question.wants:
            raise NoLongerFits
        return self._part(question, photo_id) if question.wants_several else Value(photo_id)

    def _understood(self, question: Question[Any], text: str) -> Value[Any] | None:
        if self.state.parts is not None and self.state.readings is None:
            part = question.hear_part(text, self.state.parts)
            if part is not None:
                return self._part(question, part)
        return self._whole(question, text)

    def _part(self, question: Question[Any], part: int) -> Value[Any] | None:
        """One part more of an answer that is asked for step by step."""
        parts = [*(self.state.parts or []), part]
        self.state.page = 0
        try:
            stored = question.joined(parts, self.today)
        except ValueError:
            self.state.parts = []
            self.remarks.append(say_more.no_such_day())
            return None
        self.state.parts = parts
        return None if stored is None else Value(stored)

    def _whole(self, question: Question[Any], text: str) -> Value[Any] | None:
        state = self.state
        match heard_by(question, text, state, Hearing(self.words, self.today)):
            case Value(str(value)) if value in state.options_shown() & {MORE, DONE}:
                return self._picked(question, value)
            case Value() as understood:
                return understood
            case Either(readings):
                return self._asked_back(question, readings)
            case Unusual(stored) if state.readings == [stored]:
                return Value(stored)  # said twice, so it is meant
            case Unusual(stored):
                state.readings = [stored]
                self.remarks.append(say.is_it_right())
            case Guess(stored, asked_as, is_answer, or_stop):
                self.guessed, self.doubted = not is_answer, is_answer and not or_stop
                state.readings, state.or_stop = [stored], or_stop
                self.remarks.append(asked_as)
            case WithMore(stored, carried):
                self.kept_more = True
                state.carried |= carried
                return Value(stored)
            case Later(carried, said):
                state.carried |= carried
                self.remarks.append(said)
            case Unclear(why):
                self._unclear(question, text, why)
        return None

    def _unclear(self, question: Question[Any], text: str, why: Why) -> None:
        if is_tired(text):
            self.wants_to_stop = True
        elif why is Why.TIME_WANTED:
            self.remarks.append(say_more.take_your_time())
        elif why in CANNOT_BE or not self._told(question, text):
            self._not_understood(question, Why.ANGRY if is_angry(text) else why)

    def _told(self, question: Question[Any], text: str) -> bool:
        """Whether a longer answer holds the one that was wanted: it is asked back."""
        if not question.heard_in_stories or self.state.readings is not None:
            return False
        hearing = Hearing(self.words, self.today)
        found = [each for each in told_in(question, text, hearing) if fits(question, each)]
        if len(found) == 1:
            self.state.readings = found
            self.remarks.append(say_more.is_it_that(question.shown(found[0])))
        return len(found) == 1

    def _not_understood(self, question: Question[Any], why: Why) -> None:
        self.state.errors += 1
        if self.state.or_stop or self.state.errors > MOST_TRIES_AMONG_READINGS:
            self.state.forget_readings()
        elif self.state.readings is not None:
            # It is asked once more as it was, among the same few.
            self.remarks.append(asked_again(question, self.state.readings))
        self.state.angered = self.state.angered or why is Why.ANGRY
        self.trouble = why

    def _asked_back(self, question: Question[Any], readings: Sequence[Any]) -> Value[Any] | None:
        """Which reading is meant: those that cannot be are left out."""
        fitting = [each for each in readings if fits(question, each)]
        if len(fitting) == 1:
            return Value(fitting[0])
        if fitting:
            self.state.readings = fitting
            self.remarks.append(say.which_do_you_mean())
        else:
            self._not_understood(question, Why.NOT_AN_OPTION)
        return None

    def _picked(self, question: Question[Any], option: str) -> Value[Any] | None:
        if option in {MORE, STOP, OPEN, ANEW}:
            self._turned(option)
            return None
        if option == DONE and self.state.parts:
            return Value(list(self.state.parts))
        if option.startswith(PART):
            return self._part(question, int(option.removeprefix(PART)))
        if option.startswith(READING):
            return self._reading(int(option.removeprefix(READING)))
        try:
            return Value(question.picked(option))
        except (ValueError, TypeError):
            # Shown by a release in which this question was of another kind.
            raise NoLongerFits from None

    def _turned(self, option: str) -> None:
        """A choice of the engine's own."""
        if option == MORE:
            self.state.page += 1
        elif option == STOP:
            self.wants_to_stop = True
        elif option == OPEN:
            self.wish = self.state.or_open
            self.state.forget_readings()
        else:
            self.state.forget_readings()

    def _reading(self, place: int) -> Value[Any] | None:
        readings = self.state.readings or []
        if place >= len(readings):
            raise NoLongerFits
        return Value(readings[place])

    def _option_typed(self, question: Question[Any], text: str) -> str | None:
        """The option that was typed: by the number that stood before it, or a word of a reading."""
        state = self.state
        if question.number_is_answer and state.readings is None:
            return MORE if self._is_more(question, text) else None
        number = text.strip().removesuffix(".")
        if number.isdecimal():
            place = int(number[:3]) - 1
            counts = 0 <= place < len(state.shown) and not question.agrees_to_money
            return state.shown[place] if counts else None
        if state.readings is not None:
            return self._reading_typed(question, text)
        return MORE if self._is_more(question, text) else None

    def _is_more(self, question: Question[Any], text: str) -> bool:
        """By the words on the button; by others, too, where free words are no answer."""
        if MORE not in self.state.shown:
            return False
        on_button = bare(text) == bare(written(say.more(), self.words))
        return on_button or (not question.hears_anything and asks_for_more(text))

    def _reading_typed(self, question: Question[Any], text: str) -> str | None:
        if question.fingerprint() and self.state.or_stop and says_right(text):
            return None  # "dung vay" is no beginning of "Dừng lại ở đây"
        options = options_of(question, self.state, 0)
        meant = read_choice(text, [written(each.label, self.words) for each in options])
        if isinstance(meant, Value):
            return options[meant.value].id
        if len(options) == 2 and options[-1].id == ANEW:
            guessed = not question.fingerprint() and says_right(text)
            agreed = Value(True) if guessed else read_yes_no(text)
            if isinstance(agreed, Value):
                return f"{READING}0" if agreed.value else ANEW
        return None
