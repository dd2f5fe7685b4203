"""A cry for help carries her words to the board, gently where it is despair, each text once."""

from datetime import timedelta

from tests.kit.lending import one_household
from tests.kit.village import Phone, village


async def told_by(phone: Phone, board: Phone, text: str) -> str:
    """What that board member hears of it; nothing if nothing more comes."""
    before = len(board.messages)
    await phone.says(text)
    return "" if len(board.messages) == before else str(board.heard)


async def test_the_board_reads_her_words_so_that_nobody_runs_to_the_wrong_house(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        told = await told_by(v.hoa, v.binh, "bà Lan bị tai nạn xe máy")
        assert "KHẨN: bác Nguyễn Thị Hoa vừa nhắn:" in v.binh.heard
        assert "“bà Lan bị tai nạn xe máy”" in v.binh.heard
        assert told
        assert "115" in v.hoa.heard
        await v.hoa.says("đóng góp")
        told = await told_by(v.hoa, v.binh, "nga trong nha tam khong day duoc")
        assert "nga trong nha tam" in told
        assert "115" in v.hoa.heard
        assert "Bác muốn đóng góp gì" in v.hoa.heard
        long = await told_by(v.hoa, v.binh, "tôi bị ngã " + "đau lắm cháu ơi " * 30)
        assert "…”" in long
        assert len(long) < 450


async def test_despair_hears_a_kind_word_first_and_the_board_is_told_gently(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        told = await told_by(v.hoa, v.binh, "tôi muốn chết")
        heard = v.hoa.heard
        assert heard.startswith("Cháu thương bác lắm")
        assert "không một mình" in heard
        assert "115" in heard
        assert "cô Phạm Thị Đào" in heard
        assert "bác Nguyễn Thị Hoa đang rất buồn" in v.binh.heard
        assert "“tôi muốn chết”" in v.binh.heard
        assert "KHẨN" not in told


async def test_the_same_words_are_told_once_in_five_minutes_and_new_words_at_once(
    sqlite_url: str,
) -> None:
    async with village(sqlite_url) as v:
        assert await told_by(v.hoa, v.binh, "tôi ngã")
        assert await told_by(v.hoa, v.binh, "tôi ngã") == ""
        assert "vừa báo ngay cho ban chủ nhiệm" in v.hoa.heard
        assert "gãy chân" in await told_by(v.hoa, v.binh, "tôi ngã gãy chân rồi")
        assert await told_by(v.lan, v.binh, "tôi ngã")
        v.clock.move(timedelta(minutes=6))
        assert await told_by(v.hoa, v.binh, "tôi ngã")


async def test_of_violence_nobody_of_her_own_house_hears(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        one_household(v, v.hoa, v.dao)
        assert "chong danh toi" in await told_by(v.hoa, v.binh, "ban oi chong danh toi")
        assert v.dao.heard == ""
        assert "Đào" not in v.hoa.heard
        assert "115" in v.hoa.heard
        # Of a fall they hear first of all.
        assert "KHẨN" in await told_by(v.hoa, v.dao, "tôi ngã")


async def test_a_crossroads_and_a_name_in_a_question_call_nobody(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("đóng góp")
        await v.hoa.says("3")
        for typed in ("nhà tôi ở ngã tư đường", "ba nga", "Phòng chống tai nạn"):
            assert await told_by(v.hoa, v.binh, typed) == "", typed
            assert "115" not in v.hoa.heard
