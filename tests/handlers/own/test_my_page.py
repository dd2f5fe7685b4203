"""A person gets the link to her own page in her own chat, and closes the page by a word."""

import re

import pytest

from storage.page_sessions import page_is_at
from tests.kit.village import village

PAGE = "https://lien.example"


@pytest.mark.parametrize("words", ["trang của tôi", "trang cua toi", "/trang", "my page"])
async def test_she_gets_a_link_in_her_own_chat(database_url: str, words: str) -> None:
    async with village(database_url) as v:
        v.store.change(page_is_at, PAGE)
        heard = await v.hoa.says(words)
        assert re.search(rf"{PAGE}/#w-[A-Za-z0-9_-]{{22}}\n", heard)
        assert "một lần, trong 48 giờ" in heard


async def test_where_there_is_no_page_she_hears_so(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(page_is_at, PAGE)
        v.store.change(page_is_at, "")
        assert "chưa có trang riêng" in await v.hoa.says("trang của tôi")
        assert "#w-" not in v.hoa.heard


async def test_a_stranger_gets_none(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        v.store.change(page_is_at, PAGE)
        assert "#w-" not in await v.la.says("trang của tôi")


async def test_she_closes_it_after_a_yes(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        v.store.change(page_is_at, PAGE)
        await v.hoa.says("close page")
        assert "stays open" in await v.hoa.says("no")
        await v.hoa.says("close page")
        assert "closed everywhere" in await v.hoa.says("yes")
