"""Sums of money as people type them."""

import pytest

from club.money import Money
from messages.understand import Either, Value, read_money, unusual
from tests.messages.understand.tables import Case, cases, written

CASES = cases("money")


def test_the_table_is_large() -> None:
    assert len(CASES) > 230
    assert len({case.typed for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_a_sum_is_read(case: Case) -> None:
    assert written(read_money(case.typed)) == case.reading, case.habit


def test_what_is_usual_comes_first() -> None:
    loans = (Money(1_000_000), Money(50_000_000))
    fees = (Money(1_000), Money(100_000))
    assert read_money("20", usual=loans) == Either((Money(20_000_000), Money(20_000)))
    assert read_money("20", usual=fees) == Either((Money(20_000), Money(20_000_000)))
    assert read_money("500k", usual=fees) == Value(Money(500_000))


def test_four_grouped_figures_are_asked_where_thousands_are_usual() -> None:
    loans = (Money(1_000_000), Money(50_000_000))
    assert read_money("1.500", usual=loans) == Either((Money(1_500_000), Money(1_500)))
    assert read_money("1.500đ", usual=loans) == Value(Money(1_500))
    assert read_money("5.000", usual=(Money(1_000), Money(100_000))) == Value(Money(5_000))


def test_a_usual_range_above_a_hundred_million_offers_millions() -> None:
    usual = (Money(1_000_000), Money(500_000_000))
    assert read_money("200", usual=usual) == Either((Money(200_000_000), Money(200_000)))


def test_unusual_sums_are_told_from_usual_ones() -> None:
    usual = (Money(1_000_000), Money(50_000_000))
    assert not unusual(Money(1_000_000), usual)
    assert not unusual(Money(50_000_000), usual)
    assert unusual(Money(999_999), usual)
    assert unusual(Money(50_000_001), usual)
    assert not unusual(Money(1), None)


def test_a_long_story_is_no_sum() -> None:
    assert written(read_money("bác " * 41 + "50k")) == "!too_long"
    assert written(read_money("9" * 100_000)) in {"!too_large", "!not_a_number"}
