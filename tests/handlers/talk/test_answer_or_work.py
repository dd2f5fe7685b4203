"""Words that open work, typed where any words are an answer; words of who has had enough."""

import pytest

from tests.kit.lending import give_fund
from tests.kit.village import Phone, Village, village

OPENING = ("kiểm quỹ", "khoá sổ tháng 10", "sổ quỹ", "thu phí", "báo cáo", "vay vốn", "đóng phí")
"""What the guide says opens in the middle too."""

FREE_WORDS: dict[str, tuple[str, ...]] = {
    "why the count differs": ("kiểm quỹ", "1", "2 triệu"),
    "whose fee it is": ("thu phí",),
    "what else the loan is for": ("vay vốn", "khác"),
    "what work was given": ("đóng góp", "4"),
    "who is looked for": ("tìm thành viên",),
}


async def at(v: Village, lines: tuple[str, ...]) -> Phone:
    await v.binh.says("/start")
    for line in lines:
        await v.binh.says(line)
    return v.binh


@pytest.mark.parametrize("question", ["why the count differs", "what else the loan is for"])
async def test_the_words_that_open_work_are_never_written_as_an_answer(
    sqlite_url: str, question: str
) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        phone = await at(v, FREE_WORDS[question])
        asked = phone.heard.splitlines()[-1]
        for words in OPENING:
            await phone.says(words)
            assert "là câu trả lời ở đây" in phone.heard, words
            assert asked in phone.heard
            await phone.says("quay lại")
        await phone.says("sổ quỹ")
        await phone.says("mở việc đó")
        assert asked not in phone.heard
        assert "sổ" in phone.heard.lower()


async def test_so_it_is_at_all_questions_for_free_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        for question, lines in FREE_WORDS.items():
            phone = await at(v, lines)
            await phone.says("báo cáo")
            assert "là câu trả lời ở đây" in phone.heard, question
            await phone.says("1")
            assert "là câu trả lời ở đây" not in phone.heard, question


async def test_the_words_can_be_meant_as_the_answer(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        phone = await at(v, FREE_WORDS["why the count differs"])
        await phone.says("thu phí")
        await phone.says("thu phí")
        assert "Lý do: thu phí" in phone.heard


@pytest.mark.parametrize("stops", [True, False])
async def test_a_reason_that_sounds_like_it_is_asked_back(sqlite_url: str, stops: bool) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 5)
        phone = await at(v, FREE_WORDS["why the count differs"])
        await phone.says("mệt quá để mai")
        assert "muốn nghỉ ở đây" in phone.heard
        await phone.says("2" if stops else "1")
        assert ("mình tạm dừng" in phone.heard) == stops


@pytest.mark.parametrize(
    "enough", ["thôi thôi mệt quá", "mệt quá để mai", "không làm nữa đâu", "met qua", "mệt quá"]
)
async def test_who_has_had_enough_stops_and_loses_nothing(sqlite_url: str, enough: str) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí 15 nghìn", "1", enough):
            await v.hoa.says(line)
        assert "mình tạm dừng" in v.hoa.heard
        await v.hoa.says("làm tiếp")
        assert "15.000 đồng" in v.hoa.heard


async def test_a_read_back_comes_short_the_second_time_and_whole_when_asked_for(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        for line in ("đóng phí 15 nghìn", "1"):
            await v.hoa.says(line)
        whole = v.hoa.heard
        assert "Đưa tận tay" in whole
        for _ in range(3):
            await v.hoa.says("con mèo trèo cây cau")
            assert "15.000 đồng" in v.hoa.heard
            assert "Đưa tận tay" not in v.hoa.heard
            assert "Đúng hết rồi" in v.hoa.labels
        await v.hoa.says("nhắc lại")
        assert "Đưa tận tay" in v.hoa.heard
