"""The words that work everywhere, and the answers that only contain them."""

import pytest

from messages.understand import cries_for_help, reserved_word
from tests.messages.understand.tables import Case, cases, retyped, written

CASES = cases("reserved")
CRIES = cases("distress")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_reserved_word_is_the_whole_message(case: Case) -> None:
    assert written(reserved_word(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_another_keyboard_makes_no_other_reserved_word(case: Case) -> None:
    before = reserved_word(case.typed)
    for how, typed in retyped(case.typed).items():
        assert before is None or reserved_word(typed) in {before, None}, f"{how}: {typed}"


@pytest.mark.parametrize("case", CRIES, ids=lambda case: case.typed)
def test_a_cry_for_help_is_heard(case: Case) -> None:
    assert written(cries_for_help(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", CRIES, ids=lambda case: case.typed)
def test_a_cry_is_heard_in_capitals_and_taken_apart(case: Case) -> None:
    ways = retyped(case.typed)
    for how in ("in capitals", "letters taken apart", "shouted", "spaces doubled"):
        assert written(cries_for_help(ways[how])) == case.reading, how
