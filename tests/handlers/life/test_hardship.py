"""Sudden difficulty: told by a member, read by board and finder, helped, counted, closed."""

from sqlalchemy import select

from storage.tables.activities import help_given
from storage.tables.club_life import hardship_cases
from tests.kit.village import Village, village

WHAT = "Nhà tốc mái"


def states(v: Village) -> list[str]:
    with v.store.reading() as db:
        return list(db.execute(select(hardship_cases.c.state)).scalars())


async def manh_tells(v: Village, who: str = "lan", *more: str) -> None:
    for each in ("có người gặp khó khăn", who, *more, WHAT, "đúng"):
        await v.manh.says(each)


async def board_helps(v: Village) -> None:
    await v.binh.says("việc cần làm")
    await v.binh.taps("Gặp khó khăn: bà Đỗ Thị Lan")
    await v.binh.taps("Ghi điều ban đã bàn")
    await v.binh.says("10 ký gạo")
    assert "ban chủ nhiệm bàn “10 ký gạo”" in v.manh.heard
    await v.binh.taps("Ghi việc giúp")
    for each in ("1", "10 kg gạo", "không", "đúng"):
        await v.binh.says(each)
    with v.store.reading() as db:
        [given] = db.execute(select(help_given)).all()
    assert (given.kind, given.what, given.found_by) == ("goods", "10 kg gạo", v.manh.person_id)
    assert given.case_id is not None


async def test_from_being_noticed_to_the_end(database_url: str) -> None:
    async with village(database_url) as v:
        await manh_tells(v)
        assert "không báo ai khác" in v.manh.heard
        for phone in (v.binh, v.cuc, v.dao, v.em, v.giang):
            assert WHAT in phone.heard
        # Private: she herself and other members read nothing of it.
        for phone in (v.lan, v.hoa):
            await phone.says("người gặp khó khăn")
            await phone.says("câu lạc bộ đã làm gì")
            assert WHAT not in phone.everything
        await board_helps(v)
        await v.cuc.says("người gặp khó khăn")
        await v.cuc.says("1")
        assert "Đã giúp" in v.cuc.heard
        await v.cuc.taps("Ghi kết quả")
        await v.cuc.says("Mái đã lợp xong")
        assert states(v) == ["closed"]
        assert "việc đã xong" in v.manh.heard
        await v.binh.says("gợi ý")
        assert "Tự giúp nhau" not in v.binh.heard


async def test_somebody_outside_the_club_and_two_of_one_name(database_url: str) -> None:
    async with village(database_url) as v:
        await manh_tells(v, "Ông Tư cuối xóm", "phải")
        await v.binh.taps("Xem có thể giúp gì")
        await v.binh.taps("Ghi việc giúp")
        for each in ("2", "2 công lợp mái", "đúng"):
            await v.binh.says(each)
        with v.store.reading() as db:
            [given] = db.execute(select(help_given)).all()
        assert (given.member_id, given.kind) == (None, "days")
        await manh_tells(v, "thị", "1")
        assert states(v) == ["open", "open"]


async def test_nobody_of_the_board_decides_about_herself(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        for each in ("somebody is in difficulty", "Cúc", "She is very ill", "yes"):
            await v.manh.says(each)
        assert "very ill" in v.binh.heard
        assert "very ill" not in v.cuc.everything
        await v.cuc.says("people in difficulty")
        assert "Cúc" not in v.cuc.heard
