"""Drives a dialogue: from the answers so far, and perhaps a new one, to the next question.

There is no event loop: the coroutine is sent values until it stands at a question without an
answer. Pausing is never resuming, so no `except Exception` inside a dialogue can swallow it.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from club.refusals import Refused
from handlers.dialogue.asking import Ask, Memory, Read
from handlers.dialogue.correcting import corrected
from handlers.dialogue.given import given_as
from handlers.dialogue.if_told import IfTold
from handlers.dialogue.listening import Answer, Listening, Typed
from handlers.dialogue.question import Guess, Hearing, NoLongerFits, Question, Unusual
from handlers.dialogue.state import State, fits
from handlers.dialogue.story import keep_the_rest, told_before, why_not
from handlers.dialogue.visitor import Visitor
from messages import everywhere as say
from messages import misunderstood as say_more
from messages.moments import Moment
from messages.refusals import refusal
from messages.understand.readings import Either, Value, Why
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


@dataclass(frozen=True, slots=True)
class Asking:
    """The dialogue stands at this question. `missed`: what was said may have been no answer."""

    question: Question[Any]
    remarks: tuple[Moment, ...] = ()
    trouble: Why | None = None
    missed: bool = False


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
        self.listening = Listening(me.words, me.today, state)
        self.remarks = self.listening.remarks
        self.walked: list[str] = []
        self.so_far: list[tuple[Question[Any], Any]] = []
        self.read_backs: set[str] = set()
        self.asked_back: list[Any] = []
        self.asked_as: Moment | None = None
        self.taken: list[Moment] = []
        self.standing: Question[Any] | None = None
        # An earlier answer as it now is: the dialogue has to be played again.
        self.put_right: Moment | None = None

    def go(self, script: Script, answer: Answer | None = None) -> Asking | Ended:
        """Play from the top. A no of the club ends it; anything else raised is our own fault."""
        self.answer = answer
        talk = script.play(Ask(self.state.answers), self.me)
        try:
            request = talk.send(None)
            while True:
                if isinstance(request, Read):
                    request = self._told(talk, request)
                elif isinstance(request, IfTold):
                    request = talk.send(request.answer(self))
                elif isinstance(request, Question):
                    if not self._answered(request):
                        return self._stand_at(request)
                    request = talk.send(request.revive(self.state.answers[request.name]))
                else:
                    raise TypeError(f"a dialogue awaited a {type(request).__name__}")
        except StopIteration as end:
            return Ended(end.value)
        except Refused as no:
            return Ended(Said(refusal(no)))
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
        elif self.answer is not None or not self._said_already(question):
            return False
        self.walked.append(question.name)
        self.so_far.append((question, state.answers[question.name]))
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
        assert answer is not None
        try:
            if question.fingerprint() != self.state.print:
                raise NoLongerFits(say.read_again())
            given = given_as(answer, self.state.shown)
            stored = self.listening.heard(question, answer)
            heard_nothing = stored is None and not self.state.readings
            if isinstance(answer, Typed) and not (heard_nothing or self.listening.kept_more):
                keep_the_rest(question, self.state, answer.text, self._hearing())
            if stored is None:
                # The same word does not agree to what it was asked back about.
                self.state.given = given if self.listening.doubted else self.state.given
                self._perhaps_for_the_one_before(question, answer)
                return False
            self._check_not_twice(question, stored.value, given)
        except NoLongerFits as gone:
            self.state.forget_readings()
            self.remarks.append(gone.why)
            return False
        state = self.state
        state.answers[question.name] = stored.value
        state.given = given
        state.redoing = {}
        state.begin_question()
        return True

    def _check_not_twice(self, question: Question[Any], stored: Any, given: str) -> None:
        agreed = question.revive(stored)
        if question.agrees_to_money and agreed and given == self.state.given != "":
            # Perhaps the answer before has only come a second time.
            self.state.given = ""
            raise NoLongerFits(say.said_twice())

    def _perhaps_for_the_one_before(self, question: Question[Any], answer: Answer) -> None:
        """What this question does not understand may answer the one before it."""
        if self.listening.trouble is None or not self.so_far or not isinstance(answer, Typed):
            return
        self.put_right = corrected(
            self.so_far, self.state, answer.text, self._hearing(), standing=question
        )
        if self.put_right is not None:
            return
        before = self.so_far[-1][0]
        if before.hears_anything or answer.text.strip().isdecimal():
            return
        if isinstance(before.hear(answer.text, self._hearing()), Value):
            self.remarks.append(say_more.for_the_question_before())

    def _hearing(self) -> Hearing:
        return Hearing(self.me.words, self.me.today, ())

    def _said_already(self, question: Question[Any]) -> bool:
        """Take what was said about this question before it was asked; it is said what was taken."""
        state = self.state
        text = state.carried.pop(question.name, None)
        if text is None:
            return self._told_before(question)
        if text in {each.id for each in question.options()}:
            stored = question.picked(text)
        else:
            match question.hear(text, self._hearing()):
                case Value(value) if fits(question, value):
                    stored = value
                case Either(readings):
                    fitting = [each for each in readings if fits(question, each)]
                    if len(fitting) != 1 or question.is_unusual(fitting[0]):
                        self.asked_back = fitting
                        return False
                    stored = fitting[0]
                case Unusual(value):
                    self.asked_back = [value]
                    return False
                case Guess(value, asked_as):
                    self.asked_back, self.asked_as = [value], asked_as
                    return False
                case _:
                    return False
        state.answers[question.name] = stored
        self.taken.append(question.shown(stored))
        return True

    def _told_before(self, question: Question[Any]) -> bool:
        """As _said_already, of a sentence that was not said about this question alone."""
        told = told_before(question, self.state, self._hearing())
        if told is None:
            return False
        readings = [each for each in told.readings if fits(question, each)]
        if len(readings) != 1 or question.is_unusual(readings[0]):
            self.asked_back = readings
            self.remarks += [] if readings else why_not(question, told.readings)
            return False
        self.state.answers[question.name] = readings[0]
        if told.end > told.begin:
            self.taken.append(question.shown(readings[0]))
        return True

    def _stand_at(self, question: Question[Any]) -> Asking:
        state = self.state
        if state.asked != question.name:
            state.begin_question()
        if self.asked_back:
            state.readings = self.asked_back
            one = say.is_it_right() if len(self.asked_back) == 1 else say.which_do_you_mean()
            self.remarks.append(self.asked_as or one)
        if self.taken:
            self.remarks.insert(0, say_more.heard_already(self.taken))
        if state.readings is not None:
            state.readings = [each for each in state.readings if fits(question, each)] or None
        if not self.answer_was_used and not self.remarks:
            # A release, or the books, put another question before the one that was answered.
            self.remarks.append(say.no_longer_fits())
        self.standing = question
        state.asked, state.print = question.name, question.fingerprint()
        state.wants = question.wants
        state.before = list(self.walked)
        trouble = self.listening.trouble
        missed = trouble is not None or self.listening.guessed
        return Asking(question, tuple(self.remarks), trouble, missed)
