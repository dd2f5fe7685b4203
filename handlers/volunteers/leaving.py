"""Whether she gives her place back: “tôi không đến được” is a yes here, “tôi tham gia” a no."""

import re
from dataclasses import dataclass

from handlers.dialogue.choice_questions import YesNoQuestion
from handlers.dialogue.question import Heard, Hearing
from messages.understand.coming import LIFT, NO, read_coming
from messages.understand.plain import bare
from messages.understand.readings import Value

_COMES = re.compile(
    r"(?:(?:toi|minh|em|chau|con) )?(?:van |se |co )?(?:tham gia|di|den|giup)(?: ma| chu| nhe| a)?"
)


@dataclass(frozen=True, slots=True)
class LeavingQuestion(YesNoQuestion):
    """Asked before a name is taken off; what says that she comes or not is no yes to the words."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        coming = read_coming(text)
        if coming == NO:
            return Value(True)
        if coming not in {None, LIFT} or _COMES.fullmatch(bare(text)):
            return Value(False)
        return super(LeavingQuestion, self).hear(text, hearing)
