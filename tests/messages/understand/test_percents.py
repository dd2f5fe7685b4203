"""Percentages as people type them."""

import pytest

from messages.understand.percents import read_percent
from messages.understand.readings import Unclear, Value, Why


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("0,7%", 70),
        ("0.7", 70),
        ("0,65 %", 65),
        ("1", 100),
        ("1 phần trăm", 100),
        ("một phần trăm", 100),
        ("Năm phần trăm", 500),
        ("10 percent", 1000),
        ("0", 0),
        ("0,07 phan tram", 7),
    ],
)
def test_percentages_are_read_in_hundredths(typed: str, hundredths: int) -> None:
    assert read_percent(typed) == Value(hundredths)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-1%", Why.NEGATIVE),
        ("âm 1", Why.NEGATIVE),
        ("0,755", Why.NOT_A_NUMBER),
        ("ít thôi", Why.NOT_A_NUMBER),
        ("", Why.EMPTY),
    ],
)
def test_what_is_no_percentage_is_not_read_as_one(typed: str, why: Why) -> None:
    assert read_percent(typed) == Unclear(why)
