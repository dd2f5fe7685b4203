"""What a question hears beyond its own answers: time to think, a question back, a change of mind
in the middle of a sentence.
"""

from dataclasses import replace
from typing import Any

from handlers.dialogue.choice_questions import ChoiceQuestion, YesNoQuestion
from handlers.dialogue.name_questions import NameQuestion
from handlers.dialogue.question import Guess, Heard, Hearing, Question, Unusual
from handlers.dialogue.read_backs import ConfirmQuestion
from handlers.dialogue.state import State
from messages import asked_back as say_back
from messages import misunderstood as say
from messages.understand.asides import Aside, asks, asks_why, read_aside
from messages.understand.corrections import changed_in_the_middle
from messages.understand.readings import Unclear, Value, Why

_SAYS_WHY = {Aside.WAITING: Why.TIME_WANTED, Aside.UNKNOWN: Why.DOES_NOT_KNOW}
_NO_ANSWER = frozenset({Why.NOT_AN_OPTION, Why.NOT_YES_OR_NO, Why.NOT_A_NUMBER, Why.NOT_A_NAME})


def heard_by(question: Question[Any], text: str, state: State, hearing: Hearing) -> Heard:
    """What the text means to the question, as it was shown.

    Where nearly all words are an answer, words that only ask for time are none, and a question back
    is asked about before it is written down.
    """
    among = state.readings is not None
    hearing = replace(hearing, shown=() if among else tuple(state.shown))
    aside = None if among else read_aside(text)
    if aside is Aside.UNKNOWN and question.may_be_unknown:
        aside = None
    free = question.hears_anything or isinstance(question, NameQuestion)
    if free and aside in _SAYS_WHY:
        return Unclear(_SAYS_WHY[aside])
    heard = _put_right(question, text, hearing) or question.hear(text, hearing)
    if free and aside is Aside.ASKING and isinstance(heard, Value):
        return Guess(heard.value, say.asked_or_answered(text))
    if isinstance(heard, Guess) and not free and asks_why(text):
        return Unclear(Why.ASKED)
    if isinstance(heard, Guess) and heard.or_stop and state.readings == [heard.stored]:
        return _once_more(heard, state)
    return Unclear(_why(text, aside, heard.why)) if isinstance(heard, Unclear) else heard


def _put_right(question: Question[Any], text: str, hearing: Hearing) -> Heard | None:
    """ "Ba triệu à quên năm triệu": what was said last is asked back, and never taken at once.

    Beside a yes or a no "à không" may be one itself.
    """
    short = isinstance(question, ChoiceQuestion | YesNoQuestion | ConfirmQuestion)
    changed = None if short or question.hears_anything else changed_in_the_middle(text)
    heard = None if changed is None else question.hear(changed, hearing)
    match heard:
        case Value(value) | Unusual(value):
            return Guess(value, say.is_it_that(question.shown(value)), is_answer=True)
    return None if isinstance(heard, Unclear) else heard


def _once_more(heard: Guess, state: State) -> Guess:
    """The same doubtful word to what was asked back about it: asked in other words each time."""
    state.errors += 1
    return replace(heard, asked_as=say_back.why_not_taken()) if state.errors % 2 else heard


def _why(text: str, aside: Aside | None, why: Why) -> Why:
    if why not in _NO_ANSWER:
        return why
    if aside in _SAYS_WHY:
        return _SAYS_WHY[aside]
    return Why.ASKED if asks(text) else why
