"""Hearing Liên over Telegram: once, always, no more; a voice that fails holds up no text."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot import allowance
from bot.settings import WrongSetting
from bot.voice import programs, voices
from bot.voice.voices import EspeakVoice
from storage.store import Store
from tests.kit.ogg_opus import read_ogg_opus
from tests.kit.plugged_voice import command
from tests.kit.telegram_club import telegram_club
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_person import Person, Seen
from tests.kit.telegram_server import TelegramServer
from tests.kit.telegram_wire import Request

HOA = "Nguyễn Thị Hoa"


@dataclass
class Room:
    """A member's phone, and what the plugged-in voice was given."""

    server: TelegramServer
    store: Store
    hoa: Person
    heard: Path

    @property
    def spoken(self) -> list[str]:
        return self.heard.read_text(encoding="utf-8").splitlines() if self.heard.exists() else []

    @property
    def sent(self) -> list[Request]:
        """The voice messages that were asked to be sent."""
        return [each for each in self.server.requests if each.method.lower() == "sendvoice"]

    async def says(self, *texts: str) -> Seen:
        """Types these, each when the answer before is there; returns the last answer."""
        *first, last = texts
        for text in first:
            await self.hoa.says(text)
            await self.hoa.sees()
        await self.hoa.says(last)
        return await self.hoa.sees()

    async def hears(self) -> float:
        """The next message, which is a voice; how long it is."""
        seen = await self.hoa.sees()
        assert seen.kind == "voice", self.hoa.transcript
        file = self.server.world.files[seen.message["voice"]["file_id"]]
        sound = read_ogg_opus(file.content)
        assert abs(seen.message["voice"]["duration"] - sound.seconds) <= 1
        return sound.seconds


@asynccontextmanager
async def room(
    url: str,
    tmp_path: Path,
    *,
    way: str = "speaks",
    language: str = "vi",
    spoken: str | None = None,
) -> AsyncIterator[Room]:
    heard = tmp_path / "heard"
    voice = command(way, heard) if spoken is None else spoken
    folder = str(tmp_path / "voice")
    async with (
        TelegramServer() as server,
        telegram_house(server, url, LIEN_VOICE_COMMAND=voice, LIEN_VOICE_FOLDER=folder) as store,
    ):
        club = telegram_club(store, server, members=[HOA], language=language)
        yield Room(server, store, club.members[HOA], heard)


async def test_a_question_is_heard_by_the_usual_voice(
    database_url: str, tmp_path: Path, voice: EspeakVoice
) -> None:
    async with room(database_url, tmp_path, spoken=" ") as here:
        question = await here.says("đóng góp")
        again = await here.says("nghe")
        assert again.text == question.text
        assert await here.hears() > 5
        [sent] = here.sent
        assert sent.answer is not None


async def test_the_words_of_a_question_and_its_choices_are_what_is_spoken(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        await here.says("đóng góp", "nghe")
        await here.hears()
        assert here.spoken[-1].startswith(
            "Bác muốn đóng góp gì ạ? Bác có thể trả lời. "
            "Số một: Đóng phí câu lạc bộ, còn thiếu năm mươi nghìn đồng. Số hai: Ủng hộ tiền"
        )


async def test_what_was_spoken_is_kept_and_what_was_uploaded_is_not_sent_up_again(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        await here.says("đóng góp")
        for _ in range(3):
            await here.says("nghe")
            await here.hears()
        assert len(here.spoken) == 2  # the trial at the start, and the question
        assert [bool(each.files) for each in here.sent] == [True, False, False]
        here.server.world.files.clear()
        await here.says("nghe")
        await here.hears()
        assert [bool(each.files) for each in here.sent[3:]] == [False, True]


async def test_always_reads_every_message_until_it_is_ended(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        await here.says("đóng góp")
        told = await here.says("luôn đọc cho bác nghe")
        assert "từ nay tin nào cháu cũng đọc" in told.text
        assert "Bác muốn đóng góp gì ạ?" in told.text
        await here.hears()
        assert "bao nhiêu" in (await here.says("1")).text
        await here.hears()
        assert "năm mươi nghìn đồng, từ tháng" in here.spoken[-1]
        assert "không đọc thành tiếng nữa" in (await here.says("thôi không đọc nữa")).text
        await here.says("quay lại")
        await here.hoa.sees_nothing()


async def test_outside_of_a_dialogue_the_last_message_is_read(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        page = await here.says("tài khoản của tôi")
        again = await here.says("nghe")
        assert again.text == page.text
        assert again.buttons == page.buttons
        await here.hears()
        assert "Còn thiếu phí" in here.spoken[-1] or "thiếu" in here.spoken[-1]


async def test_the_wish_can_be_told_from_the_menu_too(sqlite_url: str, tmp_path: Path) -> None:
    async with room(sqlite_url, tmp_path, language="en") as here:
        await here.says("/nghedoc", "1")
        await here.hears()
        await here.says("menu")
        await here.hears()
        assert "What would you like to do?" in here.spoken[-1] or "Number one" in here.spoken[-1]


async def test_a_stranger_can_have_all_of_it_read(sqlite_url: str, tmp_path: Path) -> None:
    async with room(sqlite_url, tmp_path) as here:
        here.hoa = here.server.person("La")
        await here.hoa.starts()
        await here.hoa.sees()
        await here.says("luôn đọc")
        await here.hears()
        await here.says("menu")
        await here.hears()


async def test_without_a_voice_the_word_repeats_in_writing(sqlite_url: str, tmp_path: Path) -> None:
    async with room(sqlite_url, tmp_path, spoken="none") as here:
        question = await here.says("đóng góp")
        again = await here.says("nghe")
        assert "chưa đọc thành tiếng được" in again.text
        assert question.text in again.text
        await here.hoa.sees_nothing()
        assert here.sent == []


async def test_a_voice_that_hangs_holds_up_no_text_and_is_apologised_for(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with room(sqlite_url, tmp_path, way="hangs after the first") as here:
        _patience(monkeypatch, 4.0)
        question = await here.says("đóng góp")
        for word in ("nghe", "nhắc lại", "nhắc lại"):
            assert (await here.says(word)).text == question.text
        assert "chưa đọc thành tiếng được" in (await here.hoa.sees()).text
        assert here.sent == []
    [line] = [each for each in caplog.records if each.name == "lien.voice"]
    assert line.levelno == logging.WARNING
    assert "took longer" in line.getMessage()
    assert "góp" not in line.getMessage()


def _patience(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """How long a voice may take from now on."""
    run = programs.run_program

    async def soon(*arguments: Any, **limits: Any) -> bytes:
        return await run(*arguments, **limits | {"seconds": seconds})

    monkeypatch.setattr(voices, "run_program", soon)


async def test_after_many_new_ones_within_an_hour_it_says_once_that_it_rests(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "MOST_AN_HOUR", 2)
    async with room(sqlite_url, tmp_path) as here:
        await here.says("luôn đọc")
        await here.hears()
        await here.says("đóng góp")
        await here.hears()
        await here.says("1")
        await here.hears()
        assert "xin nghỉ giọng" in here.spoken[-1]
        await here.says("1")
        await here.hoa.sees_nothing()
        # What is kept costs nothing, and who asks is answered.
        await here.says("quay lại", "quay lại")
        await here.hears()
        await here.says("1", "nghe")
        await here.hears()
        assert len(here.spoken) == 4


@pytest.mark.parametrize(
    ("kind", "requests"), [("too_many_requests", 2), ("dropped_after", 1), ("server_error", 1)]
)
async def test_a_voice_message_that_may_have_arrived_is_never_sent_again(
    sqlite_url: str, tmp_path: Path, kind: str, requests: int
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        await here.says("đóng góp")
        here.server.fail(kind, method="sendVoice", times=1)
        await here.says("nghe")
        await until(lambda: len(here.sent) >= requests)
        await asyncio.sleep(1.5)
        assert len(here.sent) == requests
        # The next message comes as if nothing had happened.
        assert (await _next_text(here, "nhắc lại")).kind == "text"


async def _next_text(here: Room, word: str) -> Seen:
    await here.hoa.says(word)
    while (seen := await here.hoa.sees()).kind == "voice":
        pass
    return seen


async def test_who_blocks_the_bot_in_between_gets_no_voice_and_nothing_breaks(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with room(sqlite_url, tmp_path) as here:
        await here.says("đóng góp")
        here.server.fail("blocked", method="sendVoice", times=1)
        await here.says("nghe")
        await until(lambda: here.sent)
        assert (await here.says("nhắc lại")).kind == "text"


async def test_a_command_that_speaks_nonsense_stops_the_start(
    sqlite_url: str, tmp_path: Path
) -> None:
    with pytest.raises(ExceptionGroup) as stopped:
        async with room(sqlite_url, tmp_path, way="talks nonsense"):
            await asyncio.sleep(20)
    [why] = stopped.value.exceptions
    assert isinstance(why, WrongSetting)
    assert str(why).startswith("LIEN_VOICE_COMMAND: what was written is no Ogg Opus")
