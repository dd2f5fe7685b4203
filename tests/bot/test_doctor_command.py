"""`lien doctor`: what is well, what is to be mended and how; never a secret."""

import asyncio
import socket
import sqlite3

import pytest

from tests.kit.shell import Shell
from tests.kit.telegram_server import TOKEN, TelegramServer

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]


def test_the_doctor_finds_a_practice_club_well(practised: Shell) -> None:
    said = practised("doctor")
    assert said.code == 0, said.out
    assert "SQLite, 1 club, for practice only" in said.out
    assert "MB free" in said.out


def test_the_doctor_says_what_to_do_without_a_database(lien: Shell) -> None:
    said = lien("doctor")
    assert said.code == 1
    assert "MEND  database" in said.out
    assert "→ lien club new" in said.out


def test_the_doctor_sees_that_the_folder_is_missing(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite:///{lien.folder}/nowhere/lien.db")
    said = lien("doctor")
    assert said.code == 1
    assert "there is no folder" in said.out
    assert "club new" not in said.out


def test_the_doctor_knows_what_lien_run_can_do_without(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "lien run needs one of them" in lien("doctor").out
    monkeypatch.setenv("LIEN_PUBLIC_URL", "https://lien.example")
    said = lien("doctor").out
    assert "no LIEN_TELEGRAM_TOKEN: nobody is answered on Telegram" in said
    assert "lien run needs" not in said


def test_the_doctor_sees_a_clock_that_went_back(lien: Shell) -> None:
    assert lien("club", "new", *FOUND).code == 0
    with sqlite3.connect(lien.folder / "lien.db") as db:
        db.execute(
            "INSERT INTO inbox (channel, bot, update_key, state, attempts, run, received_at)"
            " VALUES ('web', '', 'k', 'done', 1, 1, '2999-01-01 00:00:00.000000')"
        )
    db.close()
    said = lien("doctor")
    assert said.code == 1
    assert "MEND  clock" in said.out


async def test_the_doctor_asks_telegram_for_the_bots_name(
    practised: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with TelegramServer() as server:
        monkeypatch.setenv("LIEN_TELEGRAM_API", server.url)
        monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", TOKEN)
        well = await asyncio.to_thread(practised, "doctor")
        monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", TOKEN[:-3] + "111")
        refused = await asyncio.to_thread(practised, "doctor")
    assert (well.code, "@lien_bot, by polling" in well.out) == (0, True), well.out
    assert (refused.code, "the token is refused" in refused.out) == (1, True), refused.out


def test_the_doctor_never_shows_the_token(lien: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    token = "123456789:AAabcdefghijklmnopqrstuvwxyz0123456"
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    monkeypatch.setenv("LIEN_TELEGRAM_TOKEN", token)
    monkeypatch.setenv("LIEN_TELEGRAM_API", f"http://127.0.0.1:{port}")
    said = lien("doctor")
    assert said.code == 1
    assert "does not answer" in said.out
    assert token not in said.out + said.err
