"""Angry words, and answers that only look like them."""

import pytest

from messages.understand.temper import is_angry
from tests.messages.understand.tables import Case, cases, written

CASES = cases("temper")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_an_angry_word_is_told_from_an_answer(case: Case) -> None:
    assert written(is_angry(case.typed)) == case.reading, case.habit
