"""How many minutes something takes, as people say and type it."""

import pytest

from messages.understand.how_long import read_how_long
from messages.understand.readings import Unclear, Value


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        ("90 phút", 90),
        ("chín mươi phút", 90),
        ("90p", 90),
        ("45 phut thoi", 45),
        ("tiếng rưỡi", 90),
        ("một tiếng rưỡi", 90),
        ("mot tieng ruoi", 90),
        ("một giờ rưỡi ạ", 90),
        ("1h30", 90),
        ("1 giờ 30 phút", 90),
        ("một tiếng mười lăm phút", 75),
        ("nửa tiếng", 30),
        ("nua tieng", 30),
        ("hai tiếng đồng hồ", 120),
        ("khoảng 2 giờ", 120),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("2 hours", 120),
    ],
)
def test_minutes_are_understood(typed: str, minutes: int) -> None:
    assert read_how_long(typed) == Value(minutes)


@pytest.mark.parametrize("typed", ["", "lâu lâu", "1 giờ 90", "nhà bà Lan", "-5", "mấy tiếng"])
def test_what_is_no_length_is_not_guessed(typed: str) -> None:
    assert isinstance(read_how_long(typed), Unclear)
