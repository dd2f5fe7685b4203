"""Delivery where it has to stop: at the end, for a messenger that wants nothing, for one gone."""

import asyncio

import pytest

import bot.house
from bot.channels.channel import SlowDown
from tests.kit.small_house import small_house
from tests.kit.telegram_house import until


async def test_the_end_sends_what_it_holds(database_url: str) -> None:
    async with small_house(database_url) as house:
        await house.hears("a", "menu")
        house.channel.expects("a", SlowDown(0.2))
        house.posts("a", "held", kind="reply")
    assert house.channel.texts("a")[-1] == "held"


async def test_the_end_gives_back_what_cannot_be_sent_now(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.house, "SECONDS_TO_FINISH", 0.2)
    async with small_house(database_url) as house:
        await house.hears("a", "menu")
        house.channel.expects("a", SlowDown(60))
        house.posts("a", "held", kind="reply")
        house.posts("a", "news")
        await asyncio.sleep(0.1)
    async with small_house(database_url, run=2) as house:
        await house.house.until_idle()
        texts = house.channel.texts("a")
        assert [each.rpartition("\n")[2] for each in texts] == ["held", "news"]


async def test_a_letter_for_a_channel_that_is_gone_is_dead(sqlite_url: str) -> None:
    async with small_house(sqlite_url) as house:
        await house.hears("a", "menu")
        house.house.delivery.channels = {}
        letter = house.posts("a", "news")
        await house.house.until_idle()
        assert house.state_of(letter) == "dead"


async def test_a_messenger_that_wants_nothing_is_in_the_log_once(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with small_house(sqlite_url) as house:
        for chat in ("a", "b"):
            await house.hears(chat, "menu")
            house.channel.expects(chat, SlowDown(0.1), SlowDown(0.1))
            house.posts(chat, "news", kind="reply")
        await until(lambda: all("news" in house.channel.texts(each) for each in ("a", "b")))
    said = [each for each in caplog.messages if "wants nothing" in each]
    assert said == ["web wants nothing for 0.1 s; what is to be sent waits"]
