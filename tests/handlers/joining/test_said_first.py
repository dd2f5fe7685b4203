"""What somebody says of herself before she is asked is kept, and waits for her consent."""

import pytest
from sqlalchemy import insert, select

from messages.understand.introductions import name_told, place_told, without_code
from messages.understand.told import sentence_of
from storage.tables.chats import dialogues
from storage.tables.people import groups, persons
from tests.kit.village import CODE, village

LINE = "Nguyễn Thị Mơ, sinh năm 1952, xóm Đông"


@pytest.mark.parametrize(
    "said",
    [
        [f"{LINE}, mã {CODE}", "có"],
        [f"{LINE}, tôi muốn vào câu lạc bộ", CODE, "có"],
        ["tham gia", f"{LINE}, mã {CODE}", "có"],
        ["tham gia", LINE, CODE, "có"],
        [CODE, LINE, "đồng ý"],
        [CODE, f"tôi đồng ý, {LINE}"],
        [CODE, "có", LINE],
        [CODE, "có", "tôi tên là Nguyễn Thị Mơ sinh năm 1952 ở xóm Đông"],
    ],
)
async def test_the_first_line_answers_what_is_asked_later(sqlite_url: str, said: list[str]) -> None:
    async with village(sqlite_url) as v:
        for each in said:
            await v.la.says(each)
        assert "nữ hay nam" in v.la.heard
        await v.la.says("nữ")
        assert "Xóm Đông" in v.la.heard
        assert "số điện thoại" in v.la.heard


async def test_without_a_yes_nothing_of_it_is_kept(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says(f"{LINE}, mã {CODE}")
        assert "có đồng ý không" in v.la.heard
        await v.la.says("không")
        with v.store.writing() as db:
            kept = db.execute(select(dialogues.c.state).where(dialogues.c.name == "join")).scalars()
            assert all("Mơ" not in str(each) for each in kept)
            assert "Nguyễn Thị Mơ" not in db.execute(select(persons.c.name)).scalars().all()


async def test_whoever_lives_in_no_group_says_where(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            named = [{"club_id": v.club.club_id, "name": each} for each in ("Tổ 1", "Tổ 2")]
            db.execute(insert(groups), named)
        for each in (CODE, "có", "Nguyễn Thị Mơ", "1952", "nữ"):
            await v.la.says(each)
        assert "Chỗ khác, hoặc không rõ" in v.la.last
        await v.la.says("không biết")
        await v.la.says("gần chợ Mới")
        for each in ("bỏ qua", "không có", "bác"):
            await v.la.says(each)
        assert "gần chợ Mới" in v.la.heard


def test_what_is_no_name_is_none() -> None:
    for text in ("cho tôi vào câu lạc bộ", "tôi là con gái bà Nguyễn Thị Hoa", "xóm Đông đông lắm"):
        assert name_told(sentence_of(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("toi la nguyen van nam sinh nam 1950 xom dong", "Nguyen Van Nam"),
        ("nguyen van sinh 1950", "Nguyen Van Sinh"),
        ("tran thi to to 2", "Tran Thi To"),
        ("Nguyen Thi Hoa, sinh năm 1952", "Nguyen Thi Hoa"),
        ("dạ bác là Đỗ Thị Lan ở thôn 3", "Đỗ Thị Lan"),
    ],
)
def test_a_name_ends_where_something_else_begins(text: str, name: str) -> None:
    told = name_told(sentence_of(text))
    assert told is not None and told.readings == (name,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lê Thị Mai, xóm Đông, tổ 2, 1950", "Xóm Đông, Tổ 2"),
        ("le thi mai xom dong to 2 sinh 1950", "Xom dong, To 2"),
        ("thôn 3 muốn vào câu lạc bộ", "Thôn 3"),
    ],
)
def test_where_somebody_lives_is_said_in_one_piece(text: str, place: str) -> None:
    told = place_told(sentence_of(text))
    assert told is not None and told.readings == (place,)


def test_the_code_is_taken_out_with_the_words_before_it() -> None:
    words = without_code(sentence_of("xóm Đông mã HXMK 2345 ạ"), "HXMK2345")
    assert place_told(words) == place_told(sentence_of("xóm Đông"))


@pytest.mark.parametrize(
    "said", ["chau oi bac muon vao cau lac bo", "bac muon vao", "xin vào hội", "cho bác vào với"]
)
async def test_to_want_in_at_the_consent_asks_for_the_yes_and_keeps_the_code(
    sqlite_url: str, said: str
) -> None:
    async with village(sqlite_url) as v:
        await v.la.opens(CODE)
        await v.la.says(said)
        assert "Mã cháu có rồi" in v.la.heard
        assert "đồng ý" in v.la.heard
        assert "gõ mã" not in v.la.heard
        await v.la.says("có")
        assert "họ và tên" in v.la.heard
