"""Drives a dialogue: from the answers so far, and perhaps a new one, to the next question.

There is no event loop: the coroutine is sent values until it stands at a question without an
answer. Pausing is never resuming, so no `except Exception` inside a dialogue can swallow it.
"""

from collections.abc import Callable, Collection, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from club.refusals import Refused
from handlers.dialogue.asking import Ask, Memory, Read
from handlers.dialogue.questions import Hearing, NoLongerFits, Option, Question, Unusual
from handlers.dialogue.visitor import Visitor
from messages import everywhere as say
from messages.moments import Moment, written
from messages.understand.answers import read_choice, read_yes_no
from messages.understand.plain import bare
from messages.understand.readings import Either, Unclear, Value, Why
from storage.queries import Connection

Play = Callable[[Ask, Visitor], Coroutine[Any, Any, Any]]


@dataclass(frozen=True, slots=True)
class Script:
    """A dialogue as it is declared. `about`: how many questions it usually has."""

    name: str
    play: Play
    title: Callable[[], Moment]
    about: int


SCRIPTS: dict[str, Script] = {}


@dataclass(frozen=True, slots=True)
class Said:
    """A dialogue ends with words alone; nothing is written."""

    body: Moment


@dataclass(frozen=True, slots=True)
class Redo:
    """A dialogue asks these questions again and keeps the other answers."""

    names: tuple[str, ...]


def dialogue(name: str, *, title: Callable[[], Moment], about: int) -> Callable[[Play], Play]:
    """Declare a dialogue. `about` is how many questions it usually asks."""

    def declare(play: Play) -> Play:
        if name in SCRIPTS:
            raise ValueError(f"two dialogues are called {name}")
        SCRIPTS[name] = Script(name, play, title, about)
        return play

    return declare


@dataclass(slots=True)
class State:
    """What is kept of a dialogue between two messages; small JSON."""

    answers: dict[str, Any] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)  # names in the order they were answered
    before: list[str] = field(default_factory=list)  # names that stand before the question asked
    redoing: dict[str, Any] = field(default_factory=dict)  # answers that are asked once more
    asked: str | None = None
    shown: list[str] = field(default_factory=list)  # option ids as shown, in order
    readings: list[Any] | None = None  # stored values asked back
    or_stop: bool = False  # a reading may as well have been the wish to stop
    page: int = 0
    errors: int = 0
    print: str = ""  # fingerprint of what was read back

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "State":
        return cls(**{name: _copy(data[name]) for name in cls.__slots__ if name in data})

    def forget_from(self, name: str) -> None:
        """Drop an answer and all that were given after it."""
        place = self.path.index(name) if name in self.path else len(self.path)
        for dropped in self.path[place:]:
            self.answers.pop(dropped, None)
        self.answers.pop(name, None)
        del self.path[place:]

    def redo(self, names: Iterable[str], *, read_backs: Collection[str]) -> None:
        """Drop these answers alone. Until one is given anew, 'back' brings them back: all but what
        led here, a no to a read-back and the last thing said.
        """
        dropped = {name: self.answers.pop(name) for name in names if name in self.answers}
        led_here = {*read_backs, *self.path[-1:]}
        self.redoing = {name: old for name, old in dropped.items() if name not in led_here}
        self.path = [name for name in self.path if name not in dropped]

    def step_back(self) -> bool:
        """One question back; False where there is none before."""
        if self.readings is not None:
            # The choice between two readings is not a question of its own.
            self.forget_readings()
            return True
        if self.asked in self.redoing:
            self.answers[self.asked] = self.redoing.pop(self.asked)
            self.path.append(self.asked)
            return True
        answered = [name for name in self.path if name in self.before]
        if answered:
            self.forget_from(answered[-1])
        return bool(answered)

    @property
    def can_step_back(self) -> bool:
        return self.asked in self.redoing or any(name in self.before for name in self.path)

    def forget_readings(self) -> None:
        self.readings, self.or_stop = None, False


def _copy(kept: Any) -> Any:
    """A list or dict of its own: the same message may be heard twice, from the same beginning."""
    return kept.copy() if isinstance(kept, list | dict) else kept


@dataclass(frozen=True, slots=True)
class Typed:
    """A new answer in words."""

    text: str


@dataclass(frozen=True, slots=True)
class TypedOrStop:
    """Words that are an answer here, and everywhere else the wish to stop."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """A new answer by a button of the current question."""

    option: str


Answer = Typed | TypedOrStop | Picked


@dataclass(frozen=True, slots=True)
class Asking:
    """The dialogue stands at this question."""

    question: Question[Any]
    remarks: tuple[Moment, ...] = ()
    trouble: Why | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The dialogue has come to its end with this result."""

    result: Any


class Run:
    """One pass through a dialogue. Changes `state` as answers are given or dropped.

    `wants_to_stop`: asked whether it was an answer or the wish to stop, the person wants to stop.
    """

    def __init__(
        self, me: Visitor, state: State, db: Connection, memory: Memory | None = None
    ) -> None:
        self.me = me
        self.state = state
        self.db = db
        self.memory: Memory = {} if memory is None else memory
        self.answer: Answer | None = None
        self.wants_to_stop = False
        self.remarks: list[Moment] = []
        self.trouble: Why | None = None
        self.walked: list[str] = []
        self.read_backs: set[str] = set()

    def go(self, script: Script, answer: Answer | None = None) -> Asking | Ended:
        """Play from the top. Whatever the dialogue raises comes out: it is our fault."""
        self.answer = answer
        talk = script.play(Ask(self.state.answers), self.me)
        try:
            request = talk.send(None)
            while True:
                if isinstance(request, Read):
                    request = self._told(talk, request)
                elif isinstance(request, Question):
                    if not self._answered(request):
                        return self._stand_at(request)
                    request = talk.send(request.revive(self.state.answers[request.name]))
                else:
                    raise TypeError(f"a dialogue awaited a {type(request).__name__}")
        except StopIteration as end:
            return Ended(end.value)
        finally:
            talk.close()

    def _told(self, talk: Coroutine[Any, Any, Any], request: Read[Any]) -> Any:
        """The dialogue goes on with what the books say; their no it may catch."""
        try:
            value = request.answer(self.db, self.memory)
        except Refused as no:
            return talk.throw(no)
        return talk.send(value)

    @property
    def answer_was_used(self) -> bool:
        return self.answer is None

    def _answered(self, question: Question[Any]) -> bool:
        """Whether the question has an answer that fits, the new one included."""
        if question.name in self.walked:
            raise ValueError(f"the question {question.name} is asked twice")
        state = self.state
        if question.name in state.answers:
            if not self._still_fits(question):
                return False
        elif self.answer is not None and state.asked == question.name:
            if not self._heard(question):
                return False
        else:
            return False
        self.walked.append(question.name)
        if question.fingerprint():
            self.read_backs.add(question.name)
        if question.name not in state.path:
            state.path.append(question.name)
        return True

    def _still_fits(self, question: Question[Any]) -> bool:
        try:
            question.revive(self.state.answers[question.name])
        except NoLongerFits as gone:
            self.remarks.append(gone.why)
        except (ValueError, TypeError, LookupError, AttributeError):
            # Kept by a release in which this question was of another kind.
            self.remarks.append(say.no_longer_fits())
        else:
            return True
        self.state.forget_from(question.name)
        return False

    def _heard(self, question: Question[Any]) -> bool:
        """Take the new answer; False if it was not understood or does not fit."""
        answer, self.answer = self.answer, None
        try:
            if question.fingerprint() != self.state.print:
                raise NoLongerFits(say.read_again())
            stored = self._stored(question, answer)
            if stored is None:
                return False
            question.revive(stored.value)
        except NoLongerFits as gone:
            self.state.forget_readings()
            self.remarks.append(gone.why)
            return False
        state = self.state
        state.answers[question.name] = stored.value
        state.redoing = {}
        state.forget_readings()
        state.errors = state.page = 0
        return True

    def _stored(self, question: Question[Any], answer: Answer | None) -> Value[Any] | None:
        match answer:
            case Picked(option):
                return self._picked(question, option)
            case Typed(text):
                meant = self._option_typed(question, text)
                if meant is not None:
                    return self._picked(question, meant)
                return self._understood(question, text)
            case TypedOrStop(text):
                heard = self._understood(question, text)
                if heard is not None:
                    self.state.readings, self.state.or_stop = [heard.value], True
                    self.remarks.append(say.name_or_stop())
        return None

    def _understood(self, question: Question[Any], text: str) -> Value[Any] | None:
        state = self.state
        shown = () if state.readings is not None else tuple(state.shown)
        match question.hear(text, Hearing(self.me.words, self.me.today, shown)):
            case Value(value) if value == MORE and MORE in shown:
                return self._picked(question, MORE)
            case Value() as understood:
                return understood
            case Either(readings):
                return self._asked_back(question, readings)
            case Unusual(stored) if state.readings == [stored]:
                return Value(stored)  # said twice, so it is meant
            case Unusual(stored):
                state.readings = [stored]
                self.remarks.append(say.is_it_right())
            case Unclear(why):
                self._not_understood(why)
        return None

    def _not_understood(self, why: Why) -> None:
        self.state.forget_readings()
        self.state.errors += 1
        self.trouble = why

    def _asked_back(self, question: Question[Any], readings: Sequence[Any]) -> Value[Any] | None:
        """Which reading is meant: those that cannot be are left out."""
        fitting = [each for each in readings if _fits(question, each)]
        if len(fitting) == 1:
            return Value(fitting[0])
        if fitting:
            self.state.readings = fitting
            self.remarks.append(say.which_do_you_mean())
        else:
            self._not_understood(Why.NOT_AN_OPTION)
        return None

    def _picked(self, question: Question[Any], option: str) -> Value[Any] | None:
        if option == MORE:
            self.state.page += 1
            return None
        if option == STOP:
            self.wants_to_stop = True
            return None
        if option == ANEW:
            self.state.forget_readings()
            return None
        if option.startswith(READING):
            return self._reading(int(option.removeprefix(READING)))
        try:
            return Value(question.picked(option))
        except (ValueError, TypeError):
            # Shown by a release in which this question was of another kind.
            raise NoLongerFits from None

    def _reading(self, place: int) -> Value[Any] | None:
        readings = self.state.readings or []
        if place >= len(readings):
            raise NoLongerFits
        return Value(readings[place])

    def _option_typed(self, question: Question[Any], text: str) -> str | None:
        """The option that was typed: by the number that stood before it, or a word of a reading."""
        state = self.state
        if question.number_is_answer and state.readings is None:
            return MORE if self._is_more(text) else None
        number = text.strip().removesuffix(".")
        if number.isdecimal():
            place = int(number[:3]) - 1
            return state.shown[place] if 0 <= place < len(state.shown) else None
        if state.readings is not None:
            return self._reading_typed(question, text)
        return MORE if self._is_more(text) else None

    def _is_more(self, text: str) -> bool:
        said = bare(text)
        return MORE in self.state.shown and said == bare(written(say.more(), self.me.words))

    def _reading_typed(self, question: Question[Any], text: str) -> str | None:
        options = options_of(question, self.state, 0)
        meant = read_choice(text, [written(each.label, self.me.words) for each in options])
        if isinstance(meant, Value):
            return options[meant.value].id
        if self.state.readings is not None and len(self.state.readings) == 1:
            match read_yes_no(text):
                case Value(True):
                    return f"{READING}0"
                case Value(False):
                    return ANEW
        return None

    def _stand_at(self, question: Question[Any]) -> Asking:
        state = self.state
        if state.asked != question.name:
            state.forget_readings()
            state.errors = state.page = 0
        if state.readings is not None:
            state.readings = [each for each in state.readings if _fits(question, each)] or None
        if not self.answer_was_used and not self.remarks:
            # A release, or the books, put another question before the one that was answered.
            self.remarks.append(say.no_longer_fits())
        state.asked, state.print = question.name, question.fingerprint()
        state.before = list(self.walked)
        return Asking(question, tuple(self.remarks), self.trouble)


def _fits(question: Question[Any], stored: Any) -> bool:
    try:
        question.revive(stored)
    except NoLongerFits:
        return False
    return True


MORE = "more"
READING = "reading:"
STOP = "stop:"
ANEW = "anew:"


def options_of(question: Question[Any], state: State, page_size: int) -> tuple[Option, ...]:
    """What is shown to choose: readings that are asked back, or a page of the options."""
    if state.readings is not None:
        readings = tuple(
            Option(f"{READING}{place}", question.shown(stored))
            for place, stored in enumerate(state.readings)
        )
        return (*readings, Option(STOP, say.stop_here())) if state.or_stop else readings
    options = question.options()
    if len(options) <= page_size:
        return options
    first = state.page * (page_size - 1) % _rounded_up(len(options), page_size - 1)
    return (*options[first : first + page_size - 1], Option(MORE, say.more()))


def _rounded_up(count: int, step: int) -> int:
    return -(-count // step) * step
