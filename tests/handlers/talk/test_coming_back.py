"""Coming back: where we were, what is left, how to stop; what is unfinished in one place."""

import pytest

from handlers.talk.heard import Kind
from tests.kit.village import Phone, Village, village


def said(phone: Phone) -> str:
    """The newest message on one line."""
    return " ".join(phone.heard.split())


async def a_gift_begun(v: Village) -> None:
    await v.hoa.says("đóng góp")
    await v.hoa.says("2")
    await v.hoa.says("50 nghìn")


async def test_a_week_later_the_first_word_is_where_we_were(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.waits(days=7)
        await v.hoa.says("chào cháu")
        assert "đang làm dở việc “Đóng phí, ủng hộ”" in said(v.hoa)
        assert "50.000 đồng" in said(v.hoa)
        assert "khoảng 2 câu" in said(v.hoa)
        assert "“thôi”" in said(v.hoa)
        assert "bằng cách nào" in said(v.hoa)
        await v.hoa.taps("Đưa tận tay")
        assert "đang làm dở" not in said(v.hoa), "said once, not at every question"


async def test_an_answer_given_a_week_later_counts(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.waits(days=7)
        await v.hoa.taps("Đưa tận tay")
        assert "Đưa tận tay chú Hoàng Văn Giang" in said(v.hoa)
        assert "đang làm dở việc" in said(v.hoa)
        await v.hoa.says("đúng")
        assert "ghi nhận" in said(v.hoa)


async def test_opening_the_chat_after_a_week_says_where_we_were(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.waits(days=7)
        await v.hoa.opens()
        assert "đang làm dở việc" in said(v.hoa)
        await v.hoa.says("thôi")
        assert "Làm tiếp" in v.hoa.last


async def test_what_she_wants_now_opens_and_the_old_is_kept(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.waits(days=7)
        await v.hoa.says("tài khoản của tôi")
        assert "Tài khoản của bác" in said(v.hoa)
        assert "Việc “Đóng phí, ủng hộ” cháu để lại đó" in said(v.hoa)


async def test_after_a_short_while_nothing_is_repeated(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.waits(hours=1)
        await v.hoa.taps("Đưa tận tay")
        assert "đang làm dở" not in said(v.hoa)


async def three_begun(v: Village) -> None:
    for kind in ("money", "goods", "days"):
        await v.hoa.says(f"s:contribute:{kind}", kind=Kind.PRESS)
        await v.hoa.says("50 nghìn" if kind == "money" else "gạo nếp")
        await v.waits(minutes=1)
    await v.hoa.says("menu")


async def test_what_is_unfinished_stands_in_one_place(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await three_begun(v)
        assert v.hoa.labels[0] == "1. Việc đang dở (3)"
        await v.hoa.says("việc đang dở")
        assert "còn 3 việc đang dở" in said(v.hoa)
        assert "gạo nếp" in said(v.hoa)
        assert "50.000 đồng" in said(v.hoa)
        assert len(v.hoa.labels) == 5
        await v.hoa.says("3")
        assert "50.000 đồng" in said(v.hoa)
        assert "bằng cách nào" in said(v.hoa)


async def test_one_of_them_is_thrown_away_by_words_alone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await three_begun(v)
        await v.hoa.says("việc đang dở")
        await v.hoa.says("bỏ bớt việc")
        assert "muốn bỏ việc nào" in said(v.hoa)
        await v.hoa.says("2")
        assert "Chưa có gì được ghi vào sổ" in said(v.hoa)
        await v.hoa.says("việc đang dở")
        assert "còn 2 việc đang dở" in said(v.hoa)


async def test_thoi_at_the_menu_shows_what_is_kept(database_url: str) -> None:
    async with village(database_url) as v:
        await a_gift_begun(v)
        await v.hoa.says("menu")
        await v.hoa.says("thôi")
        assert "không hỏi dở câu nào" in said(v.hoa)
        assert v.hoa.labels[0].startswith("1. Làm tiếp")
        await v.hoa.says("bỏ hẳn")
        await v.hoa.says("1")
        await v.hoa.says("việc đang dở")
        assert "không có việc nào đang dở" in said(v.hoa)


async def test_bo_han_in_the_middle_asks_what_to_throw_away(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await a_gift_begun(v)
        await v.hoa.says("bỏ hẳn")
        assert "muốn bỏ việc nào" in said(v.hoa)
        await v.hoa.says("1")
        await v.hoa.says("việc đang dở")
        assert "không có việc nào đang dở" in said(v.hoa)


@pytest.mark.parametrize("word", ["việc đang dở", "viec dang do", "/dangdo"])
async def test_the_list_opens_in_the_middle_too(database_url: str, word: str) -> None:
    async with village(database_url) as v:
        await a_gift_begun(v)
        await v.hoa.says(word)
        assert "còn 1 việc đang dở" in said(v.hoa)
        await v.hoa.says("1")
        assert "bằng cách nào" in said(v.hoa)


async def test_the_same_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.lan.says("ask for help")
        await v.lan.says("1")
        await v.waits(days=3)
        await v.lan.says("hello")
        assert "We stopped in the middle of" in said(v.lan)
        assert "type “stop”" in said(v.lan)
