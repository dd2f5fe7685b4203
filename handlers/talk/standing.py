"""The question that stands in front of a chat, as it would be asked now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.dialogue.engine import SCRIPTS, Asking, Run
from handlers.dialogue.question import Question
from handlers.dialogue.state import State
from handlers.talk.open_dialogues import Dialogues
from handlers.talk.question_cards import options_of
from handlers.talk.unfinished import speaker
from messages.moments import written
from messages.understand.plain import bare
from messages.wording import Words


@dataclass(frozen=True, slots=True)
class Standing:
    """A question and what was answered before it, for one who hears it in her own words."""

    question: Question[Any]
    state: State
    words: Words
    today: date

    def labels(self) -> list[str]:
        """What is shown to choose, without marks."""
        shown = options_of(self.question, self.state)
        return [bare(written(each.label, self.words)) for each in shown]

    def shows(self, text: str) -> bool:
        """Whether these are words of a choice that is shown, or that the question claims."""
        if self.question.claims(text):
            return True
        return any(bare(text) in label for label in self.labels())


def standing_question(dialogues: Dialogues) -> Standing | None:
    """What the dialogue in front asks; it runs once more for that, from the top."""
    front = dialogues.front
    if front is None or front.name not in SCRIPTS:
        return None
    state = State.of(front.state)
    run = Run(speaker(dialogues.me, front), state, dialogues.db, dialogues.memory)
    outcome = run.go(SCRIPTS[front.name])
    if not isinstance(outcome, Asking):
        return None
    return Standing(outcome.question, state, dialogues.me.words, dialogues.me.today)
