"""A whole sentence tells that somebody has passed away."""

import pytest
from sqlalchemy import update

from messages.understand.deaths_told import who_has_died
from storage.tables.people import persons
from tests.kit.village import village


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ông Mạnh mất tối qua rồi", ("ông", "Mạnh")),
        ("ba lan vua mat sang nay", ("ba", "lan")),
        ("báo cháu tin buồn, cụ Tư qua đời hôm kia", ("cụ", "Tư")),
        ("Đỗ Thị Lan mất rồi", ("Đỗ", "Thị", "Lan")),
        ("chồng bà Lan mất hôm qua", ()),
        ("bà Lan mất điện thoại rồi", None),
        ("bà Lan mất ví", None),
        ("ông Mạnh mất chưa", None),
        ("bà Lan không mất", None),
        ("mất rồi", None),
        ("tôi mất tiền", None),
    ],
)
def test_who_has_died_is_told_by_words(text: str, who: tuple[str, ...] | None) -> None:
    assert who_has_died(text) == who


async def test_the_chair_is_not_asked_again_who_and_when(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("ông Mạnh mất hôm qua rồi")
        assert "Chú Bùi Văn Mạnh mất ngày 01/11/2026" in v.binh.heard
        await v.binh.says("đúng")
        assert "Mọi lời nhắc và lời chúc tới chú Bùi Văn Mạnh đã dừng" in v.binh.heard


async def test_of_several_it_is_asked_which(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        with v.store.writing() as db:
            theirs = persons.c.id == v.manh.person_id
            db.execute(update(persons).where(theirs).values(name="Bùi Văn Lan"))
        await v.binh.says("cụ Lan mất hôm qua")
        assert "Bùi Văn Lan" in v.binh.last
        assert "Đỗ Thị Lan" in v.binh.last
        await v.binh.taps("Đỗ Thị Lan")
        assert "Bà Đỗ Thị Lan mất ngày 01/11/2026" in v.binh.heard


async def test_whom_nobody_knows_is_asked_for_again(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("cụ Tư mất hôm qua")
        assert "không thấy ai tên “Tư”" in v.binh.heard


async def test_whoever_is_not_of_the_board_tells_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("bà Lan mất rồi cháu ơi")
        assert "Đỗ Thị Lan" in v.hoa.last
        assert not v.lan.messages
