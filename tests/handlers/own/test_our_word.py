"""The word between her and Liên opens every message about money; and whether Liên is genuine."""

import pytest

from club.our_word import check_our_word
from club.refusals import Refused
from handlers.talk.heard import Kind
from tests.kit.helping import new_code, types_for
from tests.kit.lending import give_fund
from tests.kit.village import Village, village


async def _chooses(v: Village, word: str = "gạo đỏ") -> None:
    await v.hoa.says("câu riêng")
    await v.hoa.says(word)
    await v.hoa.says("đúng")


async def test_her_word_opens_what_is_about_money_and_nothing_else(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert "gạo đỏ" not in await v.hoa.says("tài khoản")
        await _chooses(v)
        assert "mở đầu bằng “gạo đỏ”" in v.hoa.heard
        assert (await v.hoa.says("tài khoản")).startswith("Câu riêng: “gạo đỏ”")
        assert (await v.hoa.says("đóng phí 15 nghìn")).startswith("Câu riêng: “gạo đỏ”")
        assert "gạo đỏ" not in await v.hoa.says("menu")
        assert "gạo đỏ" not in await v.lan.says("tài khoản")


async def test_the_receipt_that_is_sent_to_her_begins_with_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _chooses(v)
        await v.hoa.says("đóng phí 15 nghìn")
        await v.hoa.says("1")
        await v.hoa.says("đúng")
        await v.giang.says("công việc")
        await v.giang.says("1")
        await v.giang.says("đúng")
        received = [each.text for each in v.hoa.texts if "15.000" in each.text]
        assert len(received) >= 2
        assert all(each.startswith("Câu riêng: “gạo đỏ”") for each in received)
        assert "gạo đỏ" not in v.giang.everything


async def test_it_is_changed_and_taken_away(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _chooses(v)
        await v.hoa.says("câu riêng")
        await v.hoa.taps("Chọn câu khác")
        await v.hoa.says("hoa gạo")
        await v.hoa.says("đúng")
        assert (await v.hoa.says("tài khoản")).startswith("Câu riêng: “hoa gạo”")
        await v.hoa.says("câu riêng")
        await v.hoa.taps("Thôi không dùng")
        assert (await v.hoa.says("tài khoản")).startswith("Tài khoản")


@pytest.mark.parametrize(
    "word", ["", "a", "123456", "mã 4821", "http://x.vn", "a@b", "a\nb\x00", "x" * 41, "🙂🙂"]
)
def test_what_could_be_taken_for_a_code_or_link_is_no_word(word: str) -> None:
    with pytest.raises(Refused):
        check_our_word(word)


async def test_everybody_finds_out_whether_it_is_lien(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _chooses(v)
        for phone in (v.hoa, v.la, v.quan, v.binh):
            await phone.says("có phải Liên thật không?")
            assert "không bao giờ gọi điện" in phone.heard
            assert ("gạo đỏ" in phone.heard) == (phone is v.hoa)


async def test_a_helper_neither_sets_nor_sees_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await _chooses(v)
        give_fund(v, 1)
        await types_for(v.quan, await new_code(v.hoa))
        assert "gạo đỏ" not in await v.quan.says("có phải Liên thật không")
        assert "gạo đỏ" not in await v.quan.says("tài khoản")
        assert "người nhắn hộ không làm" in await v.quan.says("s:our_word:", kind=Kind.PRESS)
        assert "gạo đỏ" not in v.quan.everything


async def test_in_english_too(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        await v.hoa.says("our word")
        await v.hoa.says("red rice")
        await v.hoa.says("yes")
        assert (await v.hoa.says("my account")).startswith("Our word: “red rice”")
        assert "I never phone" in await v.hoa.says("are you real")
