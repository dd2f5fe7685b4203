"""A meeting table on a day for which the calendar has no meeting: said, with both ways."""

from datetime import UTC, date, datetime, timedelta

from handlers.money.tables_said import day_said
from messages.moments import written
from messages.wording import Words
from storage.queries.money.meeting_table import open_table
from tests.kit.planned import plan_a_meeting
from tests.kit.village import Village, village

AHEAD = datetime(2026, 11, 4, 1, 0, tzinfo=UTC)


async def asks_to_open(v: Village) -> None:
    await v.giang.says("bàn thu tiền")
    await v.giang.taps("Mở bàn thu tiền")


async def test_on_a_day_without_a_meeting_the_next_is_named_and_both_ways_stand(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, AHEAD)
        await asks_to_open(v)
        assert "hôm nay 02/11/2026, lịch không có buổi họp" in v.giang.heard
        assert "Buổi họp là thứ tư 04/11/2026" in v.giang.heard
        await v.giang.taps("Chờ đến 04/11/2026")
        assert "chưa mở bàn thu" in v.giang.heard
        await asks_to_open(v)
        await v.giang.taps("Vẫn mở hôm nay")
        await v.giang.says("0")
        assert "Hôm nay thứ hai 02/11/2026, lịch không có buổi họp" in v.giang.heard
        assert "Buổi họp thứ hai" not in v.giang.heard
        await v.giang.says("đúng")
        with v.store.reading() as db:
            table = open_table(db, v.club.club_id)
            assert table is not None
            assert table is not None
            on_page = written(day_said(db, table), Words("vi"))
        assert (table.meeting_id, table.held_on) == (None, date(2026, 11, 2))
        assert on_page == "02/11/2026 (không phải ngày họp; buổi họp là 04/11/2026)"


async def test_on_the_day_of_a_meeting_nothing_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        plan_a_meeting(v, AHEAD - timedelta(days=2))
        plan_a_meeting(v, AHEAD)
        await asks_to_open(v)
        await v.giang.says("0")
        assert "Buổi họp thứ hai 02/11/2026" in v.giang.heard
