"""Links that give a role: once, for two days, and the inviter sees who took it."""

import re

import pytest
from sqlalchemy import insert, text

from storage.tables.pages import page_address
from tests.kit.village import Village, village


async def made_by_binh(v: Village, role: str) -> str:
    """What the link carries."""
    await v.binh.says("/banchunhiem")
    await v.binh.taps("Mời bằng mã")
    await v.binh.taps(role)
    return code_in(v.binh.heard)


def code_in(heard: str) -> str:
    found = re.search(r"i-[A-Za-z0-9_-]{22}", heard)
    assert found is not None, heard
    return found[0]


async def test_a_stranger_takes_an_office_and_the_inviter_sees_it(database_url: str) -> None:
    async with village(database_url) as v:
        code = await made_by_binh(v, "Thư ký")
        await v.la.opens(code)
        assert "CLB Thôn Đoài mời bác làm thư ký" in v.la.heard
        for answer in ("có", "có", "đinh thị sen", "1962", "Nữ"):
            await v.la.says(answer)
        assert "Từ hôm nay bác là thư ký" in v.la.heard
        assert "Đinh Thị Sen đã dùng mã mời, từ nay là thư ký" in v.binh.heard
        assert "Tài khoản: trang riêng trên mạng" in v.binh.heard
        await v.la.says("/banchunhiem")
        assert "Thư ký: bác Đinh Thị Sen" in v.la.heard
        assert "Phạm Thị Đào" not in v.la.heard


async def test_a_link_is_taken_once(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await made_by_binh(v, "Phó chủ nhiệm")
        await v.hoa.says(code)
        await v.lan.says(code)
        await v.hoa.says("có")
        assert "phó chủ nhiệm" in v.hoa.heard
        await v.lan.says("có")
        assert "mã này dùng rồi" in v.lan.heard
        await v.manh.opens(code)
        assert "mã này dùng rồi" in v.manh.heard


async def test_a_link_ends_after_two_days(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await made_by_binh(v, "Phó chủ nhiệm")
        await v.hoa.opens(code)
        await v.waits(hours=48)
        await v.hoa.says("có")
        assert "đã cũ" in v.hoa.heard
        await v.hoa.opens(code)
        assert "đã cũ" in v.hoa.heard


async def test_a_members_own_phone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("/banchunhiem")
        await v.binh.taps("Mời bằng mã")
        await v.binh.taps("Máy riêng của một thành viên")
        await v.binh.says("hoa")
        await v.binh.taps("Nguyễn Thị Hoa")
        code = code_in(v.binh.heard)
        await v.lan.opens(code)
        assert "Nguyễn Thị Hoa" not in v.lan.heard, "it is for another person"
        await v.la.opens(code)
        assert "mời bác Nguyễn Thị Hoa dùng máy này" in v.la.heard
        await v.la.says("có")
        assert "là thành viên từ 04/05/2026" in v.la.heard
        assert "từ nay là thành viên" not in v.binh.heard
        assert "Ban chủ nhiệm" not in v.binh.heard
        assert "“mất điện thoại”" in v.binh.heard
        await v.la.says("/taikhoan")
        assert "Phí còn thiếu: 30.000 đồng" in v.la.heard


async def test_who_declines_leaves_the_link_open(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await made_by_binh(v, "Phó chủ nhiệm")
        await v.hoa.opens(code)
        await v.hoa.says("không")
        await v.lan.opens(code)
        assert "phó chủ nhiệm" in v.lan.heard


async def test_an_office_that_would_leave_no_chair_is_not_taken_and_the_link_stays(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        code = await made_by_binh(v, "Phó chủ nhiệm")
        await v.binh.opens(code)
        await v.binh.says("có")
        await v.hoa.opens(code)
        assert "phó chủ nhiệm" in v.hoa.heard


@pytest.mark.parametrize("carried", ["i-" + "a" * 22, "i-short", "i-" + "!" * 22])
async def test_an_unknown_link_opens_nothing(sqlite_url: str, carried: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.opens(carried)
        assert "CLB" not in v.la.heard


async def test_the_secret_is_nowhere_in_the_dialogue_or_the_audit(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await made_by_binh(v, "Phó chủ nhiệm")
        await v.hoa.opens(code)
        await v.hoa.says("có")
        with v.store.reading() as db:
            for query in (
                "SELECT subject FROM dialogues",
                "SELECT subject FROM audit",
                "SELECT secret_hash FROM invitations",
            ):
                for (kept,) in db.execute(text(query)):
                    assert code.removeprefix("i-") not in kept


async def test_where_there_is_a_page_the_invitation_says_one_thing_to_do(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            db.execute(insert(page_address).values(address="https://lien.example"))
        code = await made_by_binh(v, "Thư ký")
        assert f"https://lien.example/#{code}" in v.binh.heard
        assert v.binh.heard.count(code) == 1
        assert "nhắn mã" not in v.binh.heard
        await v.la.says(f"https://lien.example/#{code}")
        assert "mời bác làm thư ký" in v.la.heard, "the link does the same where it is pasted"
