"""Drives a dialogue: from the answers given so far, and perhaps a new one, to the next question or the end.

There is no event loop: the coroutine is sent values until it stands at a question without an answer. Pausing is
never resuming, so no `except Exception` inside a dialogue can swallow it.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from handlers.dialogue.asking import Ask, Memory, Read
from handlers.dialogue.questions import Hearing, NoLongerFits, Option, Question, Unusual
from handlers.dialogue.visitor import Visitor
from messages import everywhere as say
from messages.moments import Moment
from messages.understand.readings import Either, Unclear, Value, Why
from storage.queries import Connection

Play = Callable[[Ask, Visitor], Coroutine[Any, Any, Any]]


@dataclass(frozen=True, slots=True)
class Script:
    """A dialogue as it is declared: its name, how it plays, its title, about how many questions it has."""

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
    path: list[str] = field(default_factory=list)
    asked: str | None = None
    shown: list[str] = field(default_factory=list)  # option ids as shown, in order
    readings: list[Any] | None = None  # stored values asked back
    page: int = 0
    errors: int = 0
    print: str = ""  # fingerprint of what was read back

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "State":
        known = {name: data[name] for name in cls.__slots__ if name in data}
        return cls(**known)

    def forget_from(self, name: str) -> None:
        """Drop an answer and all that were given after it."""
        place = self.path.index(name) if name in self.path else len(self.path)
        for dropped in self.path[place:]:
            self.answers.pop(dropped, None)
        self.answers.pop(name, None)
        del self.path[place:]


@dataclass(frozen=True, slots=True)
class Typed:
    """A new answer in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """A new answer by a button of the current question."""

    option: str


Answer = Typed | Picked


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
    """One pass through a dialogue. Changes `state` as answers are given or dropped."""

    def __init__(
        self, me: Visitor, state: State, db: Connection, memory: Memory | None = None
    ) -> None:
        self.me = me
        self.state = state
        self.db = db
        self.memory: Memory = {} if memory is None else memory
        self.answer: Answer | None = None
        self.remarks: list[Moment] = []
        self.trouble: Why | None = None
        self.walked: list[str] = []

    def go(self, script: Script, answer: Answer | None = None) -> Asking | Ended:
        """Play from the top. Raises whatever the dialogue raises: that is our fault, not the person's."""
        self.answer = answer
        talk = script.play(Ask(), self.me)
        value: Any = None
        try:
            while True:
                request = talk.send(value)
                if isinstance(request, Read):
                    value = request.answer(self.db, self.memory)
                elif isinstance(request, Question):
                    if not self._answered(request):
                        return self._stand_at(request)
                    value = request.revive(self.state.answers[request.name])
                else:
                    raise TypeError(f"a dialogue awaited a {type(request).__name__}")
        except StopIteration as end:
            return Ended(end.value)
        finally:
            talk.close()

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
        if question.name not in state.path:
            state.path.append(question.name)
        return True

    def _still_fits(self, question: Question[Any]) -> bool:
        try:
            question.revive(self.state.answers[question.name])
        except NoLongerFits as gone:
            self.state.forget_from(question.name)
            self.remarks.append(gone.why)
            return False
        return True

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
            self.state.readings = None
            self.remarks.append(gone.why)
            return False
        self.state.answers[question.name] = stored.value
        self.state.readings, self.state.errors, self.state.page = None, 0, 0
        return True

    def _stored(self, question: Question[Any], answer: Answer | None) -> Value[Any] | None:
        if isinstance(answer, Picked):
            return self._picked(question, answer.option)
        assert isinstance(answer, Typed)
        if number := self._number_shown(question, answer.text):
            return self._picked(question, number)
        match question.hear(answer.text, Hearing(self.me.words, self.me.today)):
            case Value() as understood:
                return understood
            case Either(readings):
                self.state.readings = list(readings)
                self.remarks.append(say.which_do_you_mean())
            case Unusual(stored):
                self.state.readings = [stored]
                self.remarks.append(say.is_it_right())
            case Unclear(why):
                self.state.readings = None
                self.state.errors += 1
                self.trouble = why
        return None

    def _picked(self, question: Question[Any], option: str) -> Value[Any] | None:
        if option == MORE:
            self.state.page += 1
            return None
        if option.startswith(READING):
            return self._reading(int(option.removeprefix(READING)))
        return Value(question.picked(option))

    def _reading(self, place: int) -> Value[Any] | None:
        readings = self.state.readings or []
        if place >= len(readings):
            raise NoLongerFits
        return Value(readings[place])

    def _number_shown(self, question: Question[Any], text: str) -> str | None:
        """The option that a typed number means: the one that was shown at that place."""
        if question.number_is_answer and self.state.readings is None:
            return None
        number = text.strip().removesuffix(".")
        if not number.isdecimal() or len(number) > 2:
            return None
        place = int(number) - 1
        return self.state.shown[place] if 0 <= place < len(self.state.shown) else None

    def _stand_at(self, question: Question[Any]) -> Asking:
        state = self.state
        if state.asked != question.name:
            state.readings, state.errors, state.page = None, 0, 0
        state.asked, state.print = question.name, question.fingerprint()
        return Asking(question, tuple(self.remarks), self.trouble)


MORE = "more"
READING = "reading:"


def options_of(question: Question[Any], state: State, page_size: int) -> tuple[Option, ...]:
    """What is shown to choose: readings that are asked back, or a page of the options."""
    if state.readings is not None:
        return tuple(
            Option(f"{READING}{place}", question.shown(stored))
            for place, stored in enumerate(state.readings)
        )
    options = question.options()
    if len(options) <= page_size:
        return options
    first = state.page * (page_size - 1) % _rounded_up(len(options), page_size - 1)
    return (*options[first : first + page_size - 1], Option(MORE, say.more()))


def _rounded_up(count: int, step: int) -> int:
    return -(-count // step) * step
