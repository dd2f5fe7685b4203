"""Words that do not answer a choice and would answer what is asked after one of its options.

"3 triệu 315 nghìn" to "the sum, or note by note?" is both answers at once.
"""

from typing import Any

from handlers.dialogue.choice_questions import ChoiceQuestion, YesNoQuestion
from handlers.dialogue.engine import Asking, Ended, Run, Script
from handlers.dialogue.question import Guess, Hearing, NoLongerFits, Question, Unusual
from handlers.dialogue.state import State
from messages.understand.plain import bare
from messages.understand.readings import Either, Value
from messages.understand.words import listed

_MOST_OPTIONS = 8
# With one of these it is a wish of its own: "vay 3 triệu".
_DOING = frozenset(
    listed("vay muon dong nop gop ung ho tra chi mua gui thu bieu tang rut pay give borrow")
)


def answered_ahead(text: str, run: Run, script: Script) -> Asking | Ended | None:
    """Where the dialogue stands once both answers are taken; None unless there is one reading."""
    question, state = run.standing, run.state
    if not isinstance(question, ChoiceQuestion) or text.strip().isdecimal():
        return None
    if _DOING & set(bare(text).split()):
        return None
    options = question.options()
    if not 1 < len(options) <= _MOST_OPTIONS:
        return None
    after = [_asked_after(question, each.id, run, script) for each in options]
    # Where one choice leads to who knows what, nothing is the only reading.
    following = [each for each in after if each is not None]
    found = [place for place, each in enumerate(following) if _may_answer(each, text, run)]
    if len(following) != len(options) or len(found) != 1:
        return None
    stored, name = question.picked(options[found[0]].id), following[found[0]].name
    state.begin_question()
    state.answers[question.name] = stored
    state.carried[name] = text
    again = Run(run.me, state, run.db, run.memory)
    again.taken.append(question.shown(stored))
    return again.go(script)


def _asked_after(
    question: Question[Any], option: str, run: Run, script: Script
) -> Question[Any] | None:
    """What is asked once this option is chosen; None for anything but a value of its own kind."""
    trial = State.of(run.state.as_json())
    trial.begin_question()
    try:
        trial.answers[question.name] = question.picked(option)
    except NoLongerFits:
        return None
    outcome = Run(run.me, trial, run.db, run.memory).go(script)
    if not isinstance(outcome, Asking) or outcome.question.name == question.name:
        return None
    after = outcome.question
    unsure = isinstance(after, ChoiceQuestion | YesNoQuestion) or bool(after.fingerprint())
    return None if unsure or after.hears_anything or after.wants else after


def _may_answer(question: Question[Any], text: str, run: Run) -> bool:
    heard = question.hear(text, Hearing(run.me.words, run.me.today, ()))
    if run.state.readings is not None:
        return isinstance(heard, Value)
    return isinstance(heard, Value | Either | Unusual | Guess)
