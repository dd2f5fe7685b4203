"""Machines whose language knows no Vietnamese letters, and terminals that go away."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.run import _until_signal
from bot.terminal import as_typed
from tests.kit.sources import ROOT

PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]


def told(folder: Path, *words: str | bytes) -> tuple[int, str, str]:
    """`lien` on a machine set to LANG=C."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LIEN_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=clean | PLAIN | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_names_come_and_go_in_full_where_the_machine_speaks_ascii(tmp_path: Path) -> None:
    code, out, err = told(tmp_path, "club", "new", *FOUND)
    assert (code, err) == (0, "")
    assert "is founded" in out
    assert "thủ quỹ" in out
    db = sqlite3.connect(tmp_path / "lien.db")
    names = db.execute("SELECT hamlet FROM clubs UNION SELECT name FROM areas").fetchall()
    db.close()
    assert {("Thôn Hạ",), ("Xã Mỹ Đức",), ("Hà Nội",)} <= set(names)


@pytest.mark.no_cover
def test_the_list_of_commands_is_read_there_too(tmp_path: Path) -> None:
    code, out, err = told(tmp_path)
    assert (code, err) == (0, "")
    assert "Sao lưu toàn bộ cơ sở dữ liệu" in out


def test_bytes_that_are_no_letters_are_one_line(tmp_path: Path) -> None:
    code, out, err = told(tmp_path, "summary", b"Th\xf4n H\xe1", "2026-10")
    assert (code, out) == (2, "")
    assert err == "lien: please give names in UTF-8\n"


def test_words_stay_as_they_were_typed() -> None:
    assert as_typed(["Thôn Hạ", "Th\udcc3\udcb4n"]) == ["Thôn Hạ", "Thôn"]


@pytest.mark.parametrize("by", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
async def test_what_is_begun_is_finished_however_it_is_ended(by: signal.Signals) -> None:
    finished = []

    async def work(stopping: asyncio.Event) -> None:
        os.kill(os.getpid(), by)
        await stopping.wait()
        finished.append(by)

    await _until_signal(work)
    for each in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().remove_signal_handler(each)
    assert finished == [by]
