"""Yes and no in the words of all regions."""

import pytest

from messages.understand import read_yes_no
from tests.messages.understand.tables import Case, cases, written

CASES = cases("yes_no")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_yes_or_no_is_read(case: Case) -> None:
    assert written(read_yes_no(case.typed)) == case.reading, case.habit


def test_a_story_is_neither_yes_nor_no() -> None:
    assert written(read_yes_no("không " * 50)) == "!not_yes_or_no"
