"""The command line: each command's good and bad use, as real processes where that matters."""

import json
import sqlite3
from pathlib import Path

import pytest

from bot.command_line import ORDERS, Order
from tests.kit.shell import FOUND, Said, Shell, assert_one_line


def test_without_a_word_every_command_is_listed(lien: Shell) -> None:
    said = lien()
    assert said.code == 0
    assert all(f"  {order.words} " in said.out for order in ORDERS)
    assert lien("--help") == said


@pytest.mark.parametrize("words", [["fly"], ["club"], ["club", "old"], ["--version"], [""]])
def test_an_unknown_command_is_one_line(lien: Shell, words: list[str]) -> None:
    assert_one_line(lien(*words), "there is no command")


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.words)
def test_every_command_explains_itself_in_two_languages(lien: Shell, order: Order) -> None:
    said = lien(*order.words.split(), "--help")
    assert said.code == 0
    assert order.english in said.out.replace("\n", " ")
    assert order.vietnamese in said.out.replace("\n", " ")


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.words)
def test_a_flag_nobody_knows_is_one_line(lien: Shell, order: Order) -> None:
    assert_one_line(lien(*order.words.split(), "--sideways"))


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("LIEN_DATABASE_URL", "mysql://here", "LIEN_DATABASE_URL"),
        ("LIEN_DATABASE_URL", "sqlite:///nowhere/at/all.db", "folder"),
        ("LIEN_TIMEZONE", "Mars/Crater", "LIEN_TIMEZONE"),
        ("LIEN_PUBLIC_URL", "http://example.org", "https://host"),
        ("LIEN_PUBLIC_URL", "http://127.0.0.1.example.org", "https://host"),
        ("LIEN_TOKEN", "1", "no such setting"),
    ],
)
def test_a_wrong_setting_is_one_line(
    lien: Shell, monkeypatch: pytest.MonkeyPatch, name: str, value: str, part: str
) -> None:
    monkeypatch.setenv(name, value)
    assert_one_line(lien("club", "new", *FOUND), part)


# lien check, summary, fault


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
    ("form", "begins"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("xlsx", b"PK")]
)
def test_the_summary_as_a_paper_goes_into_a_file_of_its_own_name(
    practised: Shell, form: str, begins: bytes
) -> None:
    said = practised("summary", "1", "2026-10", "--as", form)
    assert said == Said(0, f"bao-cao-2026-10.{form}\n", "")
    assert (practised.folder / f"bao-cao-2026-10.{form}").read_bytes().startswith(begins)


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
        (["1", "2026-10", "--as", "docx"], "--as"),
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
