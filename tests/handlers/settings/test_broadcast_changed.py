"""A message to many that is not right yet: its words can be changed; nothing goes out before."""

from bot.knocking import Knocker
from tests.kit.village import village


async def test_not_right_offers_to_change_the_words(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("nhắn cả câu lạc bộ")
        await v.binh.says("mai họp lúc 8 giờ nhé")
        await v.binh.says("chưa đúng")
        assert "chưa gửi cho ai" in v.binh.heard
        await v.binh.says("1")
        await v.binh.says("mai họp lúc 9 giờ nhé")
        assert "“mai họp lúc 9 giờ nhé”" in v.binh.heard
        assert not v.hoa.messages
        await v.binh.says("đúng")
        await Knocker(v.house).knock()
        await v.house.until_idle()
        assert "mai họp lúc 9 giờ nhé" in v.hoa.everything
        assert "8 giờ" not in v.hoa.everything


async def test_not_right_may_also_mean_to_send_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.binh.says("nhắn cả câu lạc bộ")
        await v.binh.says("mai họp lúc 8 giờ nhé")
        await v.binh.says("chưa đúng")
        await v.binh.taps("Không gửi nữa")
        assert "chưa nhắn cho ai" in v.binh.heard
        assert not v.hoa.messages
