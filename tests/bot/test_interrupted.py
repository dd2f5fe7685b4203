"""Who was talking when Liên stopped is asked once, where an update is handed out only once."""

from datetime import timedelta

from bot.interrupted import LATELY, say_it_was_interrupted
from tests.kit.village import Phone, Village, village

TOLD = "vừa phải ngừng một lát"


async def starts_again(v: Village, channel: str = "web") -> None:
    await say_it_was_interrupted(v.house, channel)
    await v.house.until_idle()


def times(phone: Phone) -> int:
    return phone.everything.count(TOLD)


async def test_once_to_each_who_wrote_lately_and_her_question_stands(database_url: str) -> None:
    async with village(database_url) as v:
        await v.lan.says("menu")
        v.clock.move(LATELY + timedelta(minutes=1))
        await v.hoa.says("đóng góp")
        await v.hoa.says("2")
        await starts_again(v, "elsewhere")
        assert times(v.hoa) == 0
        v.clock.move(timedelta(seconds=20))
        await starts_again(v)
        await starts_again(v)
        assert (times(v.hoa), times(v.lan), times(v.manh)) == (1, 0, 0)
        v.clock.move(timedelta(seconds=20))
        assert "bằng cách nào" in await v.hoa.says("51.000")
        v.clock.move(timedelta(seconds=20))
        await starts_again(v)
        assert times(v.hoa) == 2
        v.clock.move(LATELY + timedelta(seconds=1))
        await starts_again(v)
        assert times(v.hoa) == 2
