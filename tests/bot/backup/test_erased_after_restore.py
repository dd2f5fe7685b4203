"""Of whoever was erased nothing comes back with an older backup: in no table, no file, no log."""

import logging
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.backup.making import make_backup
from bot.backup.restoring import restore
from storage.backup.erasures import erase_again, erased_in
from storage.changes.own.erase_person import erase_person
from storage.store import Store, sqlite_file
from tests.bot.backup.conftest import Keys
from tests.kit.marked_rows import FIRST_NUMBER, MARK, NAME, NOW, PHONE, Planter, everything_in
from tests.storage.test_erase_person import UNBOUND

HERS = (MARK, NAME, PHONE, str(FIRST_NUMBER)[:5])


def test_nothing_of_her_comes_back_with_a_backup_from_before(
    sqlite_template: Path,
    tmp_path: Path,
    open_store: Callable[[str], Store],
    keys: Keys,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG, "lien")
    store = open_store(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'one.db')}")
    with store.writing() as db:
        marked = Planter(db, only=UNBOUND).plant()

    made = make_backup(store, tmp_path / "backup", [keys.public], now=NOW, progress=silent)
    store.change(erase_person, marked.person, NOW + timedelta(days=1))
    with store.reading() as db:
        erased = list(erased_in(db))
    back = open_store(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'two.db')}")

    def afterwards(db: Any, _heading: Any) -> None:
        assert MARK in str(everything_of(db))  # the backup holds all of her
        assert erase_again(db, erased, NOW) == 1

    restore(back, made.file, keys.secret, progress=silent, afterwards=afterwards)
    rows = everything_in(back)
    assert [each for each in HERS if each in rows] == []
    assert "Người Khác Hẳn" in rows
    back.settle()
    file = sqlite_file(back.url)
    assert file is not None
    for content in (file.read_bytes(), made.file.read_bytes()):
        assert [each for each in HERS if each.encode() in content] == []
    printed = capsys.readouterr()
    said = caplog.text + printed.out + printed.err
    assert [each for each in HERS if each in said] == []


def silent(done: int, of: int) -> None:
    """Nobody looks on."""


def everything_of(db: Any) -> list[Any]:
    from storage.tables import metadata

    return [tuple(row) for table in metadata.sorted_tables for row in db.execute(table.select())]
