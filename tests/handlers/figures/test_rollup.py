"""An officer asks for a roll-up, drills down, and is refused what is not hers."""

from datetime import date

import pytest
from sqlalchemy import select

from club.calendar import Month
from handlers.talk.heard import Kind
from storage.changes.figures.publish_month import publish_month
from storage.changes.members.appoint_officer import invite_officer
from storage.queries import Connection
from storage.tables.areas import club_communes
from storage.tables.trail import audit
from tests.kit.country import MadeUpCountry, figures_of
from tests.kit.village import Village, village


def _officer_with_a_month(db: Connection, v: Village) -> int:
    """Lan, who is a member too, is officer of the province; September and October are closed."""
    from sqlalchemy import insert

    from storage.tables.areas import areas
    from storage.tables.people import officers

    commune = db.execute(select(club_communes.c.area_id)).scalars().first()
    province = db.execute(select(areas.c.parent_id).where(areas.c.id == commune)).scalar_one()
    db.execute(
        insert(officers).values(
            area_id=province, person_id=v.lan.person_id, from_day=date(2026, 5, 4)
        )
    )
    for month in (9, 10):
        publish_month(
            db,
            v.club.club_id,
            Month(2026, month),
            figures_of(
                Month(2026, month),
                members=60, older=40, women=35, older_women=25, poor=3, present=52,
                fees=300_000, fund=55_000_000, borrowers=20, outstanding=40_000_000,
                in_need=30, with_loan=15, trained=1,
            ),
        )  # fmt: skip
    return int(commune or 0)


async def test_an_officer_drills_down_to_a_club_and_the_chair_sees_that_she_looked(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        v.store.change(_officer_with_a_month, v)
        await v.lan.says("tổng hợp tháng 10")
        assert "Tổng hợp tháng 10/2026\nHà Nội (Việt Nam)" in v.lan.heard
        assert "Đã khóa sổ: 1/1 câu lạc bộ (1/1 tháng)" in v.lan.heard
        assert "Thành viên: 60" in v.lan.heard
        await v.lan.taps("Xem từng nơi")
        await v.lan.taps("Xã Mỹ Đức")
        assert "Xã Mỹ Đức (Hà Nội)" in v.lan.heard
        await v.lan.taps("Xem từng nơi")
        await v.lan.taps("CLB Thôn Đoài")
        assert "CLB Thôn Đoài (Xã Mỹ Đức)" in v.lan.heard
        await v.lan.taps("Tất cả số liệu")
        assert "Hộ nghèo, cận nghèo: không nêu (nhóm dưới 5 người)" in v.lan.heard
        for name in ("Hoa", "Mạnh", "Bình"):
            assert name not in v.lan.everything.partition("Tổng hợp")[2]
        await v.binh.says("ai đã xem sổ")
        assert "Đỗ Thị Lan" in v.binh.heard
        assert "câu lạc bộ mình" in v.binh.heard


async def test_spans_are_typed_as_people_say_them(database_url: str) -> None:
    """The clock stands in November 2026."""
    async with village(database_url) as v:
        v.store.change(_officer_with_a_month, v)
        for typed, heard in {
            "tổng hợp quý 3": "Tổng hợp quý 3/2026",
            "tong hop quy truoc": "Tổng hợp quý 3/2026",
            "tổng hợp 6 tháng đầu năm": "Tổng hợp sáu tháng đầu năm 2026",
            "tổng hợp năm 2026": "Tổng hợp năm 2026",
            "tổng hợp tháng trước": "Tổng hợp tháng 10/2026",
            "/tonghop": "Tổng hợp tháng 10/2026",
            "tổng hợp tháng 12/2026": "tháng 12/2026 chưa tới",
            "tổng hợp quý 5": "chưa rõ",
            "tổng hợp tháng 13": "chưa rõ",
            "tổng hợp nhé nhé": "chưa rõ",
        }.items():
            await v.lan.says(typed)
            assert heard.lower() in v.lan.heard.lower(), (typed, v.lan.heard)


async def test_who_is_no_officer_or_of_another_area_sees_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(_officer_with_a_month, v)
        await v.hoa.says("tổng hợp quý 3")
        assert "dành cho cán bộ Hội" in v.hoa.heard
        country = v.store.change(_country)
        await v.lan.says(f"@rollup a{country} 2026-10", kind=Kind.PRESS)
        assert "Việt Nam\n" not in v.lan.heard


def _country(db: Connection) -> int:
    from storage.tables.areas import areas

    return int(db.execute(select(areas.c.id).where(areas.c.level == "country")).scalar_one())


async def test_the_papers_come_in_three_forms_and_each_look_is_kept(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        v.store.change(_officer_with_a_month, v)
        await v.lan.says("roll-up of quarter 4")
        assert "Roll-up of quarter 4 of 2026" in v.lan.heard
        assert "Not closed, not in any sum above: 1 of the months" in v.lan.heard
        await v.lan.taps("Picture, print, workbook")
        for form in ("As a picture", "To print (PDF)", "As a workbook"):
            await v.lan.taps(form)
        names = [each.file_name for each in v.lan.papers]
        assert names == ["rollup-2026-Q4.png", "rollup-2026-Q4.pdf", "rollup-2026-Q4.xlsx"]
        looks = v.store.change(
            lambda db: db.execute(select(audit.c.id).where(audit.c.deed == "saw_rollup")).all()
        )
        assert len(looks) == 5


async def test_a_link_makes_a_stranger_officer_once(database_url: str) -> None:
    async with village(database_url) as v:
        commune = v.store.change(_officer_with_a_month, v)
        link = v.store.change(invite_officer, commune, v.clock.now())
        await v.la.opens(link.carried)
        assert "cán bộ Hội phụ trách Xã Mỹ Đức" in v.la.heard
        await v.la.says("có")
        await v.la.says("có")
        await v.la.says("Phan Thị Yến")
        await v.la.says("1970")
        await v.la.says("nữ")
        assert "phụ trách Xã Mỹ Đức" in v.la.heard
        await v.la.says("tổng hợp tháng 10")
        assert "Xã Mỹ Đức (Hà Nội)" in v.la.heard
        await v.manh.opens(link.carried)
        assert "phụ trách" not in v.manh.heard


async def test_many_communes_come_in_pages_and_are_found_by_their_names(sqlite_url: str) -> None:
    """Hà Nội has nine communes with a club each; she is an officer there, not in Lào Cai."""
    async with village(sqlite_url) as v:
        v.store.change(_officer_with_a_month, v)
        v.store.change(_more_communes)
        await v.lan.says("tổng hợp tháng 10")
        assert len(v.lan.labels) - len(SPANS_BESIDE) <= MOST_CHOICES
        await v.lan.taps("Xem từng nơi")
        seen = [each.partition(". ")[2] for each in v.lan.labels[:-1]]
        for _ in range(2):
            await v.lan.says("xem thêm")
            seen += [each.partition(". ")[2] for each in v.lan.labels[:-1]]
        assert {each.partition(":")[0] for each in seen} >= {f"Xã Số {n}" for n in range(1, 9)}
        assert len(v.lan.labels) <= MOST_CHOICES
        await v.lan.says("tổng hợp xã số 7")
        assert "Xã Số 7 (Hà Nội)" in v.lan.heard
        await v.lan.says("tổng hợp xã số 3 quý 3")
        assert "Tổng hợp quý 3/2026\nXã Số 3" in v.lan.heard
        await v.lan.says("tổng hợp số")
        assert "mấy nơi tên như vậy" in v.lan.heard
        await v.lan.taps("Xã Số 2")
        assert "Xã Số 2 (Hà Nội)" in v.lan.heard
        for outside in ("tổng hợp xã bắc hà", "tổng hợp lào cai", "tổng hợp việt nam"):
            await v.lan.says(outside)
            assert "chưa rõ" in v.lan.heard, outside
        await v.lan.says("tổng hợp xã bắc hà quý 3")
        assert "không thấy nơi nào" in v.lan.heard


MOST_CHOICES = 5
SPANS_BESIDE = ("tháng 9", "tháng 11", "quý 4")


def _more_communes(db: Connection) -> None:
    from storage.changes.members.areas import add_provinces
    from storage.tables.areas import areas

    add_provinces(db, date(2025, 1, 1))
    made = MadeUpCountry(db)
    of = {row.name: row.id for row in db.execute(select(areas)) if row.level == "province"}
    for number in range(1, 9):
        made.club(made.commune(of["Hà Nội"], f"Xã Số {number}"))
    made.club(made.commune(of["Lào Cai"], "Xã Bắc Hà"))


@pytest.mark.parametrize("where", ["typed", "forged", "old"])
async def test_an_officer_outside_her_area_is_refused_whichever_way_she_asks(
    sqlite_url: str, where: str
) -> None:
    """She was officer of the club's commune, and is one of another commune now."""
    async with village(sqlite_url) as v:
        commune = v.store.change(_officer_with_a_month, v)
        club = v.club.club_id
        if where == "old":
            await v.lan.says("tổng hợp tháng 10")
        v.store.change(_moved_elsewhere, v)
        if where == "typed":
            for typed in ("tổng hợp xã mỹ đức", "tổng hợp thôn đoài", "tổng hợp hà nội"):
                await v.lan.says(typed)
                assert "Thành viên: 60" not in v.lan.heard, typed
                assert "chưa rõ" in v.lan.heard, typed
        elif where == "forged":
            for press in (f"v:rollup:a{commune} 2026-10", f"v:rollup:c{club} 2026-10 xlsx"):
                await v.lan.says(press, kind=Kind.PRESS)
                assert "không phải" in v.lan.heard or "địa bàn" in v.lan.heard
                assert "Thành viên" not in v.lan.heard
            assert v.lan.papers == []
        else:
            await v.lan.taps("Xem từng nơi")
            assert "Thôn Đoài" not in v.lan.last
        own = [each for each in v.lan.messages if "Thành viên: 60" in each.text]
        assert len(own) == (1 if where == "old" else 0)


def _moved_elsewhere(db: Connection, v: Village) -> None:
    from sqlalchemy import update

    from storage.tables.people import officers

    db.execute(update(officers).values(to_day=date(2026, 6, 1)))
    made = MadeUpCountry(db)
    made.officer(made.commune(made.province("Tỉnh Khác"), "Xã Khác"), v.lan.person_id)
