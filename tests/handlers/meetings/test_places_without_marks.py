"""Places and hamlets typed without marks go to others as the club writes them."""

from sqlalchemy import select

from storage.tables.people import volunteers
from tests.kit.meeting import presses
from tests.kit.village import village


async def test_the_place_of_a_meeting_and_of_a_session_gets_its_marks(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.dao.says("/lichhop")
        for said in ("1", "8 giờ sáng", "nha van hoa thon doai", "bỏ qua", "bỏ qua"):
            await v.dao.says(said)
        assert "Nơi: Nhà văn hóa thôn Đoài" in v.dao.heard
        await v.dao.taps("Đúng hết rồi")
        assert "Nhà văn hóa thôn Đoài" in v.binh.heard
        await v.dao.says("dời họp")
        for said in ("25/11/2026", "không", "8 giờ sáng", "nha van hoa"):
            await v.dao.says(said)
        assert "Nhà văn hóa" in v.dao.heard
        await v.dao.says("thôi")
        await v.cuc.says("/mobuoi")
        for said in ("1", "bỏ qua", "7/11/2026", "8 giờ sáng", "90", "thon doai", "nha van hoa"):
            await v.cuc.says(said)
        for said in ("1", "1", "2"):
            await v.cuc.says(said)
        for line in ("Ở: Thôn Đoài", "Địa chỉ: Nhà văn hóa"):
            assert line in v.cuc.heard


async def test_a_members_and_a_volunteers_hamlet_are_those_that_are_known(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await presses(v.dao, f"s:change_member:{v.hoa.member_id}")
        for said in ("thôn", "thon doai"):
            await v.dao.says(said)
        assert "Thôn Đoài" in v.dao.heard
        await v.quan.says("việc tình nguyện của tôi")
        for said in ("1", "1", "thon doai"):
            await v.quan.says(said)
        with v.store.reading() as db:
            kept = db.execute(select(volunteers.c.hamlet)).scalars().all()
        assert kept == ["Thôn Đoài"]
