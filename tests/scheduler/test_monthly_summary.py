"""On the 1st the chair has the summary of the month that is over, and what is still open."""

from club.calendar import Month
from tests.kit.lending import give_fund
from tests.kit.owing import is_closed
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import village

KIND = "summary"


async def test_on_the_1st_the_chair_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for hour in (7, 9, 11):
            await at_the_moment(v, at(1, hour, month=12), closed=False)
        said = v.binh.everything
        assert said.count("Dạ, đã hết tháng; cháu gửi ông báo cáo ạ.") == 1
        assert "11/2026" in said
        assert reminders_of(v, KIND, "binh") == [("queued", None)]
        assert reminders_of(v, KIND) == reminders_of(v, KIND, "binh")


async def test_it_names_what_is_open_and_leads_there(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for number in range(5, 11):
            is_closed(v, Month(2026, number))
        give_fund(v, 5)
        await at_the_moment(v, at(1, 9, month=12), closed=False)
        assert "Chưa kiểm: Hộp tiền (5.000.000 đồng)" in v.binh.heard
        await v.binh.taps("Khóa sổ tháng 11/2026")
        assert "Chưa kiểm: Hộp tiền (5.000.000 đồng)" in v.binh.heard


async def test_of_a_closed_month_nothing_is_open(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await at_the_moment(v, at(1, 9, month=12))
        assert "The month is over; here is its summary." in v.binh.heard
        assert "Before closing" not in v.binh.heard


async def test_after_days_of_standstill_it_still_comes_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await at_the_moment(v, at(28, 9), closed=False)
        for day in (3, 4):
            await at_the_moment(v, at(day, 9, month=12), closed=False)
        assert v.binh.everything.count("Dạ, đã hết tháng; cháu gửi ông báo cáo ạ.") == 1


async def test_it_throws_nobody_out_of_a_dialogue(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("ủng hộ")
        await at_the_moment(v, at(1, 9, month=12), closed=False)
        assert "bao nhiêu" in await v.binh.says("phí")
