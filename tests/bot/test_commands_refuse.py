"""Every command with a slip in it: one line that says what to do, exit code 2, nothing made."""

import sqlite3
from pathlib import Path

import pytest

from bot.command_line import ORDERS
from bot.sizes import size_said
from tests.kit.shell import Shell, assert_one_line

GOOD: dict[str, list[str]] = {
    "club new": ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"],
    "club link": ["1", "chair"],
    "summary": ["1", "2026-10"],
    "rollup": ["Việt Nam", "2026-10"],
    "officer new": ["Việt Nam"],
    "officer end": ["Việt Nam"],
    "area list": [],
    "area provinces": [],
    "area add": ["Hà Nội", "Xã Q"],
    "area merge": ["1", "2", "--as", "Xã R"],
    "area move-club": ["1", "2"],
    "area rename": ["1", "Xã S"],
    "check": [],
    "tables": [],
    "questions": [],
    "outbox": [],
    "clock": [],
    "certificate": ["ABCD-EFGH-JKLM"],
    "fault": ["1"],
    "replay": ["1"],
}
"""Each command that needs a database, with words that are right where there is one."""
MAKE_ONE = {"club new", "area provinces"}
WITHOUT = {
    *("try", "run", "members import", "area import", "lessons check", "lessons show", "fill"),
    *("backup", "restore", "doctor"),
}
"""They read a file or a key first, or say of themselves what is wrong; tested beside each."""


def test_every_command_is_tried_here() -> None:
    assert GOOD.keys() | WITHOUT == {each.words for each in ORDERS}


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.words)
def test_too_many_words_are_one_line(lien: Shell, order) -> None:  # type: ignore[no-untyped-def]
    words = [*order.words.split(), *GOOD.get(order.words, ["a"]), "x", "y", "z"]
    if order.words != "area merge":
        assert_one_line(lien(*words))
    assert not list(lien.folder.glob("*.db"))


@pytest.mark.parametrize("words", [each for each in GOOD if each not in MAKE_ONE])
def test_a_database_that_is_not_there_is_not_made(lien: Shell, words: str) -> None:
    assert_one_line(lien(*words.split(), *GOOD[words]), "there is no database")
    assert not list(lien.folder.glob("*.db"))


@pytest.mark.parametrize("words", GOOD)
def test_what_is_no_database_of_ours_stays_as_it_is(lien: Shell, words: str) -> None:
    file = lien.folder / "lien.db"
    file.write_text("Sổ quỹ " * 1000, encoding="utf-8")
    assert_one_line(lien(*words.split(), *GOOD[words]), "not a database")
    assert file.read_text(encoding="utf-8").startswith("Sổ quỹ")
    file.unlink()
    file.mkdir()
    assert_one_line(lien(*words.split(), *GOOD[words]), "cannot be opened")


@pytest.mark.parametrize("words", ["check", "club new"])
def test_another_programs_database_gets_no_tables_of_ours(lien: Shell, words: str) -> None:
    file = lien.folder / "lien.db"
    _makes(file, "CREATE TABLE recipes (name TEXT)")
    assert_one_line(lien(*words.split(), *GOOD[words]), "another program", "LIEN_DATABASE_URL")
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    db.close()


def _makes(file: Path, statement: str) -> None:
    db = sqlite3.connect(file)
    db.execute(statement)
    db.commit()
    db.close()


@pytest.mark.parametrize("words", GOOD)
def test_a_wrong_setting_is_said_before_anything_is_done(
    lien: Shell, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("LIEN_LANGUAGE", "xx")
    assert_one_line(lien(*words.split(), *GOOD[words]), "LIEN_LANGUAGE", "vi or en")
    assert not list(lien.folder.glob("*.db"))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["rollup", "X", "2026-10"], ["“X”"]),
        (["rollup", "N", "2026-10"], ["whole word", "Việt Nam"]),
        (["summary", "o", "2026-10"], ["whole word", "1 (CLB"]),
        (["summary", "Doa", "2026-10"], ["whole word"]),
        (["outbox", "retry", "99999"], ["no message 99999", "lien outbox"]),
        (["outbox", "drop", "99998", "99999"], ["99998, 99999", "nothing was done"]),
    ],
)
def test_a_part_of_a_name_or_a_number_that_is_none_is_no_choice(
    practised: Shell, words: list[str], parts: list[str]
) -> None:
    said = practised(*words)
    assert_one_line(said, *parts)
    assert not said.out


def test_what_is_small_is_said_in_a_small_unit() -> None:
    assert [size_said(each) for each in (0, 20, 4_321, 99_499, 100_000, 1_440_000)] == [
        *("0 kB", "1 kB", "4 kB", "99 kB", "0.1 MB", "1.4 MB")
    ]
