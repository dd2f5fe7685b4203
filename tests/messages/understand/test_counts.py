"""Whole numbers as people type them."""

import pytest

from messages.understand.counts import read_count
from messages.understand.phones import has_no_phone
from tests.messages.understand.tables import Case, cases, differs, retyped, written

CASES = cases("counts")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_number_is_read(case: Case) -> None:
    assert written(read_count(case.typed)) == case.reading, case.habit


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_another_keyboard_makes_no_other_number(case: Case) -> None:
    before = read_count(case.typed)
    for how, typed in retyped(case.typed).items():
        assert not differs(before, read_count(typed)), f"{how}: {typed}"


@pytest.mark.parametrize(
    "text",
    [
        *("hổng có", "bác không có điện thoại", "tui hổng xài", "chưa có máy", "không"),
        *("bác không dùng điện thoại", "khong co so", "I have no phone", "no phone"),
    ],
)
def test_who_has_no_phone_says_so(text: str) -> None:
    assert has_no_phone(text)


@pytest.mark.parametrize(
    "text", ["số cũ", "0912345678", "bác có điện thoại", "không nhớ", "dùng chung với con", ""]
)
def test_other_words_are_no_such_no(text: str) -> None:
    assert not has_no_phone(text)
