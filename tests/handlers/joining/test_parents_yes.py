"""Under sixteen: a parent's own yes, or a signed paper, before a volunteer signs up."""

from pathlib import Path

from sqlalchemy import select

from storage.queries.practice import open_stranger
from storage.tables.people import volunteers
from storage.tables.volunteering import parent_consents
from tests.handlers.volunteers.test_session_life import database
from tests.kit.village import Phone, Village, village


async def until_the_code(na: Phone) -> None:
    """A girl of fourteen."""
    await na.says("/tinhnguyen")
    for said in ("có", "Phạm Thị Na", "2012"):
        await na.says(said)
    assert "bố hoặc mẹ phải đồng ý trước" in na.heard


async def signs_up(v: Village, na: Phone, code: str) -> None:
    """With what her mother's yes gave her."""
    await na.says(code.lower())
    await na.says("THCS Mỹ Đức")
    await na.says("1")
    await na.taps("Hết rồi")
    await na.taps("Chỉ tiếng Việt")
    for said in ("1", "Thôn Đoài", "0912345678"):
        await na.says(said)
    assert "Phạm Thị Na" in na.heard, na.last
    await na.taps("Đúng hết rồi")
    agreed = select(volunteers.c.parent_agreed_at).where(volunteers.c.parent_agreed_at.is_not(None))
    with v.store.reading() as db:
        assert db.execute(agreed).scalar_one() is not None
        assert db.execute(select(parent_consents.c.used_by)).scalar_one() is not None


async def test_under_sixteen_a_parents_yes_comes_first(tmp_path: Path) -> None:
    async with village(database(tmp_path)) as v:
        v.store.change(open_stranger, "web", "na", v.clock.now())
        na = v.by_key["na"] = Phone(v, "na", None)

        await until_the_code(na)
        await na.taps("Bỏ qua")
        assert "chưa ghi gì" in na.heard or "chưa lưu" in na.heard or "chưa giữ" in na.heard
        await v.lan.says("cho con tình nguyện")
        await v.lan.says("2012")
        assert "không vào nhà ai một mình" in v.lan.heard
        await v.lan.taps("Đúng hết rồi")
        with v.store.reading() as db:
            code = db.execute(select(parent_consents.c.code)).scalar_one()
        assert code in v.lan.heard
        await until_the_code(na)
        await na.says("ABCDEFGH")
        await until_the_code(na)
        await signs_up(v, na, code)
        await v.dao.says("cho con tình nguyện")
        await v.dao.taps("Bố mẹ bạn trẻ, có giấy ký")
        await v.dao.says("Phạm Văn Tám")
        await v.dao.says("2013")
        await v.dao.taps("Đúng hết rồi")
        assert "tám" not in v.dao.heard
        assert "14 ngày" in v.dao.heard
