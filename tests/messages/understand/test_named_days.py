"""Days by a name or counted within a month, parts of a day, stretches of hours."""

from datetime import date, time

import pytest

from handlers.dialogue.day_questions import TimeQuestion
from handlers.dialogue.question import Hearing
from messages.everywhere import plain
from messages.understand.dates import read_day, read_time
from messages.understand.readings import Either, Value
from messages.understand.times import hours_of_part
from messages.wording import Words

TODAY = date(2026, 11, 2)
DAYS = {
    "thứ hai đầu tháng sau": date(2026, 12, 7),
    "thứ hai đầu tiên của tháng sau": date(2026, 12, 7),
    "chủ nhật cuối tháng này": date(2026, 11, 29),
    "thứ 2 tuần đầu tháng sau": date(2026, 12, 7),
    "thứ bảy tuần thứ hai tháng 12": date(2026, 12, 12),
    "tuần sau thứ tư": date(2026, 11, 11),
    "tuần tới chủ nhật": date(2026, 11, 15),
    "chủ nhật tuần ni": date(2026, 11, 8),
    "bữa ni": TODAY,
    "giao thừa": date(2027, 2, 5),
    "giao thua": date(2027, 2, 5),
    "tết nguyên đán": date(2027, 2, 6),
    "tết tây": date(2027, 1, 1),
    "ông Công ông Táo": date(2027, 1, 30),
    "lễ Vu Lan": date(2027, 8, 16),
    "quốc khánh": date(2027, 9, 2),
}


@pytest.mark.parametrize(("typed", "day"), DAYS.items())
def test_the_day_that_is_named(typed: str, day: date) -> None:
    assert read_day(typed, today=TODAY, ahead=True) == Value(day)


def test_of_a_day_that_was_it_is_the_last_one() -> None:
    past = {"chủ nhật cuối tháng trước": date(2026, 10, 25), "trung thu": date(2026, 9, 25)}
    for typed, day in past.items():
        assert read_day(typed, today=TODAY, ahead=False) == Value(day)
    assert read_day("vu lan", today=TODAY, ahead=False) == Value(date(2026, 8, 27))


def test_a_part_of_the_day_offers_its_hours() -> None:
    assert hours_of_part("buổi sáng nhé") == (time(7), time(8), time(9))
    assert hours_of_part("gà gáy") == (time(5), time(6), time(7))
    assert hours_of_part("chiều") == (time(14), time(15), time(16))
    assert hours_of_part("chiều thứ bảy") == ()
    question = TimeQuestion("time", plain("mấy giờ"))
    hearing = Hearing(Words(), TODAY)
    assert question.hear("buổi chiều", hearing) == Either(("14:00", "15:00", "16:00"))


def test_a_stretch_of_hours_begins_at_the_first() -> None:
    for typed in ("từ 8 giờ sáng đến 10 giờ", "8h sáng - 10h", "8 giờ sáng tới 10 giờ"):
        assert read_time(typed) == Value(time(8)), typed
    assert read_time("đúng 14h") == Value(time(14))
