"""A death told in passing: sympathy first, and the board hears of somebody who is no member."""

import pytest

from messages.understand.deaths_told import family_has_died, who_has_died
from tests.kit.village import village


@pytest.mark.parametrize(
    "text",
    [
        "hom qua ong nha bac mat roi, buon qua",
        "ong nha bac vua mat sang nay",
        "chồng tôi mất hôm qua",
        "mẹ bác mất rồi cháu ạ",
        "hôm qua vợ tôi không qua khỏi",
        "con trai toi mat roi",
        "nhà tôi vừa mất",
        "my husband died yesterday",
    ],
)
def test_a_death_at_home_is_nobody_to_look_for(text: str) -> None:
    assert who_has_died(text) == ()
    assert family_has_died(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ba Hien chet hom qua roi chau a", ("ba", "Hien")),
        ("bà Hiền từ trần sáng nay", ("bà", "Hiền")),
        ("cụ Hiền khuất núi rồi", ("cụ", "Hiền")),
        ("bà Hiền theo ông bà rồi", ("bà", "Hiền")),
        ("bà Hiền không còn nữa", ("bà", "Hiền")),
        ("ông Mạnh đi rồi cháu ơi, buồn quá", ("ông", "Mạnh")),
        ("ông Mạnh đi rồi", None),
        ("máy bác chết rồi", None),
        ("con gà nhà bà Lan chết rồi", None),
        ("bà Lan ơi chết rồi", None),
        ("ong Manh chua nop tien, chet roi", None),
        ("tiền của vợ tôi mất rồi", None),
        ("nha toi mat dien", None),
        # Eyes, faces and cash are no death, with their marks or without.
        ("à quên hôm ấy đi khám mắt", None),
        ("a quen hom ay di kham mat", None),
        ("ong Hai mo mat hom qua", None),
        ("bac dau mat roi", None),
        ("ba Hoa vang mat hom nay", None),
        ("bac Hoa nop tien mat hom nay", None),
        ("ba Mo mat sang nay", ("ba", "Mo")),
        ("cụ Mơ mất hôm qua", ("cụ", "Mơ")),
    ],
)
def test_every_word_for_dying_tells_of_it_and_no_other(
    text: str, who: tuple[str, ...] | None
) -> None:
    assert who_has_died(text) == who
    assert not family_has_died(text)


async def test_whoever_has_lost_her_husband_hears_sympathy_and_the_board_of_it(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("hom qua ong nha bac mat roi, buon qua")
        assert v.hoa.heard.startswith("Dạ, cháu xin chia buồn cùng bác")
        assert not v.binh.messages
        await v.hoa.says("u")
        assert "Cháu đã báo ban chủ nhiệm" in v.hoa.heard
        assert "báo tin buồn: “hom qua ong nha bac mat roi, buon qua”" in v.binh.heard
        assert "khó khăn" not in v.binh.heard


async def test_a_name_that_nobody_has_is_no_answer_and_may_be_of_the_family(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("tin buồn")
        assert "Dạ, cháu rất buồn" in v.hoa.heard
        await v.hoa.says("bà Xinh")
        assert "không thấy ai tên “bà Xinh”" in v.hoa.heard
        await v.hoa.says("gõ lại")
        await v.hoa.says("menu")
        await v.hoa.says("tin buồn")
        assert "Xinh" not in v.hoa.heard
        await v.hoa.says("ông nhà bác là chồng bác")
        assert "cháu xin chia buồn" in v.hoa.heard
        await v.hoa.says("không")
        assert not v.binh.messages


async def test_names_that_nobody_has_are_not_said_to_be_answers(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("ghi người mất")
        await v.binh.says("bà Xinh")
        await v.binh.says("menu")
        await v.binh.says("ghi người mất")
        assert "đang làm dở" in v.binh.heard
        assert "đã trả lời: bà Xinh" not in v.binh.heard


async def test_the_board_hears_sympathy_before_anything_is_asked(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("cu Manh mat roi chau")
        assert v.binh.heard.startswith("Dạ, cháu rất buồn")
        await v.binh.says("thôi")
        await v.binh.says("ba Lan chet hom qua roi chau a")
        assert "xin chia buồn cùng gia đình ạ.\nBà Đỗ Thị Lan mất ngày 01/11/2026" in v.binh.last
