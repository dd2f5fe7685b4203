"""How long a loan runs, as people type it."""

import pytest

from messages.understand.durations import read_months
from tests.messages.understand.tables import Case, cases, differs, retyped, written

CASES = cases("durations")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_months_are_read(case: Case) -> None:
    assert written(read_months(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_another_keyboard_makes_no_other_term(case: Case) -> None:
    before = read_months(case.typed)
    for how, typed in retyped(case.typed).items():
        assert not differs(before, read_months(typed)), f"{how}: {typed}"
