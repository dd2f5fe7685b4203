"""Months, quarters, half-years and years."""

import pytest

from club.calendar import Month
from club.spans import Length, Span


@pytest.mark.parametrize("text", ["2026-10", "2026-Q3", "2026-H1", "2026"])
def test_a_span_is_written_as_it_is_read(text: str) -> None:
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize("text", ["2026-13", "2026-Q5", "2026-H3", "2026-00", "", "quý 3", "26"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Span.parse(text)


def test_a_span_knows_its_months_and_the_one_before() -> None:
    third = Span.parse("2026-Q3")
    assert third.months == (Month(2026, 7), Month(2026, 8), Month(2026, 9))
    assert str(Span.parse("2026-Q1").previous()) == "2025-Q4"
    assert str(Span.parse("2026-H1").previous()) == "2025-H2"
    assert (third.number, third.length) == (3, Length.QUARTER)
