"""Vietnamese and English, changed in chat and back."""

import pytest

from tests.kit.village import village


async def test_english_from_the_next_word_on_and_back(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("ngôn ngữ")
        assert "bằng tiếng nào" in v.hoa.heard
        await v.hoa.taps("English")
        assert "From now on I speak English with you." in v.hoa.heard
        await v.hoa.says("menu")
        assert "What would you like to do?" in v.hoa.heard
        await v.hoa.says("language")
        await v.hoa.taps("Tiếng Việt")
        assert "tiếng Việt" in v.hoa.heard


@pytest.mark.parametrize("said", ["/ngonngu", "tiếng anh", "ENGLISH"])
async def test_a_stranger_may_choose_too(sqlite_url: str, said: str) -> None:
    async with village(sqlite_url) as v:
        await v.la.says(said)
        await v.la.says("2")
        assert "English" in v.la.heard
        await v.la.opens()
        assert "Hello! I am Liên" in v.la.heard


async def test_notices_come_in_the_language_of_who_hears_them(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.giang.says("language")
        await v.giang.taps("Tiếng Việt")
        await v.hoa.says("contribute")
        for answer in ("1", "1", "In the meeting", "All correct"):
            await v.hoa.says(answer)
        assert "báo đã đóng" in v.giang.heard
