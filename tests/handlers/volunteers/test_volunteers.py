"""A young person signs up as a volunteer, and the board vouches for her."""

import pytest
from sqlalchemy import select

from storage.tables.people import consents, persons, volunteers
from tests.kit.village import Phone, Village, village


async def signs_up(phone: Phone, *, year: str = "2004") -> None:
    await phone.says("/tinhnguyen")
    for said in ("đồng ý", "Lê Thu Hà", year, "Trường Đại học Thủy lợi"):
        await phone.says(said)


def kept(v: Village) -> list[tuple[str, list[str], str]]:
    """Name, topics and hamlet of the volunteers who signed up by themselves."""
    with v.store.reading() as db:
        found = db.execute(
            select(persons.c.name, volunteers.c.teaches, volunteers.c.hamlet)
            .join(volunteers, volunteers.c.person_id == persons.c.id)
            .where(volunteers.c.area_id.is_not(None))
        )
        return [(row.name, row.teaches, row.hamlet) for row in found]


async def test_a_stranger_becomes_a_volunteer(database_url: str) -> None:
    async with village(database_url) as v:
        await v.la.opens()
        assert v.la.labels[:2] == ["1. Vào câu lạc bộ", "2. Làm tình nguyện viên trẻ"]
        await v.la.taps("Làm tình nguyện viên trẻ")
        assert "có đồng ý không" in v.la.heard
        for said in ("đồng ý", "lê thu hà", "2004", "Trường Đại học Thủy lợi"):
            await v.la.says(said)
        await v.la.says("1")
        await v.la.taps("Sức khỏe")
        await v.la.says("hết rồi")
        await v.la.taps("Chỉ tiếng Việt")
        await v.la.taps("Xã Mỹ Đức, Hà Nội")
        await v.la.says("Thôn Trung")
        await v.la.says("0912 345 678")
        for line in ("Lê Thu Hà", "2004", "Dùng điện thoại, Sức khỏe", "Thôn Trung, Xã Mỹ Đức"):
            assert line in v.la.heard
        await v.la.taps("Đúng hết rồi")
        assert "Bạn đã là tình nguyện viên rồi" in v.la.heard
        assert kept(v) == [("Lê Thu Hà", ["digital", "health"], "Thôn Trung")]
        await v.la.says("/tinhnguyen")
        assert "đã là tình nguyện viên rồi" in v.la.heard


async def test_what_was_wrong_is_asked_again_and_the_rest_kept(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await signs_up(v.la)
        for said in ("1", "hết rồi", "chỉ tiếng Việt", "1", "Thôn Trung", "bỏ qua"):
            await v.la.says(said)
        await v.la.taps("Chưa đúng")
        await v.la.taps("Việc giúp được")
        await v.la.says("giấy tờ")
        await v.la.says("hết rồi")
        assert "Giúp được: Giấy tờ" in v.la.heard
        assert "Lê Thu Hà" in v.la.heard


@pytest.mark.parametrize(("year", "old_enough"), [("2009", True), ("2010", False), ("2012", False)])
async def test_under_sixteen_a_parent_says_yes_first(
    database_url: str, year: str, old_enough: bool
) -> None:
    async with village(database_url) as v:
        await v.la.says("/tinhnguyen")
        for said in ("đồng ý", "Lê Thu Hà", year):
            await v.la.says(said)
        assert ("trường nào" in v.la.heard) is old_enough
        assert ("bố hoặc mẹ phải đồng ý trước" in v.la.heard) is not old_enough
        with v.store.reading() as db:
            assert db.execute(select(persons.c.id).where(persons.c.name == "Lê Thu Hà")).all() == []


async def test_without_consent_nothing_is_kept(database_url: str) -> None:
    async with village(database_url) as v:
        await v.la.says("/tinhnguyen")
        await v.la.says("không")
        assert "không giữ gì" in v.la.heard
        with v.store.reading() as db:
            assert db.execute(select(consents.c.id)).all() == []


async def test_a_volunteer_in_english(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        v.store.change(_speaks_english)
        await v.la.says("volunteer")
        for said in ("yes", "Lê Thu Hà", "2004", "Youth union", "1", "that is all"):
            await v.la.says(said)
        for said in ("Vietnamese alone", "1", "Trung", "skip"):
            await v.la.says(said)
        await v.la.taps("All correct")
        assert "You are a volunteer now" in v.la.heard


def _speaks_english(db) -> None:  # type: ignore[no-untyped-def]
    db.exec_driver_sql("UPDATE chats SET language = 'en' WHERE key = 'la'")
