"""The command line: each command's good and bad use, as real processes where that matters."""

import io
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.command_line import ORDERS, main
from tests.kit.practice import make_practice_club
from tests.kit.sources import ROOT

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]
SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Shell:
    """A folder in which commands are given, in this process."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Said:
        self.capture.readouterr()
        try:
            code = main(words)
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = self.capture.readouterr()
        return Said(code, out, err)


@pytest.fixture
def lien(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    for name in [each for each in os.environ if each.startswith("LIEN_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return Shell(tmp_path, capsys)


@pytest.fixture
def practised(lien: Shell, practice_file: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The commands look at a practice club."""
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite+aiosqlite:///{practice_file}")
    return lien


def assert_one_line(said: Said, *parts: str) -> None:
    """Wrong use: exit code 2, one line, no traceback."""
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    for part in parts:
        assert part in said.err


def test_without_a_word_every_command_is_listed(lien: Shell) -> None:
    said = lien()
    assert said.code == 0
    assert all(f"  {order.words} " in said.out for order in ORDERS)
    assert lien("--help") == said


@pytest.mark.parametrize("words", [["fly"], ["club"], ["club", "old"], ["--version"], [""]])
def test_an_unknown_command_is_one_line(lien: Shell, words: list[str]) -> None:
    assert_one_line(lien(*words), "there is no command")


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.words)
def test_every_command_explains_itself_in_two_languages(lien: Shell, order) -> None:  # type: ignore[no-untyped-def]
    said = lien(*order.words.split(), "--help")
    assert said.code == 0
    assert order.english in said.out.replace("\n", " ")
    assert order.vietnamese in said.out.replace("\n", " ")


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.words)
def test_a_flag_nobody_knows_is_one_line(lien: Shell, order) -> None:  # type: ignore[no-untyped-def]
    assert_one_line(lien(*order.words.split(), "--sideways"))


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("LIEN_DATABASE_URL", "mysql://here", "LIEN_DATABASE_URL"),
        ("LIEN_DATABASE_URL", "sqlite:///nowhere/at/all.db", "folder"),
        ("LIEN_TIMEZONE", "Mars/Crater", "LIEN_TIMEZONE"),
        ("LIEN_TOKEN", "1", "no such setting"),
    ],
)
def test_a_wrong_setting_is_one_line(
    lien: Shell, monkeypatch: pytest.MonkeyPatch, name: str, value: str, part: str
) -> None:
    monkeypatch.setenv(name, value)
    assert_one_line(lien("club", "new", *FOUND), part)


# lien club new


def test_a_club_is_founded_with_its_code_and_five_invitations(lien: Shell) -> None:
    said = lien("club", "new", *FOUND, "--name", "CLB thôn Hạ", "--meeting-day", "lunar 15")
    assert said.code == 0
    assert re.search(r"the code [2-9A-Z]{4}-[2-9A-Z]{4}$", said.out, re.MULTILINE)
    assert len(set(re.findall(r"i-[\w-]{22}", said.out))) == 5
    for role in ("chair (chủ nhiệm)", "bookkeeper (kế toán)", "cashier (thủ quỹ)"):
        assert role in said.out
    assert lien("check").out == "1 club checked: the books hold\n"


def test_the_secrets_of_invitations_are_not_kept(lien: Shell) -> None:
    secrets = re.findall(r"i-([\w-]{22})", lien("club", "new", *FOUND).out)
    assert len(secrets) == 5
    kept = b"".join(each.read_bytes() for each in lien.folder.iterdir())
    assert not [secret for secret in secrets if secret.encode() in kept]


@pytest.mark.parametrize(
    ("flags", "part"),
    [
        (["--province", "Hà Nội"], "--commune is missing"),
        ([*FOUND, "--fee", "five"], "--fee"),
        ([*FOUND, "--fee", "-5"], "--fee"),
        ([*FOUND, "--fee", "99999999"], "--fee"),
        ([*FOUND, "--fee", "٣"], "--fee"),
        ([*FOUND, "--meeting-day", "32"], "--meeting-day"),
        ([*FOUND, "--meeting-day", "some day"], "--meeting-day"),
        ([*FOUND, "--name", "…"], "--name"),
        ([*FOUND, "--name", "x" * 101], "--name"),
        ([*FOUND, "--hamlet", ""], "--hamlet"),
        ([*FOUND, "--commune"], "--commune"),
    ],
)
def test_nonsense_founds_nothing(lien: Shell, flags: list[str], part: str) -> None:
    assert_one_line(lien("club", "new", *flags), part)
    assert not list(lien.folder.glob("*.db"))


def test_the_same_club_is_not_founded_twice(lien: Shell) -> None:
    assert lien("club", "new", *FOUND, "--name", "CLB thôn Hạ").code == 0
    said = lien("club", "new", *FOUND, "--commune", "xã mỹ đức", "--name", "clb thon ha")
    assert_one_line(said, "already (club 1)")
    assert lien("check").out.startswith("1 club ")


def test_a_practice_database_gets_no_real_club(practised: Shell) -> None:
    assert_one_line(practised("club", "new", *FOUND), "practice only")


def test_what_is_not_given_is_asked_until_it_makes_sense(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["Hà Nội", "", "Xã Mỹ Đức", "Thôn Hạ", "CLB thôn Hạ", "33", "24", ""])

    def answer(question: str) -> str:
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    said = lien("club", "new")
    assert said.code == 0, said.err
    assert said.out.count("Right would be") == 2
    assert "CLB thôn Hạ is founded" in said.out


# lien check, summary, fault, doctor


@pytest.mark.parametrize("words", [["check"], ["summary", "1", "2026-10"], ["fault", "1"]])
def test_without_a_database_none_is_made(lien: Shell, words: list[str]) -> None:
    assert_one_line(lien(*words), "no database")
    assert not list(lien.folder.glob("*.db"))


def test_books_that_hold_are_called_so(practised: Shell) -> None:
    assert practised("check") == Said(0, "1 club checked: the books hold\n", "")


def test_a_posting_that_was_tampered_with_is_found(practised: Shell, practice_file: Path) -> None:
    with sqlite3.connect(practice_file) as db:
        guard = "SELECT sql FROM sqlite_master WHERE name = 'guard_postings_update'"
        [(make_it,)] = db.execute(guard).fetchall()
        db.execute("DROP TRIGGER guard_postings_update")
        db.execute("UPDATE postings SET amount = amount + 1000 WHERE id = 7")
        db.execute(make_it)
    db.close()
    said = practised("check")
    assert said.code == 1
    assert "does not sum to zero" in said.out
    assert "club 1, CLB Liên thế hệ tự giúp nhau thôn Đoài" in said.out


def test_a_missing_guard_is_found(practised: Shell, practice_file: Path) -> None:
    with sqlite3.connect(practice_file) as db:
        db.execute("DROP TRIGGER guard_postings_delete")
    db.close()
    said = practised("check")
    assert said.code == 1
    assert "guard_postings_delete" in said.out


def test_a_file_that_is_no_database_is_one_line(
    lien: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lien.folder / "lien.db").write_text("Sổ quỹ " * 1000, encoding="utf-8")
    assert_one_line(lien("check"), "not a database")


@pytest.mark.parametrize("called", ["1", "Đoài", "thon doai", "clb liên thế hệ"])
def test_a_club_is_found_by_number_and_name(practised: Shell, called: str) -> None:
    said = practised("summary", called, "2026-10")
    assert said.code == 0
    assert "Thành viên: 57" in said.out


def test_the_summary_as_json_is_of_the_same_month(practised: Shell) -> None:
    said = practised("summary", "1", "2026-10", "--as", "json")
    value = json.loads(said.out)
    assert (value["month"], value["figures"]["members"]["all"]) == ("2026-10", 57)


def test_the_summary_goes_into_a_file(practised: Shell) -> None:
    said = practised("summary", "1", "2026-10", "-o", "thang-10.txt")
    assert said == Said(0, "", "")
    text = (practised.folder / "thang-10.txt").read_text(encoding="utf-8")
    assert text == practised("summary", "1", "2026-10").out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["1"], "MONTH"),
        (["1", "2026-13"], "2026-10"),
        (["1", "10/2026"], "2026-10"),
        (["1", "2020-01"], "before its founding"),
        (["1", "2999-01"], "still to come"),
        (["9", "2026-10"], "no club “9”"),
        (["Thôn Thượng", "2026-10"], "no club"),
        (["", "2026-10"], "no club"),
        (["1", "2026-10", "--as", "pdf"], "--as"),
        (["1", "2026-10", "-o", "no/such/folder.txt"], "cannot be written"),
    ],
)
def test_a_summary_that_cannot_be_is_one_line(
    practised: Shell, words: list[str], part: str
) -> None:
    assert_one_line(practised("summary", *words), part)


@pytest.mark.parametrize("number", ["1", "999", "9223372036854775807"])
def test_a_fault_nobody_had_is_one_line(practised: Shell, number: str) -> None:
    assert_one_line(practised("fault", number), f"no fault {number}")


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "²", "9223372036854775808"])
def test_a_fault_has_a_number(practised: Shell, number: str) -> None:
    assert_one_line(practised("fault", number))


def test_a_fault_is_shown_with_its_frames(practised: Shell, practice_file: Path) -> None:
    with sqlite3.connect(practice_file) as db:
        db.execute(
            "INSERT INTO faults (id, at, 'where', kind, trace, times)"
            " VALUES (5, '2026-11-01 02:00:00.000000', 'step', 'KeyError', 'bot/core.py:1 f', 2)"
        )
    db.close()
    said = practised("fault", "5")
    assert said.code == 0
    assert "fault 5: KeyError in step, 2 times, 2026-11-01" in said.out
    assert "bot/core.py:1 f" in said.out


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


# lien try, as a real process


@contextmanager
def process(folder: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """`lien` in a process of its own, killed at the end if it is still there."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LIEN_")}
    started = subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=clean | {"PYTHONPATH": str(ROOT)},
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


def moved_by_a_day(address: str) -> str:
    request = urllib.request.Request(
        f"{address}try/clock", b'{"forward": "day"}', {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return str(json.loads(answer.read())["now"])


def ended(started: "subprocess.Popen[str]", by: signal.Signals) -> tuple[int, str]:
    started.send_signal(by)
    _, err = started.communicate(timeout=30)
    return started.returncode, err


TRY = ("try", "--no-browser", "--port", "0")


def test_lien_try_starts_keeps_its_clock_and_begins_afresh_when_asked(tmp_path: Path) -> None:
    with process(tmp_path, *TRY) as started:
        address = address_of(started)
        first = state_at(address)
        moved = moved_by_a_day(address)
        assert ended(started, signal.SIGINT) == (0, "")
    with process(tmp_path, *TRY) as started:
        again = state_at(address_of(started))
        assert again["started"] == first["started"]
        assert str(again["now"]) >= moved
        assert ended(started, signal.SIGTERM) == (0, "")
    with process(tmp_path, *TRY, "--fresh") as started:
        fresh = state_at(address_of(started))
        assert fresh["started"] != first["started"]
        assert str(fresh["now"]) < moved
        assert ended(started, signal.SIGTERM) == (0, "")


def test_lien_try_ends_at_once_while_pages_are_open(tmp_path: Path, practice_file: Path) -> None:
    with process(tmp_path, *TRY, "--database", str(practice_file)) as started:
        events = urllib.request.urlopen(f"{address_of(started)}try/events", timeout=20)
        with events:
            assert events.readline().startswith(b":")
            began = time.monotonic()
            assert ended(started, signal.SIGTERM)[0] == 0
            assert time.monotonic() - began < 10


def test_lien_try_takes_the_next_port_where_one_is_taken(
    tmp_path: Path, practice_file: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = ("--port", str(port), "--database", str(practice_file))
        with process(tmp_path, "try", "--no-browser", *words) as started:
            assert address_of(started) != f"http://127.0.0.1:{port}/"


def test_two_lien_try_do_not_share_a_practice_club(tmp_path: Path, practice_file: Path) -> None:
    words = (*TRY, "--database", str(practice_file))
    with process(tmp_path, *words) as first:
        address_of(first)
        with process(tmp_path, *words) as second:
            _, err = second.communicate(timeout=30)
    assert second.returncode == 2
    assert "another Liên is running" in err
    assert len(err.strip().splitlines()) == 1


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


def test_a_broken_pipe_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "practice.db"
    make_practice_club(f"sqlite+aiosqlite:///{file}")
    asked = f"{sys.executable} -m bot summary 1 2026-10 | head -n 1"
    environment = os.environ | {
        "LIEN_DATABASE_URL": f"sqlite:///{file}",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        asked, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert (done.stderr, len(done.stdout.splitlines())) == ("", 1)
