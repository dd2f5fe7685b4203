"""An earlier answer that is put right at a later question: "à nhầm, 20 nghìn cơ"."""

from collections.abc import Sequence
from typing import Any

from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Hearing, Question
from handlers.dialogue.read_backs import ConfirmQuestion
from handlers.dialogue.state import State, fits
from messages.moments import Moment
from messages.understand.corrections import correction_in
from messages.understand.money import read_money
from messages.understand.readings import Value
from messages.understand.tellings import names_a_sum
from messages.understand.told import STORY, sentence_of

_MOST_LETTERS = 120
_MOST_WORDS_ALONE = 5


def corrected(
    so_far: Sequence[tuple[Question[Any], Any]],
    state: State,
    text: str,
    hearing: Hearing,
    *,
    standing: Question[Any],
) -> Moment | None:
    """Put right the one earlier answer that these words can mean, and say what it is now.

    A sum alone, with its unit, puts right the one sum that was said before, too, where none is
    asked for; at what is read back so does all that is said in a few words.
    What hangs on it is asked or read back again as it now stands. None where nothing is put right,
    or where more than one answer may be meant.
    """
    said, alone = _said_instead(text, standing)
    if said is None:
        return None
    words = sentence_of(said)
    found = [
        (question, piece)
        for question, stored in so_far
        if not question.fingerprint()
        for piece in [question.found_in(words, hearing)]
        if piece is not None and len(piece.readings) == 1
        if not alone or piece.end - piece.begin >= len(words) - 1
        if piece.readings[0] != stored and fits(question, piece.readings[0])
    ]
    if len(found) != 1:
        return None
    question, piece = found[0]
    state.answers[question.name] = piece.readings[0]
    if piece.begin == piece.end:
        # "Hôm qua cơ": another day, and which one is asked next.
        state.carried[STORY] = " ".join(words)
    state.errors = max(0, state.errors - 1)
    return question.shown(piece.readings[0])


def _said_instead(text: str, standing: Question[Any]) -> tuple[str | None, bool]:
    """What is said to be right, and whether it came without a word that something was wrong."""
    said = correction_in(text) if len(text) <= _MOST_LETTERS else None
    if said is None and isinstance(standing, ChoiceQuestion | ConfirmQuestion):
        said = _sum_alone(text)
    # "Một năm" to what is read back can only mean what it names.
    alone = said is None and bool(standing.fingerprint())
    return (text if alone and len(text.split()) <= _MOST_WORDS_ALONE else said), alone


def _sum_alone(text: str) -> str | None:
    """ "2tr5" where no sum is asked for; a mere number is something else."""
    is_sum = names_a_sum(text) and isinstance(read_money(text), Value)
    return text if is_sum else None
