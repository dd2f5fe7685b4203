"""Pictures and recordings by Telegram: real HTTP, and a Bot API that fails as the real one does."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from club.photos import LONGEST_VOICE_SECONDS
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from storage.store import Store
from storage.tables.photos import photos
from tests.kit.ogg_opus import silent_ogg_opus
from tests.kit.one_chat import Remember, asking, declared
from tests.kit.photographs import SECRET_MAKER, photographed
from tests.kit.telegram_club import telegram_club
from tests.kit.telegram_contents import ONE_PIXEL_PNG, photograph, picture_file, voice
from tests.kit.telegram_house import telegram_house, until
from tests.kit.telegram_person import Person
from tests.kit.telegram_server import TOKEN, TelegramServer


async def receipt(ask: Ask, me: Visitor) -> Remember:
    photo = await ask.photo("photo", asking("The receipt, please"), optional=True)
    return Remember(photo, await ask.text("what", asking("What is on it?")))


async def spoken(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.voice_note("note", asking("Say it"), optional=True))


@pytest.fixture(autouse=True)
def small_dialogues() -> Iterator[None]:
    with declared("receipt", receipt), declared("spoken", spoken):
        yield


@dataclass(slots=True)
class Here:
    server: TelegramServer
    store: Store
    hoa: Person
    lan: Person

    @property
    def kept(self) -> list[Any]:
        with self.store.reading() as db:
            return list(db.execute(select(photos)).all())


@asynccontextmanager
async def at_work(url: str) -> AsyncIterator[Here]:
    async with TelegramServer() as server, telegram_house(server, url) as store:
        club = telegram_club(store, server, members=["Hoa", "Lan"])
        here = Here(server, store, club.members["Hoa"], club.members["Lan"])
        for each in (here.hoa, here.lan):
            await each.says("menu")
            await each.sees()
        yield here


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[Here]:
    async with at_work(sqlite_url) as found:
        yield found


async def hears(person: Person, *parts: str) -> None:
    text = (await person.sees()).text
    for part in parts:
        assert part in text, person.transcript


async def begins(person: Person, name: str, prompt: str) -> None:
    await person.presses(f"s:{name}:")
    await hears(person, prompt)


async def test_a_photo_and_a_picture_sent_as_a_file(database_url: str) -> None:
    async with at_work(database_url) as here:
        world = here.server.world
        for content in (photograph(world, photographed()), picture_file(world, photographed())):
            await begins(here.hoa, "receipt", "The receipt, please")
            await here.hoa.brings(content)
            await hears(here.hoa, "What is on it?")
            await here.hoa.says("rice")
            await hears(here.hoa, "remembered [")
        assert len(here.kept) == 2
        for row in here.kept:
            assert (row.width, row.height, row.mime) == (120, 80, "image/jpeg")
            assert SECRET_MAKER.encode() not in row.content
            assert row.taken_by is not None


async def test_where_none_is_asked_for_nothing_is_fetched(here: Here) -> None:
    await here.hoa.brings(photograph(here.server.world, photographed()))
    await hears(here.hoa, "I cannot see pictures")
    assert here.server.downloads == []


FAILS_ONCE = [
    ("not_found", "download"),
    ("server_error", "download"),
    ("dropped_before", "download"),
    ("truncated", "download"),
    ("no_path", "getfile"),
    ("server_error", "getfile"),
    ("too_many_requests", "getfile"),
]


async def test_what_fails_once_is_fetched_again(here: Here) -> None:
    for place, (kind, method) in enumerate(FAILS_ONCE, 1):
        await begins(here.hoa, "receipt", "The receipt, please")
        fault = here.server.fail(kind, method=method, times=1)
        await here.hoa.brings(photograph(here.server.world, photographed()))
        await hears(here.hoa, "What is on it?")
        assert fault.happened == 1, kind
        assert [len(each.content) > 500 for each in here.kept] == [True] * place
        await here.hoa.says("rice")
        await hears(here.hoa, "remembered [")


async def test_what_never_comes_is_told_and_the_question_stays(
    here: Here, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await begins(here.hoa, "receipt", "The receipt, please")
    fault = here.server.fail("truncated", method="download")
    await here.hoa.brings(photograph(here.server.world, photographed()))
    await hears(here.hoa, "did not reach me", "The receipt, please")
    fault.stop()
    assert here.kept == []
    await here.hoa.brings(photograph(here.server.world, photographed()))
    await hears(here.hoa, "What is on it?")
    ours = [each.getMessage() for each in caplog.records if each.name != "aiohttp.access"]
    assert any("was not fetched" in each for each in ours)
    assert not [each for each in ours if TOKEN.partition(":")[2] in each]


async def test_others_are_answered_while_one_file_comes_slowly(here: Here) -> None:
    await begins(here.hoa, "receipt", "The receipt, please")
    here.server.fail("slow", method="download", seconds=2.0, times=1)
    await here.hoa.brings(photograph(here.server.world, photographed()))
    await here.hoa.says("rice")
    await until(lambda: here.server.downloads)
    async with asyncio.timeout(1.5):
        await here.lan.says("menu")
        await here.lan.sees()
    # Her own messages keep their order.
    await hears(here.hoa, "What is on it?")
    await hears(here.hoa, "remembered [1, 'rice']")


async def test_too_large_by_what_is_said_and_by_what_the_server_says(here: Here) -> None:
    await begins(here.hoa, "receipt", "The receipt, please")
    content = picture_file(here.server.world, bytes(21 * 1024 * 1024))
    await here.hoa.brings(content)
    await hears(here.hoa, "too large", "The receipt, please")
    assert not [each for each in here.server.sent if each.method == "getfile"]
    del content["document"]["file_size"]
    await here.hoa.brings(content)
    await hears(here.hoa, "too large", "The receipt, please")
    assert here.kept == []


async def test_a_server_of_ones_own_says_where_the_file_lies(here: Here, tmp_path: Path) -> None:
    here.server.world.keeps_files_here = tmp_path
    await begins(here.hoa, "receipt", "The receipt, please")
    await here.hoa.brings(photograph(here.server.world, photographed()))
    await hears(here.hoa, "What is on it?")
    assert here.server.downloads == []
    assert len(here.kept) == 1


async def test_the_same_update_twice_is_one_photo(here: Here) -> None:
    await begins(here.hoa, "receipt", "The receipt, please")
    update = await here.hoa.brings(photograph(here.server.world, photographed()))
    here.server.redeliver(update)
    await hears(here.hoa, "What is on it?")
    await here.hoa.sees_nothing(0.5)
    assert len(here.kept) == 1


async def test_what_only_calls_itself_a_picture(here: Here) -> None:
    await begins(here.hoa, "receipt", "The receipt, please")
    for content in (ONE_PIXEL_PNG[:20], b"<svg/>", b"%PDF-1.7"):
        await here.hoa.brings(picture_file(here.server.world, content, "image/svg+xml"))
        await hears(here.hoa, "could not see a picture", "The receipt, please")
    for kind in ("sticker", "video", "voice", "document", "location"):
        await here.hoa.sends(kind)
        await hears(here.hoa, "A photo is needed here", "The receipt, please")


async def test_a_voice_message_is_kept_as_it_was_sent(here: Here) -> None:
    await begins(here.hoa, "spoken", "Say it")
    sound = silent_ogg_opus(3)
    await here.hoa.brings(voice(here.server.world, sound, 3))
    await hears(here.hoa, "remembered [1]")
    [row] = here.kept
    assert (row.content, row.mime, row.seconds) == (sound, "audio/ogg", 3)


async def test_recordings_that_are_too_long_or_none(here: Here) -> None:
    world = here.server.world
    await begins(here.hoa, "spoken", "Say it")
    too_long = LONGEST_VOICE_SECONDS + 1
    for content, said in (
        (voice(world, silent_ogg_opus(2), too_long), "too long"),
        (voice(world, silent_ogg_opus(too_long), 2), "too long"),
        (voice(world, b"OggS and nothing"), "could not open that recording"),
        (voice(world, bytes(6 * 1024 * 1024)), "too long"),
    ):
        await here.hoa.brings(content)
        await hears(here.hoa, said, "Say it")
    assert here.kept == []


async def test_what_was_on_its_way_when_the_program_ended_comes_after_its_next_start(
    sqlite_url: str,
) -> None:
    async with TelegramServer() as server:
        async with telegram_house(server, sqlite_url) as store:
            hoa = telegram_club(store, server, members=["Hoa"]).members["Hoa"]
            await hoa.says("menu")
            await hoa.sees()
            await begins(hoa, "receipt", "The receipt, please")
            server.fail("slow", method="download", seconds=30.0, times=1)
            await hoa.brings(photograph(server.world, photographed()))
            await until(lambda: server.downloads)
        assert not [each for each in server.sent if "What is on it?" in str(each.values)]
        async with telegram_house(server, sqlite_url) as store:
            await hears(hoa, "What is on it?")
            await hoa.sees_nothing()
            with store.reading() as db:
                assert len(db.execute(select(photos.c.id)).all()) == 1
