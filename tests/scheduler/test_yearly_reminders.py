"""What comes round once or twice a year, by solar and lunar calendars."""

from datetime import date, timedelta

import pytest

from club.calendar import lunar_of
from club.yearly import Wished, ages_reached, falls_on, list_day, year_wished
from handlers.talk.heard import Kind
from scheduler import planning
from tests.kit.owing import is_born, was_trained
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import Village, village

MEMBERS = 8


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_list_is_made_on_the_first_day_of_the_eleventh_month(year: int) -> None:
    lunar = lunar_of(list_day(year))
    assert (lunar.year, lunar.month, lunar.day, lunar.leap) == (year, 11, 1, False)
    assert year_wished(list_day(year)) == year + 1


def test_ages_by_both_counts() -> None:
    assert ages_reached(1957, 2027) == (Wished(70, False),)
    assert ages_reached(1958, 2027) == (Wished(70, True),)
    assert ages_reached(1956, 2027) == ()


def test_29_february_comes_round_on_the_28th() -> None:
    assert falls_on(date(2027, 2, 28)) == [228, 229]
    assert falls_on(date(2028, 2, 28)) == [228]
    assert falls_on(date(2028, 2, 29)) == [229]


async def test_the_board_gets_the_list_of_longevity_wishes_once(sqlite_url: str) -> None:
    """The eleventh lunar month of 2026 begins on 9 December."""
    async with village(sqlite_url) as v:
        is_born(v, "hoa", 1957)
        is_born(v, "lan", 1948)
        is_born(v, "manh", None)
        first = list_day(2026)
        for ahead in range(-1, 20):
            day = first + timedelta(days=ahead)
            await at_the_moment(v, at(day.day, 9, month=day.month, year=day.year))
        told = [each.text for each in v.binh.messages if "mừng thọ" in each.text]
        assert len(told) == 1
        assert "• 70 tuổi tròn: bác Nguyễn Thị Hoa, sinh năm 1957" in told[0]
        assert "• 80 tuổi mụ: bà Đỗ Thị Lan, sinh năm 1948" in told[0]
        assert "Mạnh" not in told[0]
        assert "mừng thọ" not in v.hoa.everything


@pytest.mark.parametrize(("day", "month", "word"), [(6, 6, "6 tháng 6"), (1, 10, "1 tháng 10")])
async def test_the_days_of_older_people(sqlite_url: str, day: int, month: int, word: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(day, 8, month=month, year=2027))
        assert [state for state, _ in reminders_of(v, "greeting")] == ["queued"] * MEMBERS
        assert word in v.hoa.everything.replace("\n", " ")
        await at_the_moment(v, at(day, 9, month=month, year=2027))
        assert len(reminders_of(v, "greeting")) == MEMBERS


async def test_before_tet_and_not_after(sqlite_url: str) -> None:
    """28 Chạp is 4 February 2027."""
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(4, 8, month=2, year=2027))
        assert "Tết sắp đến" in v.hoa.everything
        await at_the_moment(v, at(5, 8, month=2, year=2027))
        assert len(reminders_of(v, "greeting", "hoa")) == 1


async def test_a_missed_greeting_is_not_said_late(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(3, 8, month=2, year=2027))
        await at_the_moment(v, at(6, 8, month=2, year=2027))
        assert "Tết sắp đến" not in v.hoa.everything


async def test_a_year_after_the_last_training_the_board_hears_of_it(database_url: str) -> None:
    """Founded on 4 May 2026 and never trained since."""
    async with village(database_url) as v:
        await at_the_moment(v, at(4, 8, month=5, year=2027))
        assert "tập huấn" not in v.binh.everything
        await at_the_moment(v, at(4, 9, month=5, year=2027))
        assert "tập huấn" in v.binh.everything
        assert "tập huấn" not in v.hoa.everything
        await at_the_moment(v, at(9, 9, month=5, year=2027))
        assert reminders_of(v, "training", "binh") == [("queued", None)]


async def test_a_board_that_was_trained_hears_nothing(database_url: str) -> None:
    async with village(database_url) as v:
        await at_the_moment(v, at(3, 9, month=5, year=2027))
        was_trained(v, date(2027, 5, 3))
        await at_the_moment(v, at(4, 9, month=5, year=2027))
        assert reminders_of(v, "training", "binh") == [("dropped", planning.NOT_DUE)]


async def note_term(v: Village, until: str) -> None:
    await v.binh.says("s:set_term:", kind=Kind.PRESS)
    await v.binh.taps("Chủ nhiệm: ông Trần Văn Bình")
    await v.binh.says(until)
    await v.binh.taps("Đúng hết rồi")


async def test_thirty_days_before_a_term_ends_the_board_hears_of_it_once(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await note_term(v, "30/6/2027")
        await at_the_moment(v, at(31, 8, month=5, year=2027))
        assert "nhiệm kỳ" not in v.dao.everything.lower()
        for hour in (9, 10):
            await at_the_moment(v, at(31, hour, month=5, year=2027))
        assert v.dao.everything.count("30/06/2027") == 1
        assert "ông Trần Văn Bình" in v.dao.heard
        assert "30/06/2027" not in v.hoa.everything
        assert [state for state, _ in reminders_of(v, "term_ends", "dao")] == ["queued"]


async def test_a_term_that_was_noted_anew_is_not_reminded_of(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await note_term(v, "30/6/2027")
        await at_the_moment(v, at(30, 9, month=5, year=2027))
        await note_term(v, "30/6/2029")
        await at_the_moment(v, at(31, 9, month=5, year=2027))
        assert "30/06/2027" not in v.dao.everything
        assert "queued" not in {state for state, _ in reminders_of(v, "term_ends")}


async def test_twice_a_year_the_need_for_a_loan_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for month in (3, 9):
            await at_the_moment(v, at(10, 9, month=month, year=2027))
            assert "cần vay vốn làm ăn không" in v.hoa.everything.replace("\n", " ")
        assert [state for state, _ in reminders_of(v, "loan_need", "hoa")] == ["queued"] * 2
        await v.hoa.taps("Mời bác trả lời")
        await v.hoa.says("không")
        assert "Mời bác trả lời" not in v.hoa.labels


async def test_who_answered_of_late_is_not_asked(database_url: str) -> None:
    async with village(database_url) as v:
        v.clock.move(at(1, 9, month=3, year=2027) - v.clock.now())
        await v.hoa.says("nhu cầu vay")
        await v.hoa.says("có")
        await at_the_moment(v, at(10, 9, month=3, year=2027))
        assert reminders_of(v, "loan_need", "hoa") == []
        assert [state for state, _ in reminders_of(v, "loan_need", "lan")] == ["queued"]
