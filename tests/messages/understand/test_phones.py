"""Telephone numbers as people type them."""

import pytest

from messages.understand import read_phone
from tests.messages.understand.tables import Case, cases, written

CASES = cases("phones")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_number_is_read(case: Case) -> None:
    assert written(read_phone(case.typed)) == case.reading, case.habit


def test_a_long_text_is_no_number() -> None:
    assert written(read_phone("0912345678 " * 30)) == "!too_long"
