"""The words that work everywhere, and the answers that only contain them."""

import pytest

from messages.understand import cries_for_help, reserved_word
from messages.understand.distress import is_beaten, wants_to_die
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


@pytest.mark.parametrize(
    ("typed", "despair", "beaten"),
    [
        ("tôi muốn chết", True, False),
        ("khong muon song nua chau oi", True, False),
        ("nóng muốn chết", False, False),
        ("chong danh toi", False, True),
        ("bị con trai đánh", False, True),
        ("bị đánh giá thấp", False, False),
        ("tôi ngã", False, False),
    ],
)
def test_despair_and_violence_are_told_from_accidents(
    typed: str, despair: bool, beaten: bool
) -> None:
    assert (wants_to_die(typed), is_beaten(typed)) == (despair, beaten)
