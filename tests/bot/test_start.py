"""`lien run` where it cannot start, or its database fails: one plain line, nothing lost."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.command_line import main
from bot.run import live, run
from bot.settings import Settings, WrongSetting, settings
from storage.only_one import only_one
from storage.schema import bring_up_to_date
from storage.store import Store, UnusableDatabase
from tests.kit.running_program import (
    SECONDS_TO_COME_UP,
    RunningProgram,
    telegram_settings,
)
from tests.kit.sources import ROOT
from tests.kit.telegram_house import NO_FILE, telegram_house, until
from tests.kit.telegram_server import TOKEN, TelegramServer
from tests.kit.world import FrozenClock

NOBODY = 65534


@pytest.mark.parametrize(
    ("name", "value", "right"),
    [
        ("LIEN_TELEGRAM_TOKEN", "", "123456789:AA…"),
        ("LIEN_TELEGRAM_TOKEN", "my token", "123456789:AA…"),
        ("LIEN_DATABASE_URL", "mysql://here/there", "sqlite+aiosqlite:///lien.db"),
        ("LIEN_DATABASE_URL", "lien.db", "sqlite+aiosqlite:///lien.db"),
        ("LIEN_TELEGRAM_API", "api.telegram.org", "https://host"),
        ("LIEN_TELEGRAM_MODE", "pulling", "polling or webhook"),
        ("LIEN_TELEGRAM_MODE", "webhook", "LIEN_PUBLIC_URL"),
        ("LIEN_LISTEN", "8080", "127.0.0.1:8080"),
        ("LIEN_TIMEZONE", "Hanoi", "Asia/Ho_Chi_Minh"),
        ("LIEN_LANGUAGE", "fr", "vi or en"),
        ("LIEN_MESSAGES_PER_SECOND", "many", "1 to 1000"),
        ("LIEN_CHAT_GAP_SECONDS", "-1", "1 or 0.5"),
        ("LIEN_CHAT_MESSAGES_A_MINUTE", "-1", "0 for as many as come"),
        ("LIEN_TOKEN", "x", "LIEN_TELEGRAM_TOKEN"),
    ],
)
def test_a_wrong_setting_is_one_line_that_says_what_is_right(
    name: str,
    value: str,
    right: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.commands.run.write_log_lines", lambda **_: None)
    monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    assert main(["run"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert right in err
    assert not list(tmp_path.iterdir())


def test_the_commands_are_listed_and_an_unknown_one_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0
    assert "lien COMMAND" in capsys.readouterr().out
    assert main(["dance"]) == 2
    assert "dance" in capsys.readouterr().err


def chosen(url: str) -> Settings:
    nowhere = {"LIEN_TELEGRAM_API": "http://127.0.0.1:9", "LIEN_TELEGRAM_TOKEN": TOKEN}
    return settings({**nowhere, "LIEN_DATABASE_URL": url}, NO_FILE)


def test_a_newer_database_is_refused(sqlite_url: str) -> None:
    store = Store(sqlite_url)
    with store.writing() as db:
        db.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close_now()
    with pytest.raises(UnusableDatabase, match="newer"):
        run(chosen(sqlite_url))


def test_a_locked_database_is_named(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.store.PATIENCE_MILLISECONDS", 100)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(UnusableDatabase, match="in use by another program"):
            run(chosen(sqlite_url))
    finally:
        other.close()


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "lien.db"
    file.write_text("Dear diary, " * 1000)
    with pytest.raises(UnusableDatabase, match="not a database"):
        run(chosen(f"sqlite+aiosqlite:///{file}"))
    assert file.read_text().startswith("Dear diary")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableDatabase, match="please check the folder"):
        run(chosen(f"sqlite+aiosqlite:///{tmp_path}/no/lien.db"))


def test_a_database_that_cannot_be_written_to_is_named(sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        file = Path(folder) / "lien.db"
        file.write_bytes(sqlite_template.read_bytes())
        file.chmod(0o444)
        with (
            _as_somebody_else(),
            pytest.raises(UnusableDatabase, match="cannot be written to"),
        ):
            run(chosen(f"sqlite+aiosqlite:///{file}"))


@contextmanager
def _as_somebody_else() -> Iterator[None]:
    """Rights mean nothing to root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_second_one_on_the_same_database_is_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.only_one.PATIENCE_SECONDS", 0.2)
    first = Store(database_url)
    with only_one(first), pytest.raises(UnusableDatabase, match="another Liên is running"):
        run(chosen(database_url))
    # Once the first has ended the way is free.
    second = Store(database_url)
    with only_one(second):
        bring_up_to_date(second)
    first.close_now()
    second.close_now()


async def test_a_token_that_telegram_refuses_is_one_line(sqlite_url: str) -> None:
    async with TelegramServer() as server:
        wrong = telegram_settings(server, sqlite_url, LIEN_TELEGRAM_TOKEN=TOKEN[:-1] + "9")
        store = Store(sqlite_url)
        with pytest.raises(WrongSetting, match="LIEN_TELEGRAM_TOKEN"):
            chosen_wrongly = settings(wrong, NO_FILE)
            await live(store, chosen_wrongly, asyncio.Event(), clock=FrozenClock())
        await store.close()


async def test_a_full_disk_loses_nothing(sqlite_url: str) -> None:
    async with TelegramServer() as server, telegram_house(server, sqlite_url) as store:
        la = server.person("La")
        await la.starts()
        await la.sees()
        await store.in_writer(_leave_pages, store, 0)
        for _ in range(3):
            await la.says("a" * 4000)
        await asyncio.sleep(1.0)
        await la.sees_nothing(0.01)
        assert len(server.queue) == 3
        await store.in_writer(_leave_pages, store, 1_000_000)
        for _ in range(3):
            await la.sees()


def _leave_pages(store: Store, pages: int) -> None:
    with store.writer.connect() as db:
        there = db.exec_driver_sql("PRAGMA page_count").scalar_one()
        db.exec_driver_sql(f"PRAGMA max_page_count={there + pages}")


async def test_the_real_program_says_each_thing_in_one_line_and_stops_when_asked(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with TelegramServer() as server:
        program = RunningProgram(telegram_settings(server, sqlite_url), tmp_path / "log")
        program.start()
        try:
            la = server.person("La")
            await la.starts()
            await la.sees(SECONDS_TO_COME_UP)
            second = RunningProgram(telegram_settings(server, sqlite_url), tmp_path / "second")
            second.start()
            assert await second.gone() == 2
            assert "another Liên is running" in second.output
            assert second.output.count("\n") == 1
            await until(lambda: "listening" in program.output)
            assert await program.end() == 0
        finally:
            program.kill()
        lines = program.output.splitlines()
        assert all(line[:4].isdecimal() and " INFO lien" in line for line in lines), lines
        assert server.token.partition(":")[2] not in program.output


def test_the_page_and_the_command_line_start_without_any_telegram_library() -> None:
    look = (
        "import sys, bot.command_line, bot.try_out;"
        "print({'telegram', 'aiogram', 'httpx'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, check=True)
    assert found.stdout == b"set()\n"
