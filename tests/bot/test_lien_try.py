"""`lien try` as a real process: it starts, keeps its clock, ends, and spares foreign files."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.kit.shell import Shell, assert_one_line
from tests.kit.sources import ROOT

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]
SECONDS_TO_START = 60


@contextmanager
def process(folder: Path, *words: str, **settings: str) -> Iterator["subprocess.Popen[str]"]:
    """`lien` in a process of its own, killed at the end if it is still there."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LIEN_")}
    started = subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=clean | {"PYTHONPATH": str(ROOT)} | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        started.kill()
        started.communicate()


def address_of(started: "subprocess.Popen[str]") -> str:
    """Reads the plain line with the page's address."""
    assert started.stdout is not None
    began = time.monotonic()
    while time.monotonic() - began < SECONDS_TO_START:
        line = started.stdout.readline()
        if not line:
            break
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        if found:
            return found[0]
    raise AssertionError(f"no address: {started.stderr.read() if started.stderr else ''}")


def state_at(address: str) -> dict[str, object]:
    with urllib.request.urlopen(f"{address}try/state", timeout=20) as answer:
        state: dict[str, object] = json.loads(answer.read())
    return state


def first_text(address: str, phone: str) -> str:
    """What came first on a phone, as soon as it has come."""
    for _ in range(100):
        with urllib.request.urlopen(f"{address}try/phones/{phone}/messages", timeout=20) as answer:
            messages = json.loads(answer.read())["messages"]
        if messages:
            return str(messages[0]["text"])
        time.sleep(0.1)
    raise AssertionError("nothing came")


def moved_by_a_day(address: str) -> str:
    request = urllib.request.Request(
        f"{address}try/clock", b'{"forward": "day"}', {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(json.loads(answer.read())["now"])


def ended(started: "subprocess.Popen[str]", by: signal.Signals) -> tuple[int, str]:
    started.send_signal(by)
    _, err = started.communicate(timeout=SECONDS_TO_START)
    return started.returncode, err


TRY = ("try", "--no-browser", "--port", "0")


def test_lien_try_starts_keeps_its_clock_and_begins_afresh_when_asked(
    tmp_path: Path, practice_file: Path
) -> None:
    words = (*TRY, "--database", str(practice_file))
    with process(tmp_path, *words) as started:
        address = address_of(started)
        first = state_at(address)
        moved = moved_by_a_day(address)
        assert ended(started, signal.SIGINT) == (0, "")
    with process(tmp_path, *words) as started:
        again = state_at(address_of(started))
        assert again["started"] == first["started"]
        assert str(again["now"]) >= moved
        assert ended(started, signal.SIGTERM) == (0, "")
    with process(tmp_path, *words, "--fresh") as started:
        fresh = state_at(address_of(started))
        assert fresh["started"] != first["started"]
        assert str(fresh["now"]) < moved
        assert ended(started, signal.SIGHUP) == (0, "")


@pytest.mark.no_cover
def test_lien_try_ends_at_once_while_pages_are_open(tmp_path: Path, practice_file: Path) -> None:
    with process(tmp_path, *TRY, "--database", str(practice_file)) as started:
        events = urllib.request.urlopen(f"{address_of(started)}try/events", timeout=20)
        with events:
            assert events.readline().startswith(b":")
            began = time.monotonic()
            assert ended(started, signal.SIGTERM)[0] == 0
            assert time.monotonic() - began < 10


@pytest.mark.no_cover
def test_lien_try_takes_the_next_port_where_one_is_taken(
    tmp_path: Path, practice_file: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = ("--port", str(port), "--database", str(practice_file))
        with process(tmp_path, "try", "--no-browser", *words) as started:
            assert started.stdout is not None
            assert f"Port {port} is busy" in started.stdout.readline()
            assert "is ready" in (line := started.stdout.readline())
            assert f"http://127.0.0.1:{port}/" not in line


@pytest.mark.no_cover
def test_two_lien_try_do_not_share_a_practice_club(tmp_path: Path, practice_file: Path) -> None:
    words = (*TRY, "--database", str(practice_file))
    with process(tmp_path, *words) as first:
        address_of(first)
        with process(tmp_path, *words) as second:
            _, err = second.communicate(timeout=SECONDS_TO_START)
    assert second.returncode == 2
    assert "another Liên is running" in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.no_cover
def test_a_start_that_was_killed_while_filling_begins_again(tmp_path: Path) -> None:
    with process(tmp_path, *TRY) as started:
        assert started.stdout is not None
        assert "Filling" in started.stdout.readline()
        started.kill()
    with process(tmp_path, *TRY) as started:
        assert state_at(address_of(started))["club"]


def test_lien_try_leaves_a_real_database_alone(lien: Shell) -> None:
    assert lien("club", "new", *FOUND).code == 0
    before = (lien.folder / "lien.db").read_bytes()
    for flags in ([], ["--fresh"]):
        said = lien("try", "--no-browser", "--port", "0", "--database", "lien.db", *flags)
        assert_one_line(said, "holds a real club")
    assert (lien.folder / "lien.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"x" * 99]
)
def test_lien_try_leaves_another_file_alone(lien: Shell, content: bytes) -> None:
    (lien.folder / "ảnh.jpg").write_bytes(content)
    for flags in ([], ["--fresh"]):
        said = lien("try", "--no-browser", "--port", "0", "--database", "ảnh.jpg", *flags)
        assert_one_line(said, "not a practice database")
    assert (lien.folder / "ảnh.jpg").read_bytes() == content


def test_lien_try_in_a_folder_that_is_not_there_is_one_line(lien: Shell) -> None:
    said = lien("try", "--no-browser", "--port", "0", "--database", "no/where/lien.db")
    assert_one_line(said)


@pytest.mark.parametrize("port", ["65536", "-1", "x", "80.5", "²"])
def test_a_port_out_of_range_is_one_line(lien: Shell, port: str) -> None:
    assert_one_line(lien("try", f"--port={port}"), "65535")


@pytest.mark.no_cover
def test_a_broken_pipe_is_no_fault(tmp_path: Path, practice_file: Path) -> None:
    asked = f"{sys.executable} -m bot summary 1 2026-10 | head -n 1"
    environment = os.environ | {
        "LIEN_DATABASE_URL": f"sqlite:///{practice_file}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        asked, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert (done.stderr, len(done.stdout.splitlines())) == ("", 1)


@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":99"}], ids=["no screen", "a screen"])
def test_a_browser_is_opened_where_there_is_a_screen(
    tmp_path: Path, practice_file: Path, screen: dict[str, str]
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/seen\n', encoding="utf-8")
    browser.chmod(0o755)
    settings = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "BROWSER": f"{browser} %s"} | screen
    words = ("try", "--port", "0", "--database", str(practice_file))
    with process(tmp_path, *words, **settings) as started:
        address = address_of(started)
        state_at(address)
        assert ended(started, signal.SIGTERM)[0] == 0
    seen = tmp_path / "seen"
    assert (seen.read_text(encoding="utf-8").strip() if seen.exists() else "") == (
        address if screen else ""
    )


@pytest.mark.no_cover
def test_in_english_the_people_are_spoken_to_in_english(tmp_path: Path) -> None:
    with process(tmp_path, *TRY, LIEN_LANGUAGE="en") as started:
        address = address_of(started)
        assert "Its code is" in first_text(address, "la")
        assert state_at(address)["language"] == "en"
