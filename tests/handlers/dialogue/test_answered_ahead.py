"""What answers the next question answers the choice before it as well, if in one way alone."""

import pytest

from tests.kit.lending import give_fund
from tests.kit.village import village


async def test_a_sum_at_the_choice_how_to_count_is_the_sum(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        await v.giang.says("kiểm quỹ")
        await v.giang.says("3 triệu 315 nghìn")
        assert "cháu hiểu là: 3.315.000 đồng" in v.giang.heard
        assert "thiếu 1.685.000 đồng" in v.giang.heard
        await v.giang.says("quay lại")
        await v.giang.says("quay lại")
        await v.giang.says("20. 3 triệu 315 nghìn")
        assert "cháu hiểu là: Tổng số tiền" in v.giang.heard
        await v.giang.says("đúng")
        assert "thiếu 1.685.000 đồng" in v.giang.heard


async def test_a_day_at_today_or_another_is_that_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("thu phí", "Hoa", "đúng", "30/10"):
            await v.giang.says(line)
        assert "30/10/2026" in v.giang.heard
        await v.giang.says("15 nghìn")
        assert "Ngày đóng: thứ sáu 30/10/2026" in v.giang.heard


@pytest.mark.parametrize("said", ["50 nghìn", "con mèo"])
async def test_what_could_follow_two_choices_is_not_guessed(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says(said)
        assert "Bác muốn đóng góp gì" in v.hoa.heard
        assert "cháu hiểu là" not in v.hoa.heard


async def test_yesterday_is_no_other_choice_but_that_day(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("thu phí", "Hoa", "đúng", "hôm qua", "15 nghìn"):
            await v.giang.says(line)
        assert "Ngày đóng: chủ nhật 01/11/2026" in v.giang.heard


async def test_where_a_choice_leads_to_another_question_first_nothing_is_guessed(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí 15 nghìn", "1", "đúng", "đóng góp", "mười lăm ngàn nghen con"):
            await v.hoa.says(line)
        assert "Bác muốn đóng góp gì" in v.hoa.heard
        assert "cháu hiểu là" not in v.hoa.heard
