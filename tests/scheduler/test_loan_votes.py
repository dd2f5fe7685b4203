"""A vote nobody decided ends after seven days, by day, and everybody concerned hears it once."""

from datetime import timedelta

from storage.queries.loans.loans import LoanState
from tests.kit.lending import give_fund, loans_of_phone
from tests.kit.planned import at, at_the_moment, plan_a_meeting
from tests.kit.village import village


async def test_an_undecided_vote_ends_in_the_morning_of_the_eighth_day(database_url: str) -> None:
    async with village(database_url) as v:
        plan_a_meeting(v, at(24, 8))
        give_fund(v, 30)
        for answer in ("vay vốn", "Nuôi cá", "2 triệu", "6", "Trả dần mỗi tháng"):
            await v.hoa.says(answer)
        await v.hoa.taps("Đúng hết rồi")
        await at_the_moment(v, at(9, 20))
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.ASKED
        await at_the_moment(v, at(10, 5))
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.ASKED
        await at_the_moment(v, at(10, 8))
        assert loans_of_phone(v, v.hoa)[0].state is LoanState.EXPIRED
        assert "sau bảy ngày ban chủ nhiệm chưa quyết định xong" in v.hoa.heard
        for each in (v.binh, v.cuc, v.dao, v.em, v.giang):
            assert "đã hết bảy ngày" in each.heard
        told = len(v.hoa.messages)
        v.clock.move(timedelta(minutes=1))
        await at_the_moment(v, at(10, 9))
        assert len(v.hoa.messages) == told
        await v.hoa.taps("Vay vốn")
        assert "vay để làm gì" in v.hoa.heard
