"""Places and hamlets typed without marks go to others as the club writes them."""

from typing import Any

from sqlalchemy import insert, select

from storage.tables.areas import club_communes
from storage.tables.people import groups, officers, volunteers
from tests.kit.meeting import presses
from tests.kit.village import CODE, FOUNDED, village


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


async def test_an_officers_place_and_the_hamlet_of_who_joins_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:

        def prepare(db: Any) -> None:
            commune = db.execute(select(club_communes.c.area_id)).scalars().first()
            of = {"area_id": commune, "person_id": v.hoa.person_id, "from_day": FOUNDED}
            db.execute(insert(officers).values(**of))
            for name in ("Xóm Đông", "Xóm Tây"):
                db.execute(insert(groups).values(club_id=v.club.club_id, name=name))

        v.store.change(prepare)
        await v.hoa.says("mở buổi cho xã")
        await v.hoa.taps("CLB Thôn Đoài")
        for said in ("1", "7/11/2026", "9 giờ", "60", "nha van hoa thon doai", "1", "2"):
            await v.hoa.says(said)
        assert "Nhà văn hóa thôn Đoài" in v.hoa.heard
        for said in (CODE, "có", "nguyễn thị mơ", "1950", "nữ", "nơi khác", "thon doai"):
            await v.la.says(said)
        for said in ("bỏ qua", "không", "bác"):
            await v.la.says(said)
        assert "Thôn Đoài" in v.la.heard
        assert "thon doai" not in v.la.heard
