"""Names of all peoples, tidied but not spoiled."""

import unicodedata

import pytest

from messages.understand import read_name
from tests.messages.understand.tables import Case, cases, possible, retyped, written

CASES = cases("names")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_name_is_read(case: Case) -> None:
    expected = unicodedata.normalize("NFC", case.reading)
    assert written(read_name(case.typed)) == expected, case.habit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_spaces_and_letters_taken_apart_change_no_name(case: Case) -> None:
    ways = retyped(case.typed)
    for how in ("letters taken apart", "spaces doubled", "no-break spaces", "a joiner inside"):
        assert written(read_name(ways[how])) == written(read_name(case.typed)), how


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_tidied_name_stays_as_it_is(case: Case) -> None:
    for name in possible(read_name(case.typed)):
        assert name in possible(read_name(str(name)))


def test_a_name_longer_than_a_card_is_refused() -> None:
    assert written(read_name("Hoa" * 21)) == "!too_long"
    assert written(read_name("Nguyễn " * 9)) == "!too_long"
