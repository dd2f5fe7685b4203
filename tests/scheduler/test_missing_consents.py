"""Names of a list without a consent: told a week before, gone after sixty days, kept by a yes."""

from datetime import date, timedelta

from sqlalchemy import select

from bot.knocking import Knocker
from club.importing import At, Incoming, IncomingMember
from storage.changes.deed import Deed
from storage.changes.joining.import_club import ImportClub
from storage.queries.faults.books_faults import books_faults
from storage.queries.joining.missing_consents import missing_consents
from storage.tables.people import consents, persons
from tests.kit.village import Village, village

NEW = ("Vũ Văn Tám", "Đặng Thị Chín", "Mai Thị Mười")


def came_by_list(v: Village) -> None:
    """Three people whose names stood in a list, without a word of theirs."""
    rows = tuple(
        IncomingMember(at=At("Thành viên", number), name=name, birth_year=1950, phone="0912000111")
        for number, name in enumerate(NEW, start=2)
    )
    now = v.clock.now()
    deed = Deed(0, "import", None, v.club.club_id, now, now.date(), "list")
    v.store.change(ImportClub(incoming=Incoming(members=rows).as_consented()).carry_out, deed)


def names(v: Village) -> list[str]:
    with v.store.reading() as db:
        assert books_faults(db, v.club.club_id) == []
        return [str(each) for each in db.execute(select(persons.c.name)).scalars()]


async def later(v: Village, days: int) -> int:
    v.clock.move(timedelta(days=days))
    count = await Knocker(v.house).knock()
    await v.house.until_idle()
    return count


async def test_the_board_hears_a_week_before_and_then_the_names_go(database_url: str) -> None:
    async with village(database_url) as v:
        came_by_list(v)
        await later(v, 52)
        assert "giấy đồng ý" not in v.dao.everything
        await later(v, 1)
        assert "Sau ngày 01/01/2027" in v.dao.heard
        for name in NEW:
            assert name in v.dao.heard and name in v.binh.heard
        assert NEW[0] not in v.hoa.everything
        await v.dao.taps("Ghi giấy đồng ý")
        await v.dao.taps("Đặng Thị Chín")
        await v.dao.taps("Điểm chỉ")
        await v.dao.says("hôm qua")
        await v.dao.says("đúng")
        assert "Đặng Thị Chín đã đồng ý" in v.dao.heard
        with v.store.reading() as db:
            [noted] = db.execute(select(consents)).all()
        assert (noted.form, noted.purpose, noted.at.date()) == (
            "thumbprint", "membership", date(2026, 12, 24),
        )  # fmt: skip
        await later(v, 7)
        assert set(NEW) <= set(names(v)), "sixty days are not over"
        await later(v, 1)
        assert set(NEW) & set(names(v)) == {"Đặng Thị Chín"}
        with v.store.reading() as db:
            assert missing_consents(db, v.club.club_id) == []


async def test_nobody_goes_before_the_board_has_known_for_a_week(sqlite_url: str) -> None:
    """The program stood still for three months."""
    async with village(sqlite_url) as v:
        came_by_list(v)
        await later(v, 90)
        assert set(NEW) <= set(names(v))
        assert NEW[0] in v.dao.everything
        await later(v, 7)
        assert set(NEW) <= set(names(v))
        await later(v, 1)
        assert not set(NEW) & set(names(v))


async def test_who_founded_the_club_or_said_yes_is_never_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        before = names(v)
        await later(v, 100)
        assert names(v) == before
        await v.dao.says("giấy đồng ý")
        assert "ai trong danh sách cũng có" in v.dao.heard
        await v.hoa.says("giấy đồng ý")
        assert "Dạ, ai" not in v.hoa.heard
