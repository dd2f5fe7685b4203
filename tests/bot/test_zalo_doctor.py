"""What `lien doctor` sees of Zalo: the token, the webhook, and who else asks."""

import asyncio
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.channels.zalo.looking import listened, looked_at
from bot.settings import Settings, settings
from storage import inbox
from storage.asking import Asker, note_asking
from storage.inbox import Arrival
from storage.store import Store
from storage.tables.channels import askers
from tests.kit.telegram_house import until
from tests.kit.zalo_house import zalo_house, zalo_settings
from tests.kit.zalo_server import ZaloServer

BOT = "1234568900000000001"


def chosen(server: ZaloServer, url: str, **more: str) -> Settings:
    return settings(zalo_settings(server, url, **more), Path("/nonexistent/.env"))


async def seen(found: Settings) -> tuple[str, str]:
    return await asyncio.to_thread(looked_at, found)


async def test_without_a_token_it_says_so_and_all_is_well(sqlite_url: str) -> None:
    said, mend = looked_at(Settings(database_url=sqlite_url))
    assert "LIEN_ZALO_TOKEN" in said and not mend


async def test_a_token_that_is_refused(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        said, mend = await seen(chosen(server, sqlite_url, LIEN_ZALO_TOKEN="99999:abcdefgh"))
        assert "refused" in said and mend
        await server.go_down()
        said, mend = await seen(chosen(server, sqlite_url))
        assert "does not answer" in said and mend


async def test_a_webhook_while_polling_and_none_while_posted_to(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        polling = chosen(server, sqlite_url)
        assert await seen(polling) == (
            "Bot Liên, by polling; no papers without LIEN_PUBLIC_URL",
            "",
        )
        here = {"LIEN_PUBLIC_URL": "https://lien.example", "LIEN_WEBHOOK_SECRET": "s" * 20}
        posted = chosen(server, sqlite_url, LIEN_ZALO_MODE="webhook", **here)
        assert (await seen(posted))[0] == "no webhook is set"
        hook: dict[str, Any] = {"url": "https://other.example/x", "secret_token": "s" * 20}
        await server._setWebhook(hook)
        said, mend = await seen(polling)
        assert "https://other.example/x" in said and "removes it" in mend
        assert "not at https://lien.example/zalo" in (await seen(posted))[0]
        await server._setWebhook(hook | {"url": "https://lien.example/zalo"})
        assert await seen(posted) == ("Bot Liên, by webhook", "")


async def test_two_programs_on_one_database(sqlite_url: str) -> None:
    async with ZaloServer() as server:
        store, now = Store(sqlite_url), datetime.now(UTC)
        for run, machine in ((1, "old-server"), (2, "new-server")):
            store.change(note_asking, Asker("zalo", BOT, run, machine), now, heard=True)
        await store.close()
        said, mend = await seen(chosen(server, sqlite_url))
        assert "2 programs" in said and "old-server" in said and "new-server" in said
        assert mend


async def test_a_running_program_is_written_down(sqlite_url: str) -> None:
    async with ZaloServer() as server, zalo_house(server, sqlite_url) as store:
        await server.person("La").says("chào")

        def noted() -> Any:
            with store.reading() as db:
                return db.execute(select(askers.c.bot, askers.c.heard_at)).all()

        await until(noted)
        assert noted()[0].bot == BOT and noted()[0].heard_at is not None


def come(url: str, count: int) -> None:
    """So many messages come in, one after another."""
    time.sleep(0.3)
    store = Store(url)
    for number in range(count):
        came = Arrival("zalo", BOT, f"m{number}", "chat", "{}")
        store.change(inbox.take_in, [came], {}, run=1, now=datetime.now(UTC))
    store.close_now()


def test_messages_that_another_program_takes_are_missed(sqlite_url: str) -> None:
    found = Settings(database_url=sqlite_url, zalo_token=f"{BOT}:abcdef")
    for came, well in ((3, True), (0, False)):
        bringer = threading.Thread(target=come, args=(sqlite_url, came))
        bringer.start()
        said, mend = listened(found, 3, seconds=10.0 if well else 0.8)
        bringer.join()
        assert (mend == "") is well, said
