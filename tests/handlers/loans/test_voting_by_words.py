"""A vote on money by a small word is asked back first; by the button's words it counts at once."""

import pytest

from tests.kit.lending import give_fund
from tests.kit.village import Village, village


async def votes_now(v: Village) -> None:
    give_fund(v, 5)
    for line in ("vay 5 triệu nuôi lợn 12 tháng", "1", "đúng"):
        await v.lan.says(line)
    for line in ("việc cần làm", "1"):
        await v.binh.says(line)
    assert "Ông có đồng ý cho vay không" in v.binh.heard


@pytest.mark.parametrize("small", ["có", "ừ", "ok", "dạ vâng", "👍"])
async def test_a_small_word_decides_nothing_alone(sqlite_url: str, small: str) -> None:
    async with village(sqlite_url) as v:
        await votes_now(v)
        await v.binh.says(small)
        assert "Tôi đồng ý cho vay" in v.binh.heard
        assert "5.000.000 đồng" in v.binh.heard
        assert "biểu quyết" not in v.binh.heard
        await v.binh.says(small)
        assert "đã ghi ý kiến" not in v.binh.heard
        await v.binh.says("đúng")
        assert "đã ghi ý kiến của ông" in v.binh.heard


async def test_the_words_of_the_button_are_the_vote(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await votes_now(v)
        await v.binh.says("đồng ý")
        assert "đã ghi ý kiến của ông" in v.binh.heard


async def test_asked_back_it_can_be_a_no_after_all(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await votes_now(v)
        await v.binh.says("có")
        await v.binh.says("không phải")
        assert "Ông có đồng ý cho vay không" in v.binh.heard
        await v.binh.says("chưa đồng ý")
        assert "vì sao" in v.binh.heard.lower()
