"""What stands around a stranger's own name: a title before it, the place she lives at behind it."""

import pytest

from messages.understand.address import read_address
from messages.understand.introductions import title_told
from messages.understand.told import sentence_of
from tests.kit.village import CODE, Phone, village


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("bà Lê Thị Mai sinh năm 1950", "bà"),
        ("tôi là ông Trần Văn Ba", "ông"),
        ("ong Tran Van Ba o xom Dinh", "ông"),
        ("toi la Nguyen Van Tam o xom Dinh", None),
        ("con gái bà Lê Thị Mai", None),
        ("Chu Văn An", None),
    ],
)
def test_a_title_before_the_own_name_is_told(text: str, title: str | None) -> None:
    assert title_told(sentence_of(text)) == title


@pytest.mark.parametrize("text", ["o xom Dinh", "o to 2", "o que"])
def test_where_somebody_lives_is_no_form_of_address(text: str) -> None:
    assert read_address(text) is None


def test_an_aunt_of_the_centre_is_still_called_so() -> None:
    assert read_address("o Lan") == ("o", "Lan")


async def _named(phone: Phone, *lines: str) -> None:
    for line in (CODE, "đồng ý", *lines):
        await phone.says(line)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("toi la Nguyen Van Tam 67 tuoi o xom Dinh", "1959"),
        ("Nguyen Van Tam o to 2", "1959"),
        ("Nguyen Van Tam o xom Dinh", "1959"),
    ],
)
async def test_a_man_who_lives_somewhere_is_no_aunt(sqlite_url: str, name: str, year: str) -> None:
    async with village(sqlite_url) as v:
        await _named(v.la, name, year, "dan ong")
        for line in ("bỏ qua", "không có", "1"):
            await v.la.says(line)
        assert "Nguyen Van Tam" in v.la.last
        assert "Nguyen Van Tam O" not in v.la.last
        assert "Xưng hô: bác" in v.la.last


async def test_her_title_says_her_sex_and_how_to_call_her(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _named(v.la, "bà Lê Thị Mai sinh năm 1962")
        assert "Nữ" in v.la.heard
        await v.la.says("xóm Đình")
        await v.la.says("bỏ qua")
        await v.la.says("không có")
        assert "Họ tên: Lê Thị Mai" in v.la.last
        assert "Xưng hô: bà" in v.la.last


async def test_a_title_said_with_the_code_is_kept(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says(f"ông Trần Văn Ba sinh năm 1962 ở xóm Đình, mã {CODE}")
        await v.la.says("đồng ý")
        assert "Nam" in v.la.heard
        await v.la.says("bỏ qua")
        await v.la.says("không có")
        assert "Xưng hô: ông" in v.la.last
