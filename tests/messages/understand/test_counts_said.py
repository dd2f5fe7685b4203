"""Whole numbers as people say how many came."""

import pytest

from messages.understand.counts import read_count
from messages.understand.readings import Unclear, Value


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("hai chục người", 20),
        ("chục người", 10),
        ("khoảng 20", 20),
        ("ba mươi lăm cụ", 35),
        ("bốn mươi mốt", 41),
        ("chín chục", 90),
        ("tầm 15 hội viên", 15),
    ],
)
def test_tens_are_counted_in_words(said: str, count: int) -> None:
    assert read_count(said) == Value(count)


@pytest.mark.parametrize("said", ["đông lắm", "cả làng", "khoảng", "bà con"])
def test_what_is_no_number_is_none(said: str) -> None:
    assert isinstance(read_count(said), Unclear)
