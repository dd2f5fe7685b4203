"""Which lesson comes next, from what was had before."""

from itertools import pairwise

import pytest

from club.learning import Ended, NextLesson, Outcome, next_lesson, progress

CURRICULUM = ("phone", "network", "scams", "photos")
OUTCOMES = {"+": Outcome.RIGHT, "-": Outcome.WRONG, "~": Outcome.SKIPPED}


def ends(*said: str) -> list[Ended]:
    """ "phone+" was answered rightly, "phone-" wrong, "phone~" skipped."""
    return [Ended(each[:-1], OUTCOMES[each[-1]]) for each in said]


@pytest.mark.parametrize(
    ("had", "lesson", "is_review"),
    [
        ((), "phone", False),
        (("phone+",), "network", False),
        (("network+",), "phone", False),
        (("phone~",), "network", False),
        # wrong: again after two others
        (("phone-",), "network", False),
        (("phone-", "network+"), "scams", False),
        (("phone-", "network+", "scams+"), "phone", False),
        (("phone-", "network+", "network+"), "scams", False),
        (("phone-", "network+", "scams+", "phone+"), "photos", False),
        (("phone-", "network-", "scams+", "photos+"), "phone", False),
        # all had: wrong and skipped first, then the longest ago
        (("phone+", "network~", "scams+", "photos+"), "network", True),
        (("phone+", "network+", "scams+", "photos+"), "phone", True),
        (("phone+", "network+", "scams+", "photos+", "phone+"), "network", True),
        (("network+", "phone+", "scams+", "photos-"), "network", True),
        # what is no longer in the curriculum counts for nothing
        (("gone+",), "phone", False),
    ],
)
def test_the_next_lesson(had: tuple[str, ...], lesson: str, is_review: bool) -> None:
    assert next_lesson(CURRICULUM, ends(*had)) == NextLesson(lesson, is_review)


def test_without_a_curriculum_there_is_none() -> None:
    assert next_lesson((), ends("phone+")) is None


def test_rounds_of_review_go_through_everything() -> None:
    had = ends(*(f"{each}+" for each in CURRICULUM))
    asked = []
    for _ in range(8):
        chosen = next_lesson(CURRICULUM, had)
        assert chosen is not None
        assert chosen.is_review
        asked.append(chosen.lesson)
        had.append(Ended(chosen.lesson, Outcome.RIGHT))
    assert asked == [*CURRICULUM, *CURRICULUM]


def test_one_that_is_always_wrong_does_not_bar_the_others() -> None:
    had: list[Ended] = []
    asked = []
    for _ in range(12):
        chosen = next_lesson(CURRICULUM, had)
        assert chosen is not None
        asked.append(chosen.lesson)
        outcome = Outcome.WRONG if chosen.lesson == "phone" else Outcome.RIGHT
        had.append(Ended(chosen.lesson, outcome))
    assert set(asked[-6:]) == {"phone", *CURRICULUM[1:]}
    assert all(one != next_ for one, next_ in pairwise(asked))


def test_progress_counts_each_lesson_once_by_its_latest_end() -> None:
    hers = progress(CURRICULUM, ends("phone-", "network~", "scams+", "phone+", "gone+"))
    assert (hers.learnt, hers.again, hers.of) == (("phone", "scams"), ("network",), 4)
