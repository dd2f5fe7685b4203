"""Lists in pages where nothing can be pressed: asked on in whatever words, and numbers too high."""

from dataclasses import replace

import pytest

from bot.channels.zalo.sending import ZaloChannel
from messages.understand.paging import asks_for_more
from tests.kit.lending import give_fund
from tests.kit.village import Phone, Village, village

BARE = replace(ZaloChannel("https://zalo.example", "1:abcdef", None).abilities, files=False)
ON = ("tiếp", "xem tiếp đi cháu", "Nữa", "trang sau", "còn gì nữa không?", "xem thêm", "more")
NOT_ON = ("tiếp khách", "thêm 50 nghìn", "tôi còn nợ bao nhiêu", "", "12", "thôi", "không")


@pytest.mark.parametrize("text", ON)
def test_the_rest_is_asked_for_in_many_words(text: str) -> None:
    assert asks_for_more(text)


@pytest.mark.parametrize("text", NOT_ON)
def test_what_only_begins_like_it_asks_for_nothing(text: str) -> None:
    assert not asks_for_more(text)


async def turns_round(phone: Phone, first: str) -> int:
    """How many pages there are until the first comes again."""
    begun = await phone.says(first)
    for pages in range(1, 12):
        if await phone.says("tiếp") == begun:
            return pages
        assert "chưa hiểu" not in phone.heard
    raise AssertionError(phone.heard)


async def test_pages_of_the_menu_and_of_a_question(sqlite_url: str) -> None:
    async with village(sqlite_url, abilities=BARE) as v:
        assert await turns_round(v.hoa, "menu") > 2
        assert await turns_round(v.binh, "menu") > 1
        give_fund(v, 50)
        await v.hoa.says("vay vốn")
        assert await v.hoa.says("còn gì nữa không") != await v.hoa.says("nữa")
        assert "bao nhiêu" in await v.hoa.says("nuôi gà")


async def only_choices_again(v: Village, phone: Phone, said: str) -> None:
    choices = [line for line in phone.heard.split("\n") if line[:1].isdecimal()]
    again = await phone.says(said)
    assert f"từ 1 đến {len(choices)}" in again or len(choices) == 1
    assert [line for line in again.split("\n") if line[:1].isdecimal()] == choices


async def test_a_number_that_no_choice_has_shows_the_same_choices_again(sqlite_url: str) -> None:
    async with village(sqlite_url, abilities=BARE) as v:
        await v.hoa.says("menu")
        await only_choices_again(v, v.hoa, "12")
        await only_choices_again(v, v.hoa, "0")
        await v.hoa.says("tài khoản của tôi")
        await only_choices_again(v, v.hoa, "9")
        assert "tháng" in await v.hoa.says("1"), "what was shown still holds"


async def test_numbers_that_are_offered_are_called_numbers(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en", abilities=BARE) as v:
        for said in ("contribute", "4", "sweeping"):
            await v.hoa.says(said)
        assert "one of these numbers" in v.hoa.heard, v.hoa.heard


async def test_a_sum_where_a_thing_is_asked_for_is_asked_back(sqlite_url: str) -> None:
    async with village(sqlite_url, abilities=BARE) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says("3")
        for said in ("50 nghìn", "50.000đ", "2 triệu"):
            assert f"“{said}”" in await v.hoa.says(said)
            assert "gì" in await v.hoa.says("không")
        assert "10 cân gạo" in await v.hoa.says("10 cân gạo") or "cân" in v.hoa.heard
