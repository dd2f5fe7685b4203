"""Which lesson comes next for a person, from what she has had before."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# So many lessons later one that was answered wrong comes again.
LATER: Final = 2


class Outcome(StrEnum):
    """How a lesson ended for her: its question answered, or she knew it already."""

    RIGHT = "right"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Ended:
    """She came to the end of a lesson."""

    lesson: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class NextLesson:
    """`is_review`: she has had the whole curriculum, so its question alone is asked again."""

    lesson: str
    is_review: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Lessons of the curriculum: answered rightly, to come again, and how many there are."""

    learnt: tuple[str, ...]
    again: tuple[str, ...]
    of: int


def next_lesson(curriculum: Sequence[str], ended: Sequence[Ended]) -> NextLesson | None:
    """A person's own next lesson; `ended` in the order of time. None without a curriculum.

    First what was answered wrong, once two others have been had since; then what is new, in the
    curriculum's order; after the last one a round of review: what was wrong or skipped, then
    whatever is longest ago.
    """
    latest = _latest(curriculum, ended)
    wrong = [each for each in _due(latest, ended) if latest[each][1] is Outcome.WRONG]
    new = [each for each in curriculum if each not in latest]
    if wrong or new:
        return NextLesson((wrong or new)[0], is_review=False)
    oldest = sorted(latest, key=lambda lesson: latest[lesson][0])
    again = [each for each in _due(latest, ended) if latest[each][1] is not Outcome.RIGHT]
    return next((NextLesson(each, is_review=True) for each in [*again, *oldest]), None)


def progress(curriculum: Sequence[str], ended: Sequence[Ended]) -> Progress:
    """What she has learnt, in the curriculum's order."""
    latest = _latest(curriculum, ended)
    had = [each for each in curriculum if each in latest]
    learnt = tuple(each for each in had if latest[each][1] is Outcome.RIGHT)
    again = tuple(each for each in had if latest[each][1] is not Outcome.RIGHT)
    return Progress(learnt, again, len(curriculum))


def _latest(curriculum: Sequence[str], ended: Sequence[Ended]) -> dict[str, tuple[int, Outcome]]:
    """For each lesson that she has had: at which place of the list it ended last, and how."""
    given = set(curriculum)
    ends = enumerate(ended)
    return {each.lesson: (at, each.outcome) for at, each in ends if each.lesson in given}


def _due(latest: dict[str, tuple[int, Outcome]], ended: Sequence[Ended]) -> list[str]:
    """Those after which two others have been had, the longest waiting first."""
    waited = {
        lesson: len({each.lesson for each in ended[at + 1 :]}) for lesson, (at, _) in latest.items()
    }
    due = [lesson for lesson in latest if waited[lesson] >= LATER]
    return sorted(due, key=lambda lesson: latest[lesson][0])
