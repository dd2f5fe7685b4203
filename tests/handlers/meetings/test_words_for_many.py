"""What is typed about a meeting goes to everybody, so it leads nowhere: meeting place, talk, what
to bring and why it is called off take no link and no account (Club rules, F.6).
"""

import pytest

from club.broadcasts import not_for_all
from tests.kit.planned import at, at_the_moment
from tests.kit.village import Village, village

TRAPS = (
    "vào zalo.me/abc",
    "chuyển vào STK 0123456789",
    "xem HTTPS://vay-nhanh.top",
    "nộp vào tài khoản 0123 4567 8901",
    "mở bit.ly/nhan-qua",
)
NO = "Kẻ gian hay gửi"


@pytest.mark.parametrize("typed", TRAPS)
async def test_what_the_board_types_about_a_meeting_leads_nowhere(
    sqlite_url: str, typed: str
) -> None:
    async with village(sqlite_url) as v:
        for words in ("hẹn ngày họp", "15/11", "8 giờ sáng"):
            await v.binh.says(words)
        for right in ("nhà văn hóa", "cây thuốc quanh nhà", "nón"):
            assert NO in await v.binh.says(typed)
            await v.binh.says(right)
        assert "cây thuốc quanh nhà" in v.binh.heard
        await v.binh.says("đúng hết")
        await at_the_moment(v, at(12, 8))
        assert "nhà văn hóa" in v.hoa.everything
        await v.binh.says("hủy buổi họp")
        assert NO in await v.binh.says(typed)
        await v.binh.says("mưa bão")
        await v.binh.says("đúng hết")
        _nobody_is_led(v, typed)
        assert "mưa bão" in v.hoa.everything


async def test_who_insists_three_times_is_refused(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for words in ("hẹn ngày họp", "15/11", "8 giờ sáng"):
            await v.binh.says(words)
        for _ in range(4):
            await v.binh.says(TRAPS[0])
        for words in ("cây thuốc quanh nhà", "nón", "đúng hết"):
            await v.binh.says(words)
        _nobody_is_led(v, TRAPS[0])


def _nobody_is_led(v: Village, typed: str) -> None:
    for each in (v.hoa, v.lan, v.manh, v.cuc):
        texts = [line.text for line in each.messages]
        assert [text for text in texts if not_for_all(text) or typed in text] == []
