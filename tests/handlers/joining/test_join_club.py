"""Joining a club, from the link to the board's yes."""

import pytest
from sqlalchemy import insert, select, update

from storage.queries.practice import open_stranger
from storage.tables.chats import chats, wrong_codes
from tests.kit.village import CODE, village


async def answer_all(phone, name: str = "nguyễn thị mơ") -> None:  # type: ignore[no-untyped-def]
    for answer in (CODE, "yes", name, "1950", "woman", "Thôn Đoài", "skip", "neither", "bác"):
        await phone.says(answer)


async def test_a_stranger_joins_and_the_chair_takes_her_in(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        v.la.village.store.change(_speaks_english)
        await v.la.opens()
        await answer_all(v.la)
        assert "Nguyễn Thị Mơ" in v.la.heard
        await v.la.taps("All correct")
        assert "asked the board" in v.la.heard
        assert "Nguyễn Thị Mơ" in v.binh.heard
        await v.binh.taps("Look and decide")
        await v.binh.taps("Yes")
        assert "is a member now" in v.binh.heard
        assert "Welcome" in v.la.heard


async def test_a_second_board_member_hears_that_it_is_decided(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        v.la.village.store.change(_speaks_english)
        await v.la.opens()
        await answer_all(v.la)
        await v.la.taps("All correct")
        await v.binh.taps("Look and decide")
        await v.cuc.taps("Look and decide")
        await v.binh.says("yes")
        await v.cuc.says("yes")
        assert "answered already" in v.cuc.heard or "done already" in v.cuc.heard


async def test_whoever_is_not_taken_in_hears_no_reason_and_the_reason_can_be_put_right(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.la.opens()
        for said in (CODE, "có", "nguyễn thị mơ", "1950", "nữ", "Thôn Đoài", "bỏ qua", "không"):
            await v.la.says(said)
        await v.la.says("bác")
        await v.la.says("đúng")
        await v.binh.taps("Xem và trả lời")
        await v.binh.says("không")
        await v.binh.says("Ở xã khác")
        assert "“Ở xã khác”" in v.binh.heard
        await v.binh.taps("Chưa đúng")
        await v.binh.says("Chưa đủ tuổi")
        assert "“Chưa đủ tuổi”" in v.binh.heard
        assert "chưa nhận" not in v.la.heard
        await v.binh.says("đúng")
        assert "đã ghi là chưa nhận bác Nguyễn Thị Mơ" in v.binh.heard
        assert "hiện CLB Thôn Đoài chưa nhận thêm người" in v.la.heard
        assert "tuổi" not in v.la.heard


async def test_guessing_codes_is_slowed_down(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        v.la.village.store.change(_speaks_english)
        for _ in range(5):
            await v.la.says("ZZZZ 2222")
        assert "do not know this code" in v.la.heard
        await v.la.says(CODE)
        assert "several times" in v.la.heard


@pytest.mark.parametrize("word", ["quay lại", "QUAY LAI", "back"])
async def test_back_asks_the_question_before(sqlite_url: str, word: str) -> None:
    async with village(sqlite_url, language="en") as v:
        v.la.village.store.change(_speaks_english)
        await v.la.says(CODE)
        await v.la.says("yes")
        await v.la.says("Nguyễn Thị Mơ")
        assert "year" in v.la.heard
        await v.la.says(word)
        assert "full name" in v.la.heard


def _speaks_english(db) -> None:  # type: ignore[no-untyped-def]
    db.exec_driver_sql("UPDATE chats SET language = 'en' WHERE key = 'la'")


async def test_many_phones_together_guess_no_better_than_one(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            db.execute(update(chats).where(chats.c.key == "la").values(language="en"))
            for phone in range(100):
                open_stranger(db, "web", f"g{phone}", v.clock.now())
            guessing = db.execute(select(chats.c.id).where(chats.c.key.startswith("g"))).scalars()
            tries = [{"chat_id": each, "at": v.clock.now()} for each in guessing] * 3
            db.execute(insert(wrong_codes), tries)
        await v.la.says(CODE)
        assert "several times" in v.la.heard
        await v.waits(hours=2)
        await v.la.says(CODE)
        assert "several times" not in v.la.heard
