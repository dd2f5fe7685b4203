"""The chair's phone alone is lost: who lets the chair in again; the words that unlock a phone."""

from sqlalchemy import update

from storage.tables.chats import chats
from tests.kit.village import Village, village


async def _loses(v: Village, who: str) -> None:
    await v.em.says("mất điện thoại")
    await v.em.says(who)
    await v.em.says("1")
    await v.em.says("đồng ý")


async def test_two_others_of_the_board_let_the_chair_in_and_are_named(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v, "Bình")
        assert "nay chủ nhiệm không tạo được" in v.em.heard
        assert "gõ mã câu lạc bộ rồi xin vào" in v.em.heard
        assert "bà Lê Thị Cúc, cô Phạm Thị Đào" in v.em.heard
        assert "người cài đặt" not in v.em.heard


async def test_of_anybody_elses_phone_the_chair_makes_the_link(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v, "Hoa")
        assert "chủ nhiệm tạo đường dẫn mới" in v.em.heard


async def test_without_two_others_it_is_whoever_runs_the_program(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            gone = [v.cuc.person_id, v.dao.person_id, v.giang.person_id]
            for person in gone:
                db.execute(update(chats).where(chats.c.person_id == person).values(person_id=None))
        await _loses(v, "Bình")
        assert "nhờ người cài đặt" in v.em.heard


async def test_words_that_unlock_a_phone_open_the_unlocking_and_no_record(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _loses(v, "Bình")
        for said in (
            *("mo lai may cho chu nhiem", "mo khoa dien thoai ong binh", "mở khóa máy"),
            *("tài khoản tạm khóa", "bác muốn mở khóa điện thoại cho ông Bình"),
        ):
            await v.cuc.says(said)
            assert "máy của ông Trần Văn Bình giờ ở đâu" in v.cuc.heard, said
            await v.cuc.says("thôi")
