"""Yes and no in the words of all regions."""

import pytest

from messages.understand import read_yes_no
from messages.understand.yes_no import is_doubtful_right
from tests.messages.understand.tables import Case, cases, written

CASES = cases("yes_no")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_yes_or_no_is_read(case: Case) -> None:
    assert written(read_yes_no(case.typed)) == case.reading, case.habit


def test_a_story_is_neither_yes_nor_no() -> None:
    assert written(read_yes_no("không " * 50)) == "!not_yes_or_no"


@pytest.mark.parametrize("typed", ["dung", "da dung", "dung a", "vang dung", "Dung."])
def test_a_dung_without_its_mark_is_doubtful(typed: str) -> None:
    assert is_doubtful_right(typed)


@pytest.mark.parametrize("typed", ["đúng", "đừng", "dung lai", "dung vay", "khong dung"])
def test_more_words_or_a_mark_leave_no_doubt(typed: str) -> None:
    assert not is_doubtful_right(typed)
