"""A sentence that votes on a loan opens the vote on it; the words asked for are the buttons'."""

import pytest

from messages.understand.votes_told import vote_told
from tests.kit.lending import give_fund
from tests.kit.village import Village, village


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("dong y cho ong Pao vay", True),
        ("tôi nhất trí cho bà Lan vay", True),
        ("duyệt cho bà Lan vay 5 triệu nhé", True),
        ("khong dong y cho ong Pao vay", False),
        ("chưa đồng ý cho bà Lan vay", False),
        ("đừng cho ông Páo vay", False),
        ("I do not agree to the loan of Pao", False),
        ("bà Lan vay 5 triệu", None),
        ("đồng ý cho bà Lan vay chưa", None),
        ("ai đồng ý cho bà Lan vay", None),
        ("vay 5 triệu", None),
        ("đồng ý", None),
    ],
)
def test_a_vote_is_told_by_words(text: str, yes: bool | None) -> None:
    assert vote_told(text) is yes


async def _lan_asks(v: Village) -> None:
    give_fund(v, 5)
    for line in ("vay 5 triệu nuôi lợn 12 tháng", "1", "đúng"):
        await v.lan.says(line)


async def test_agreeing_in_a_sentence_opens_the_vote_and_not_a_request(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _lan_asks(v)
        await v.binh.says("dong y cho ba Lan vay")
        assert "Ông có đồng ý cho vay không" in v.binh.heard
        assert "5.000.000 đồng" in v.binh.heard
        await v.binh.says("1")
        assert "“Tôi đồng ý cho vay” hoặc “Tôi chưa đồng ý”" in v.binh.heard
        assert "“đúng”" not in v.binh.heard
        await v.binh.says("blub blub")
        assert "“Tôi đồng ý cho vay” hoặc “Tôi chưa đồng ý”" in v.binh.heard
        await v.binh.says("toi dong y cho vay")
        assert "đã ghi ý kiến của ông" in v.binh.heard


async def test_a_no_in_a_sentence_asks_for_its_reason(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _lan_asks(v)
        await v.cuc.says("khong dong y cho ba Lan vay")
        assert "vì sao" in v.cuc.heard
        await v.cuc.says("quỹ còn ít")
        assert "chưa đồng ý cho bà Đỗ Thị Lan vay" in v.cuc.heard


async def test_where_none_waits_of_the_one_named_it_is_said(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _lan_asks(v)
        await v.binh.says("đồng ý cho ông Mạnh vay")
        assert "không có đơn vay nào" in v.binh.heard
        await v.hoa.says("đồng ý cho bà Lan vay")
        assert "Ông có đồng ý" not in v.hoa.heard
        assert "5.000.000" not in v.hoa.heard


async def test_the_word_alone_opens_the_one_that_waits_or_the_list(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("bieu quyet")
        assert "không có đơn vay nào" in v.binh.heard
        await _lan_asks(v)
        await v.cuc.says("bieu quyet")
        assert "Bà có đồng ý cho vay không" in v.cuc.heard
        for line in ("vay 2 triệu nuôi gà 6 tháng", "1", "đúng"):
            await v.hoa.says(line)
        await v.binh.says("biểu quyết")
        assert sum("Đơn vay" in each for each in v.binh.labels) == 2
