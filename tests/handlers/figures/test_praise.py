"""Clubs name people for praise, who are asked; an officer congratulates a club, once."""

from datetime import date

import pytest
from sqlalchemy import func, select

from bot.knocking import Knocker
from club.calendar import Month
from club.spans import Span
from handlers.talk.heard import Kind
from storage.changes.figures.publish_month import publish_month
from storage.changes.members.enter_member import NewMember, enter_member
from storage.queries import Connection
from storage.queries.figures.standing import standing_of
from storage.tables.areas import areas, club_communes
from storage.tables.people import consents
from storage.tables.rollups import congratulations
from tests.kit.country import MadeUpCountry, figures_of
from tests.kit.planned import close_months
from tests.kit.village import FOUNDED, Phone, Village, village

WELL = {"members": 60, "present": 55, "fund": 60_000_000, "trained": 1, "fees": 300_000}
QUARTER = Span.parse("2026-Q3")


def officer_of(v: Village, name: str, level: str = "province") -> int:
    """Of the commune the club lies in, or what stands above it."""

    def appoint(db: Connection) -> int:
        area = db.execute(select(club_communes.c.area_id)).scalars().first()
        while db.execute(select(areas.c.level).where(areas.c.id == area)).scalar_one() != level:
            area = db.execute(select(areas.c.parent_id).where(areas.c.id == area)).scalar_one()
        MadeUpCountry(db).officer(int(area or 0), v.phones[name].person_id)
        return int(area or 0)

    return v.store.change(appoint)


def does_well(v: Village) -> None:
    """July to October are closed, and all is well."""

    def close(db: Connection) -> None:
        for month in range(7, 11):
            of = Month(2026, month)
            publish_month(db, v.club.club_id, of, figures_of(of, **WELL))

    v.store.change(close)


async def knock(v: Village) -> None:
    await Knocker(v.house).knock()
    await v.house.until_idle()


async def test_a_club_names_a_member_who_says_herself_whether_her_name_is_told(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        does_well(v)
        officer_of(v, "lan")
        for said in ("nêu gương", "tháng 10", "hoa", "1", "chăm sóc người ốm tại nhà", "đúng"):
            await v.binh.says(said)
        assert "đã hỏi bác Nguyễn Thị Hoa" in v.binh.heard
        assert "CLB Thôn Đoài muốn nêu gương bác trong tháng 10/2026" in v.hoa.heard
        await v.lan.says("tổng hợp tháng 10")
        await v.lan.taps("Câu lạc bộ nổi bật")
        assert "một thành viên: chăm sóc người ốm tại nhà" in v.lan.heard
        assert "Hoa" not in v.lan.heard
        await v.hoa.taps("Nêu tên tôi khi khen")
        await v.hoa.says("có")
        assert "Tên bác được nêu" in v.hoa.heard
        assert "bác Nguyễn Thị Hoa đồng ý" in v.binh.heard.replace("Bác Ng", "bác Ng")
        await v.lan.says("tổng hợp tháng 10")
        await v.lan.taps("Câu lạc bộ nổi bật")
        assert "Nguyễn Thị Hoa: chăm sóc người ốm tại nhà" in v.lan.heard
        # She may say otherwise any time.
        await v.hoa.says("không nêu tên tôi")
        await v.hoa.says("không")
        await v.lan.says("tổng hợp tháng 10")
        await v.lan.taps("Câu lạc bộ nổi bật")
        assert "Hoa" not in v.lan.heard
        with v.store.reading() as db:
            given = db.execute(select(consents.c.given).where(consents.c.purpose == "praise"))
            assert list(given.scalars()) == [True, False]


async def test_a_club_is_congratulated_once_for_a_time_and_everybody_reads_it(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        close_months(v)
        await knock(v)
        officer_of(v, "lan")
        does_well(v)
        await v.lan.says("chúc mừng câu lạc bộ")
        await v.lan.says("quý 3")
        await v.lan.says("CLB Thôn Đoài")
        letter = "cán bộ Hội Người cao tuổi ở Hà Nội, chúc mừng CLB Thôn Đoài."
        assert letter in v.lan.heard
        assert "• tháng nào cũng sinh hoạt" in v.lan.heard
        assert "7 người nhận được ở đây" in v.lan.heard
        assert letter not in v.hoa.everything
        await v.lan.says("đúng")
        assert "đang chuyển lời chúc mừng đến CLB Thôn Đoài, 7 người" in v.lan.heard
        await knock(v)
        for each in ("binh", "hoa", "manh"):
            assert letter in v.phones[each].heard
        await _once(v, v.hoa.heard)


async def _once(v: Village, hears: str) -> None:
    """Whatever way it is asked again, by anybody, by an old button."""
    await v.lan.says(f"@s:congratulate:c{v.club.club_id} 2026-Q3"[1:], kind=Kind.PRESS)
    assert "đã được chúc mừng" in v.lan.heard
    officer_of(v, "manh", "commune")
    await v.manh.says("chúc mừng")
    await v.manh.says("quý 3")
    assert "không còn câu lạc bộ" in v.manh.heard
    # Another time is another thing; and the word to many of the day is still free.
    await v.lan.says("nhắn các câu lạc bộ")
    assert any("Ban chủ nhiệm các câu lạc bộ" in each for each in v.lan.labels)
    await knock(v)
    assert v.hoa.heard == hears
    with v.store.reading() as db:
        assert db.execute(select(func.count()).select_from(congratulations)).scalar() == 1
        found = standing_of(db, v.club.club_id, QUARTER, date(2026, 11, 22))
    assert found is not None
    assert found.is_congratulated


async def test_in_english_with_the_list_on_paper(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        does_well(v)
        officer_of(v, "lan")
        await v.lan.says("roll-up of quarter 3")
        await v.lan.taps("Clubs for praise")
        await v.lan.taps("The list to print (PDF)")
        await v.lan.says("roll-up of quarter 3")
        await v.lan.taps("Clubs for praise")
        await v.lan.taps("The list as a workbook")
        names = [each.file_name for each in v.lan.papers]
        assert names == ["praise-2026-Q3.pdf", "praise-2026-Q3.xlsx"]
        await v.lan.says("roll-up of quarter 3")
        await v.lan.taps("Clubs for praise")
        await v.lan.taps("Congratulate a club")
        await v.lan.says("1")
        assert "congratulates CLB Thôn Đoài" in v.lan.heard
        await v.lan.says("no")
        assert "written to nobody" in v.lan.heard


async def test_who_has_no_phone_is_asked_by_the_board_and_three_a_month_are_enough(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for name in ("Lý Thị Mai", "Lý Thị Đông"):
            new = NewMember(name, 1950, "female", FOUNDED, address="bà")
            v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        for typed, yes in (("mai", "có"), ("dong", "không")):
            for said in ("nêu gương", "2", typed, "1", "1", yes, "đúng"):
                await v.cuc.says(said)
            assert "ghi rồi" in v.cuc.heard
        await v.cuc.says("nêu gương")
        await v.cuc.says("2")
        await v.cuc.says("cuc")
        await v.cuc.says("1")
        assert "của chính" in v.cuc.heard or "nhà" in v.cuc.heard
        for said in ("nêu gương", "2", "manh", "1", "1", "đúng"):
            await v.cuc.says(said)
        for said in ("nêu gương", "2", "giang", "1", "1", "đúng"):
            await v.cuc.says(said)
        assert "đủ người" in v.cuc.heard
        await v.hoa.says("nêu gương")
        assert "tháng nào" not in v.hoa.heard


@pytest.mark.parametrize("way", ["typed", "button", "old button"])
async def test_no_officer_congratulates_outside_her_area(sqlite_url: str, way: str) -> None:
    """Her commune is another one; she types, forges a button, or has one of before."""
    async with village(sqlite_url) as v:
        does_well(v)
        press = f"s:congratulate:c{v.club.club_id} 2026-Q3"
        if way == "old button":
            officer_of(v, "lan")
            await v.lan.says(press, kind=Kind.PRESS)
            assert "chúc mừng CLB Thôn Đoài" in v.lan.heard
        v.store.change(_only_elsewhere, v.lan)
        if way == "typed":
            await v.lan.says("chúc mừng")
            await v.lan.says("quý 3")
            assert "không còn câu lạc bộ" in v.lan.heard
        elif way == "button":
            await v.lan.says(press, kind=Kind.PRESS)
            assert "không phải địa bàn" in v.lan.heard or "không thuộc" in v.lan.heard
        else:
            # The question still stands there, and she says yes.
            await v.lan.says("đúng")
        await knock(v)
        assert "chúc mừng CLB" not in v.hoa.everything
        with v.store.reading() as db:
            assert db.execute(select(func.count()).select_from(congratulations)).scalar() == 0


def _only_elsewhere(db: Connection, phone: Phone) -> None:
    from sqlalchemy import update

    from storage.tables.people import officers

    db.execute(update(officers).values(to_day=date(2026, 6, 1)))
    made = MadeUpCountry(db)
    made.officer(made.commune(made.province("Tỉnh Khác"), "Xã Khác"), phone.person_id)
