"""The values that a setting can have, and from when they hold."""

from datetime import date
from typing import Any

import pytest

from club.refusals import Code, Refused
from club.settings import SETTINGS, check_value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lesson_day", 0),
        ("lesson_day", 32),
        ("expense_limit", -1),
        ("loan_rate", 167),
        ("loan_months", [6, 3]),
        ("loan_months", [0, 3]),
        ("loan_ladder", [5_000_000, 4_000_000]),
        ("interest_split", [[2, 60], [3, 41]]),
        ("interest_split", [[2, -1]]),
    ],
)
def test_a_value_beyond_the_limits_is_refused(name: str, value: Any) -> None:
    with pytest.raises(Refused) as no:
        check_value(SETTINGS[name], value)
    assert no.value.code is Code.SETTING_OUT_OF_RANGE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lesson_day", "15"),
        ("lesson_day", True),
        ("loan_forms", []),
        ("loan_forms", ["weekly"]),
        ("loan_basis", "none"),
        ("meeting_day", "solar 32"),
        ("meeting_day", "someday"),
        ("meeting_place", "x" * 201),
        ("loan_months", [3]),
        ("loan_one_at_a_time", "yes"),
    ],
)
def test_a_value_of_another_kind_is_our_own_fault(name: str, value: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        check_value(SETTINGS[name], value)


def test_a_rule_holds_after_seven_days_and_the_harmless_at_once() -> None:
    today = date(2026, 12, 28)
    assert SETTINGS["loan_rate"].holds_from(today) == date(2027, 1, 4)
    assert SETTINGS["lesson_day"].holds_from(today) == today
