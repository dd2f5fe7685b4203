"""In the middle of the month the areas nobody touched; on Monday the visits that were missed."""

from tests.handlers.life.test_home_care import lan_is_cared_for
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import village

EIGHT = (
    *("tập dưỡng sinh", "dọn đường làng", "hát chèo", "gom giấy vụn gây quỹ"),
    *("nói chuyện chuyên đề", "giải đáp bảo hiểm y tế", "nuôi gà trao đổi", "nấu cơm cho người ốm"),
)


async def test_the_board_hears_once_which_areas_are_missing_with_three_ideas(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("tập dưỡng sinh sáng nay 20 người")
        await v.binh.says("đúng")
        await at_the_moment(v, at(14, 10))
        assert reminders_of(v, "areas_untouched", "binh") == [("planned", None)]
        await at_the_moment(v, at(15, 10))
        assert "đã qua nửa tháng" in v.binh.heard
        assert "còn 7 mảng" in v.binh.heard
        assert "Chăm sóc sức khỏe" not in v.binh.heard
        assert "Chưa có việc chung" in v.binh.heard
        assert len(v.binh.labels) == 4
        assert "nửa tháng" not in v.hoa.everything
        for day in (15, 16, 20):
            await at_the_moment(v, at(day, 11))
        assert reminders_of(v, "areas_untouched", "binh") == [("queued", None)]
        # An idea is a tap from being noted.
        await v.binh.taps(v.binh.labels[0])
        assert any("ghi lại" in label for label in v.binh.labels)


async def test_nothing_is_said_where_all_eight_were_worked_on(database_url: str) -> None:
    async with village(database_url) as v:
        for each in EIGHT:
            await v.binh.says(f"{each} hôm nay 20 người")
            await v.binh.says("đúng")
        await at_the_moment(v, at(15, 10))
        assert "nửa tháng" not in v.binh.everything
        assert [state for state, _ in reminders_of(v, "areas_untouched", "binh")] == ["dropped"]


async def test_missed_visits_are_noticed_on_monday_and_after_two_weeks_by_the_board(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await lan_is_cared_for(v)
        await v.hoa.says("đã thăm bà Lan hôm nay")
        await v.hoa.says("đúng")
        await at_the_moment(v, at(9, 9))
        assert "tuần trước bà Đỗ Thị Lan được thăm 1/2 lần" in v.hoa.heard
        assert [state for state, _ in reminders_of(v, "visits_missed", "hoa")][:1] == ["queued"]
        await v.binh.says("việc cần làm")
        assert "thiếu lượt thăm" not in v.binh.heard
        await at_the_moment(v, at(16, 9))
        await v.binh.says("việc cần làm")
        assert any("hai tuần thiếu lượt thăm" in label for label in v.binh.labels)
        # In hospital: nobody is reminded, and the board's list is quiet.
        await v.hoa.says("chăm sóc tại nhà")
        await v.binh.taps("hai tuần thiếu lượt thăm")
        await v.binh.taps("nằm viện")
        await v.binh.says("1")
        await v.binh.says("việc cần làm")
        assert not any("thiếu lượt thăm" in label for label in v.binh.labels)
        said = v.hoa.everything.count("Tuần này bác ghé thăm")
        await at_the_moment(v, at(23, 9))
        assert v.hoa.everything.count("Tuần này bác ghé thăm") == said


async def test_visits_enough_are_never_missed(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await lan_is_cared_for(v, times="1")
        await v.hoa.says("đã thăm bà Lan hôm nay")
        await v.hoa.says("đúng")
        await at_the_moment(v, at(9, 9))
        assert "tuần trước" not in v.hoa.everything
