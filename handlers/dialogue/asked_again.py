"""What was asked back and not answered is asked once more, as what it is."""

from collections.abc import Sequence
from typing import Any

from handlers.dialogue.question import Question
from messages import everywhere as say
from messages import misunderstood
from messages.moments import Moment


def asked_again(question: Question[Any], readings: Sequence[Any]) -> Moment:
    """Which of the few; of one alone whether it is meant, an unusual one by why it is asked."""
    if len(readings) > 1:
        return say.which_do_you_mean()
    if question.is_unusual(readings[0]):
        return say.is_it_right()
    return misunderstood.is_it_that(question.shown(readings[0]))
