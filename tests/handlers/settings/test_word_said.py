"""A word to many said in one message: to whom, and what."""

from tests.handlers.settings.test_broadcast import blocks, knock
from tests.kit.planned import answers, at, plan_a_meeting
from tests.kit.village import village


async def test_words_after_the_colon_are_taken_and_shown(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        blocks(v, "lan")
        await v.cuc.says("nhắn cho cả câu lạc bộ: mai 9:30 họp nhé các bác")
        assert "“mai 9:30 họp nhé các bác”" in v.cuc.heard
        assert "nhắn bác/ông/bà:" in v.cuc.heard
        assert "6 người nhận được ở đây" in v.cuc.heard
        await v.cuc.says("đúng")
        await knock(v)
        assert "nhắn bác:\n“mai 9:30 họp nhé các bác”" in v.hoa.heard


async def test_those_who_have_not_answered_are_named_in_the_sentence(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        answers(v, plan_a_meeting(v, at(10, 8)), "hoa", "yes")
        await v.cuc.says("nhắn những người chưa trả lời là trả lời giúp cháu Liên nhé")
        assert "6 người nhận được ở đây" in v.cuc.heard
        assert "“trả lời giúp cháu Liên nhé”" in v.cuc.heard
        await v.hoa.says("nhắn cho cả câu lạc bộ: mai họp nhé")
        assert "nhận được ở đây" not in v.hoa.heard
