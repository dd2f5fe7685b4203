"""What is kept of a dialogue between two messages, and what its question shows to choose from."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from handlers.dialogue.question import NoLongerFits, Option, Question
from messages import asked_back as say_back
from messages import everywhere as say

# Options that the engine itself shows beside those of a question.
MORE = "more"
READING = "reading:"
STOP = "stop:"
OPEN = "open:"
ANEW = "anew:"

# Misunderstood so often, a question is asked in its simpler way.
EASIER_AFTER = 2

PLACE = "place:"
SAID = "said:"


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
    or_open: str = ""  # or the wish for other work: in these words
    page: int = 0
    errors: int = 0
    angered: bool = False  # no sums are offered to who is angry
    parts: list[int] | None = None  # of an answer that is asked for step by step
    carried: dict[str, str] = field(default_factory=dict)  # said already, by question
    print: str = ""  # fingerprint of what was read back
    wants: str = ""  # what is to be sent instead of words: "photo", "voice"
    given: str = ""  # how the answer before was given: "place:0", "said:dung"

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def of(cls, data: dict[str, Any]) -> "State":
        return cls(**{name: _copy(data[name]) for name in cls.__slots__ if name in data})

    def options_shown(self) -> set[str]:
        """The ids of the options as shown; none where readings of an answer were shown instead."""
        return set() if self.readings is not None else set(self.shown)

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

    def begin_question(self) -> None:
        """Nothing has gone wrong yet with the question that stands."""
        self.forget_readings()
        self.errors = self.page = 0
        self.angered = False
        self.parts = None

    def forget_readings(self) -> None:
        self.readings, self.or_stop, self.or_open = None, False, ""


def _copy(kept: Any) -> Any:
    """A list or dict of its own: the same message may be heard twice, from the same beginning."""
    return kept.copy() if isinstance(kept, list | dict) else kept


def options_of(question: Question[Any], state: State, page_size: int) -> tuple[Option, ...]:
    """What is shown to choose: readings that are asked back, or a page of the options."""
    if state.readings is not None:
        readings = tuple(
            Option(f"{READING}{place}", question.shown(stored))
            for place, stored in enumerate(state.readings)
        )
        if state.or_stop:
            return (*readings, Option(STOP, say.stop_here()))
        if state.or_open:
            return (*readings, Option(OPEN, say_back.open_that()))
        return (*readings, Option(ANEW, say.not_that())) if len(readings) == 1 else readings
    options = _options(question, state)
    if question.agrees_to_money and state.given == f"{PLACE}{len(options) - 1}":
        # The yes stands last; it never comes to stand where the finger has just been.
        options = options[::-1]
    if len(options) <= page_size:
        return options
    first = state.page * (page_size - 1) % _rounded_up(len(options), page_size - 1)
    return (*options[first : first + page_size - 1], Option(MORE, say.more()))


def _options(question: Question[Any], state: State) -> tuple[Option, ...]:
    if state.parts is not None:
        return question.part_options(state.parts)
    simpler = state.errors >= EASIER_AFTER and not state.angered
    return question.easier() if simpler else question.options()


def _rounded_up(count: int, step: int) -> int:
    return -(-count // step) * step


def fits(question: Question[Any], stored: Any) -> bool:
    """Whether a stored answer fits today."""
    try:
        question.revive(stored)
    except NoLongerFits:
        return False
    return True
