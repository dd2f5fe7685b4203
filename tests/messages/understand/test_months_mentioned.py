"""A month in the middle of a sentence; asked on Saturday 21 November 2026."""

from datetime import date

import pytest

from club.calendar import Month
from messages.understand.months_mentioned import month_mentioned, says_a_month
from messages.understand.readings import Unclear, Value

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("thang nay the nao roi", Month(2026, 11)),
        ("tháng này bằng ảnh", Month(2026, 11)),
        ("thang truoc dau chau", Month(2026, 10)),
        ("của câu lạc bộ tháng mười cho bác xem với", Month(2026, 10)),
        ("tháng mười năm ngoái cho bác coi", Month(2025, 10)),
        ("tháng vừa rồi có gì mới không", Month(2026, 10)),
        ("10/2026 bang anh", Month(2026, 10)),
        ("for october please show it", Month(2026, 10)),
        ("tháng 9 để dán bảng tin", Month(2026, 9)),
    ],
)
def test_the_month_is_found_among_other_words(typed: str, month: Month) -> None:
    assert month_mentioned(typed, today=TODAY) == Value(month)


@pytest.mark.parametrize(
    "typed",
    [
        *("tháng mười ba", "thang muoi ba", "tháng 13 thế nào", "tháng 0", "tháng xyz"),
        *("mấy tháng trước", "3 tháng qua", "ba tháng qua", "tháng 10 và tháng 9", "quý 3"),
        *("năm nay", "xyz", "", "may I see it " * 20),
    ],
)
def test_what_is_no_month_or_several_is_none(typed: str) -> None:
    assert isinstance(month_mentioned(typed, today=TODAY), Unclear)


def test_a_month_that_does_not_exist_is_spoken_of_too() -> None:
    assert says_a_month("tháng xyz")
    assert says_a_month("13")
    assert not says_a_month("bằng ảnh")
