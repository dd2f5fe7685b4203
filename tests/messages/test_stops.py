"""A sentence ends with one full stop, whatever stands before it."""

import pytest

from club.calendar import Month
from messages.wording import Words


@pytest.mark.parametrize("value", ["Hết tháng 6/2027.", "Hết tháng 6/2027"])
def test_a_value_with_a_stop_of_its_own_ends_our_sentence_once(value: str) -> None:
    words = Words("en")
    assert words.say("It says: {what}.", what=value) == "It says: Hết tháng 6/2027."
    assert words.say("“{what}.” {more}", what=value, more="Yes") == "“Hết tháng 6/2027.” Yes"


@pytest.mark.parametrize("kept", ["Chờ một chút...", "Ký tên: ........", "a..b", "../x", "đi… về"])
def test_dots_that_mean_something_stay(kept: str) -> None:
    assert Words("vi").say("{what}", what=kept) == kept


def test_a_month_and_our_stop_are_two_things() -> None:
    assert Words("vi").say("{month}.", month=Month(2027, 6)).endswith("6/2027.")
