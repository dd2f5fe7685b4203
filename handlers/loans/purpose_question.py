"""What a loan is for: one of the known purposes, or her own words at once."""

from dataclasses import dataclass
from typing import Any

from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Guess, Heard, Hearing
from messages import misunderstood as say_more
from messages.loans.loan_lines import purpose
from messages.moments import Moment
from messages.understand.asides import asks, read_aside
from messages.understand.money import read_money
from messages.understand.plain import plain
from messages.understand.readings import Unclear, Value, Why
from messages.understand.temper import is_angry
from messages.understand.yes_no import read_yes_no

_TYPED = "typed:"
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class PurposeQuestion(ChoiceQuestion[str]):
    """Words that are none of the purposes shown may be one all the same: it is asked about."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = super(PurposeQuestion, self).hear(text, hearing)
        missed = isinstance(heard, Unclear) and heard.why is Why.NOT_AN_OPTION
        if not missed or not _may_be_one(text):
            return heard
        stored = f"{_TYPED}{plain(text)}"
        return Guess(stored, say_more.is_it_that(self.shown(stored)))

    def revive(self, stored: Any) -> str:
        typed = str(stored)
        if typed.startswith(_TYPED):
            return typed.removeprefix(_TYPED)
        return ChoiceQuestion.revive(self, stored)

    def shown(self, stored: Any) -> Moment:
        return purpose(self.revive(stored))


def _may_be_one(text: str) -> bool:
    said = plain(text)
    if len(said.split()) < 2 or len(said) > _LONGEST:
        return False
    if asks(text) or is_angry(text) or read_aside(text) is not None:
        return False
    return not any(isinstance(each(text), Value) for each in (read_money, read_yes_no))
