"""How people are addressed: at first, when they change it, and when others hear their names."""

from datetime import date

import pytest
from sqlalchemy import update

from storage.changes.members.enter_member import NewMember, enter_member
from storage.tables.areas import areas
from storage.tables.people import persons
from tests.kit.village import CODE, village


async def test_the_usual_form_is_offered_first_when_joining(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for answer in (CODE, "có", "Hà Thị Sáu", "1950", "nữ", "Thôn Đoài", "bỏ qua", "không có"):
            await v.la.says(answer)
        assert v.la.labels[0] == "1. Bà"
        await v.la.says("1")
        assert "Xưng hô: bà" in v.la.heard
        await v.la.taps("Đúng hết rồi")
        assert "báo bà ngay" in v.la.heard or "nhắn bà ngay" in v.la.heard
        assert "Bà Hà Thị Sáu, sinh năm 1950" in v.binh.heard or "bà Hà Thị Sáu" in v.binh.heard


@pytest.mark.parametrize(
    ("said", "read_back"),
    [
        ("bà Hai", "bà Hai"),
        ("bác Tư nhé", "bác Tư"),
        ("cứ gọi tôi là cụ", "cụ"),
        ("sao cũng được", "bà"),
        ("2", "bác"),
        ("goi ba thoi", "bà"),
    ],
)
async def test_the_answer_may_carry_what_she_goes_by(
    sqlite_url: str, said: str, read_back: str
) -> None:
    async with village(sqlite_url) as v:
        for answer in (CODE, "có", "Hà Thị Sáu", "1950", "nữ", "Thôn Đoài", "bỏ qua", "không có"):
            await v.la.says(answer)
        await v.la.says(said)
        assert f"Xưng hô: {read_back}\n" in v.la.heard
        await v.la.taps("Đúng hết rồi")
        name = read_back if " " in read_back else f"{read_back} Sáu"
        assert f"chào {name}" in await v.la.says("việc khác") or name.split()[0] in v.la.heard


async def test_in_the_south_the_helper_is_con(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(_moved_to, "Cà Mau")
        for answer in (CODE, "có", "Hà Thị Sáu", "1950", "nữ", "Thôn Đoài", "bỏ qua", "không có"):
            await v.la.says(answer)
        await v.la.says("bà")
        await v.la.taps("Đúng hết rồi")
        await v.la.says("xin chào")
        assert "bà" in v.la.heard
        assert "con" in v.la.heard
        assert "cháu" not in v.la.heard


async def test_it_is_changed_step_by_step(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cách xưng hô")
        assert "gọi là “bác Hoa”, và xưng “cháu”" in v.hoa.heard
        await v.hoa.taps("Cách gọi tôi")
        assert v.hoa.labels[:2] == ["1. Bà", "2. Bác"]
        await v.hoa.says("bà")
        assert "gọi là bà Hoa, và xưng cháu" in v.hoa.heard
        await v.hoa.says("/xungho")
        await v.hoa.taps("Cách tự xưng")
        await v.hoa.says("con")
        assert "con xin gọi là bà Hoa, và xưng con" in v.hoa.heard


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("gọi tôi là bà", "cháu xin gọi là bà Hoa, và xưng cháu"),
        ("goi toi la ba", "cháu xin gọi là bà Hoa, và xưng cháu"),
        ("gọi tôi là bà Hai nhé", "cháu xin gọi là bà Hai, và xưng cháu"),
        ("cứ gọi tôi là Tư Hoa", "cháu xin gọi là bác Tư Hoa, và xưng cháu"),
        ("gọi tôi là mẹ Tý", "cháu xin gọi là mẹ Tý, và xưng cháu"),
        ("gọi tôi là chị", "em xin gọi là chị Hoa, và xưng em"),
        ("xưng con", "con xin gọi là bác Hoa, và xưng con"),
        ("xung con di", "con xin gọi là bác Hoa, và xưng con"),
        ("xưng hô thế nào", "Bác muốn đổi chỗ nào"),
        ("gọi tôi là người hay quên nhất cái xóm này", "Bác muốn đổi chỗ nào"),
        ("gọi tôi là {you}", "Bác muốn đổi chỗ nào"),
        ("gọi tôi là 12345", "Bác muốn đổi chỗ nào"),
        ("gọi tôi là bà 9", "Bác muốn đổi chỗ nào"),
        ("xưng mày", "Bác muốn đổi chỗ nào"),
    ],
)
async def test_it_is_changed_in_one_breath(sqlite_url: str, said: str, heard: str) -> None:
    async with village(sqlite_url) as v:
        assert heard in await v.hoa.says(said)


async def test_what_she_goes_by_is_given_up_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("cách gọi")
        await v.hoa.taps("Tên thường gọi")
        await v.hoa.says("bà Hai")
        assert "bà Hai" in v.hoa.heard
        await v.hoa.says("cách gọi")
        await v.hoa.taps("Gọi theo tên thật")
        assert "bà Hoa" in v.hoa.heard


async def test_others_hear_the_form_she_chose(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.lan.says("gọi tôi là cụ")
        await v.lan.says("nhờ giúp")
        await v.lan.says("1")
        await v.lan.taps("Có")
        assert "cụ Đỗ Thị Lan" in v.dao.heard.replace("Cụ", "cụ")


async def test_a_young_volunteer_is_never_an_elder(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("làm tình nguyện")
        for answer in ("hả", "có", "Lê Thu Hà", "2006", "Đoàn xã"):
            assert "bác" not in v.la.last.lower()
            await v.la.says(answer)
        assert "Bạn" in v.la.heard
        await v.la.says("thôi")
        assert "bác" not in v.la.last.lower()


async def test_whoever_then_asks_to_join_is_an_elder_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says("làm tình nguyện")
        await v.la.says("thôi")
        await v.la.says("tham gia")
        await v.la.says(CODE)
        assert "bác muốn vào" in v.la.heard


async def test_a_stranger_may_say_how_and_leaves_no_name(database_url: str) -> None:
    async with village(database_url) as v:
        assert "cháu xin gọi là bà, và xưng cháu" in await v.la.says("gọi tôi là bà")
        await v.la.says("gọi tôi là Hai")
        assert "Hai" not in v.la.heard
        await v.la.says("thôi")
        assert "chào bà ạ" in await v.la.says("xin chào")


async def test_in_a_home_with_a_namesake_the_name_is_not_said(database_url: str) -> None:
    async with village(database_url) as v:
        assert "cháu Liên chào bác Hoa" in await v.hoa.says("xin chào")
        v.store.change(_with_a_wife_called_lien, v)
        assert "cháu chào bác Hoa" in await v.hoa.says("xin chào")
        await v.hoa.says("cách xưng hô")
        await v.hoa.taps("Lại xưng tên Liên")
        assert "cháu Liên chào bác Hoa" in await v.hoa.says("xin chào")


def _moved_to(db, province: str) -> None:  # type: ignore[no-untyped-def]
    db.execute(update(areas).where(areas.c.level == "province").values(name=province))


def _with_a_wife_called_lien(db, v) -> None:  # type: ignore[no-untyped-def]
    day, now = date(2026, 5, 4), v.clock.now()
    tam = NewMember("Hoàng Văn Tám", 1950, "male", day, household="nhà Tám")
    wife = NewMember("Trần Thị Liên", 1952, "female", day, household="nhà Tám")
    entered = enter_member(db, v.club.club_id, tam, now)
    enter_member(db, v.club.club_id, wife, now)
    told = db.execute(persons.select().where(persons.c.id == entered.person_id)).one()
    assert told.lien_at_home
    db.execute(update(persons).where(persons.c.id == v.hoa.person_id).values(lien_at_home=True))
