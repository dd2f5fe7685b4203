"""A sentence said before the questions were asked: what it answers already is taken out of it piece
by piece, and what is left of it waits for the questions that come later.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from handlers.dialogue.question import Hearing, NoLongerFits, Option, Question
from handlers.dialogue.state import State, fits
from messages.moments import Moment, written
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, STORY, Piece, sentence_of, without

# An answer of fewer words says nothing more than what it answers.
_FEWEST_WORDS = 4
_MOST_WORDS = 40


def story_of(text: str) -> Mapping[str, str]:
    """A whole sentence to begin a dialogue with."""
    return {STORY: " ".join(sentence_of(text))}


def told_before(
    question: Question[Any], state: State, hearing: Hearing, *, only_if_certain: bool = False
) -> Piece | None:
    """What the sentence answers to this question, the likeliest first; it is taken out of it.

    `only_if_certain`: left in it unless it has one reading, and that fits.
    """
    words = tuple(state.carried.get(STORY, "").split())
    if not words or len(words) > _MOST_WORDS:
        return None
    piece = question.found_in(words, hearing)
    if piece is None or (only_if_certain and not _is_certain(question, piece)):
        return None
    _keep(state, words, piece)
    return piece


def _is_certain(question: Question[Any], piece: Piece) -> bool:
    if len(piece.readings) != 1 or question.is_unusual(piece.readings[0]):
        return False
    return fits(question, piece.readings[0])


def why_not(question: Question[Any], readings: Sequence[Any]) -> list[Moment]:
    """What is said of an answer that was told before and does not fit."""
    try:
        question.revive(readings[0])
    except NoLongerFits as no:
        return [no.why]
    return []


def keep_the_rest(question: Question[Any], state: State, text: str, hearing: Hearing) -> None:
    """What an answer says beside what it answers waits for the next questions.

    "Chủ nhật tuần sau, 8 giờ, ở nhà văn hóa" to the question for the day.
    """
    words = sentence_of(text)
    if question.hears_anything or not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return
    said = bare(text)
    if any(bare(written(each.label, hearing.words)).startswith(said) for each in _labels(question)):
        return
    piece = question.found_in(words, hearing)
    if piece is not None and piece.end > piece.begin:
        _keep(state, words, piece)


def _labels(question: Question[Any]) -> Iterable[Option]:
    """What can be chosen may be typed as it stands, and then says nothing more."""
    return (*question.options(), *question.easier())


def _keep(state: State, words: tuple[str, ...], piece: Piece) -> None:
    left = without(words, piece)
    state.carried.pop(STORY, None)
    if any(each != BETWEEN and bare(each) for each in left):
        state.carried[STORY] = " ".join(left)
