"""Which days a question about the club's money speaks of."""

from datetime import date

import pytest

from messages.understand.stretches import days_asked

TODAY = date(2026, 11, 4)
MONTH = (date(2026, 11, 1), TODAY)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("hom nay thu duoc may dong roi", (TODAY, TODAY)),
        ("hôm qua chi bao nhiêu", (date(2026, 11, 3), date(2026, 11, 3))),
        ("tuần này thu được mấy", (date(2026, 11, 2), TODAY)),
        ("tuan truoc chi bao nhieu", (date(2026, 10, 26), date(2026, 11, 1))),
        ("thang 10 thu nhung gi", (date(2026, 10, 1), date(2026, 10, 31))),
        ("tháng này thu được mấy rồi", MONTH),
        ("thu chi thế nào", MONTH),
        ("tổng thu từ đầu năm", (date(2026, 1, 1), TODAY)),
        ("năm ngoái thu bao nhiêu", (date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_the_days_are_those_that_are_named(said: str, days: tuple[date, date]) -> None:
    assert days_asked(said, today=TODAY) == days
