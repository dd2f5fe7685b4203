"""Hour and place told with the wish for a meeting, where another meeting is there already."""

from datetime import UTC, datetime

from tests.kit.planned import plan_a_meeting
from tests.kit.village import Village, village

AHEAD = datetime(2026, 11, 5, 2, 0, tzinfo=UTC)
TOLD = "hen lich hop ngay mai 8 gio o san kho"


async def wishes(v: Village) -> None:
    plan_a_meeting(v, AHEAD)
    await v.dao.says(TOLD)
    assert "thứ ba 03/11/2026, 8 giờ, San kho" in v.dao.heard
    assert "tháng này đã có buổi sinh hoạt thứ năm 05/11/2026" in v.dao.heard


async def test_hour_and_place_are_said_to_be_taken_and_not_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await wishes(v)
        await v.dao.taps("Họp thêm một buổi nữa")
        assert "nói chuyện về việc gì" in v.dao.heard
        await v.dao.says("bỏ qua")
        await v.dao.says("bỏ qua")
        assert "• Giờ: 8 giờ" in v.dao.heard
        assert "• Nơi: San kho" in v.dao.heard
        await v.dao.taps("Chưa đúng")
        await v.dao.taps("Giờ và nơi họp")
        await v.dao.taps("Không")
        assert "mấy giờ" in v.dao.heard


async def test_the_meeting_that_moves_takes_them_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await wishes(v)
        await v.dao.taps("Dời buổi ấy sang ngày này")
        assert "dời sang thứ ba 03/11/2026, lúc 8 giờ, San kho" in v.dao.heard
