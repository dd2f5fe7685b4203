"""When the board is told that too much cash lies in one place."""

import pytest

from club.cash_limits import came_above, is_above
from club.money import NOTHING, Money

LIMIT = Money(5_000_000)
ONE = Money(1)


@pytest.mark.parametrize(
    ("kind", "there", "above"),
    [
        ("tin", LIMIT, False),
        ("tin", LIMIT + ONE, True),
        ("hands", LIMIT + ONE, True),
        ("bank", LIMIT + ONE, False),
    ],
)
def test_more_than_the_limit_at_home_is_too_much(kind: str, there: Money, above: bool) -> None:
    assert is_above(LIMIT, kind=kind, there=there) is above


def test_a_limit_of_nothing_is_none() -> None:
    assert not is_above(NOTHING, kind="tin", there=LIMIT)


@pytest.mark.parametrize(
    ("there", "gained", "told"),
    [
        (LIMIT + ONE, ONE, True),
        (LIMIT + ONE, LIMIT, True),
        (LIMIT, ONE, False),
        # It lay above the limit before: that has been told.
        (LIMIT + ONE + ONE, ONE, False),
    ],
)
def test_it_is_told_once_when_the_limit_is_passed(there: Money, gained: Money, told: bool) -> None:
    assert came_above(LIMIT, kind="tin", there=there, gained=gained) is told
