"""A machine that is not as it should be: each command says so in one line, and what helps."""

import resource
import sqlite3
from pathlib import Path

import pytest

from bot.could_not import why_not
from bot.settings import WrongSetting
from bot.surroundings import LEAST_OPEN_FILES, must_be_fit
from storage.store import DatabaseFailed
from tests.kit.shell import Shell, assert_one_line

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]


def test_too_few_open_files_are_said_before_anything_is_begun() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    must_be_fit()
    resource.setrlimit(resource.RLIMIT_NOFILE, (LEAST_OPEN_FILES - 1, hard))
    try:
        with pytest.raises(WrongSetting, match="ulimit -n 1024"):
            must_be_fit()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("order", ["run", "try"])
def test_without_its_words_nobody_is_answered(
    lien: Shell, order: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or old people would be spoken to in English."""
    monkeypatch.setattr("messages.wording._LOCALE", tmp_path)
    assert_one_line(lien(order), "lien.po cannot be read; please install Liên anew")


@pytest.mark.parametrize("order", ["check", "summary 1 2026-10", "clock", "try --database {}"])
def test_a_path_that_the_machine_refuses_is_one_line(
    lien: Shell, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "x" * 300
    monkeypatch.setenv("LIEN_DATABASE_URL", f"sqlite:///{name}")
    assert_one_line(lien(*order.format(name).split()), f"{name}: File name too long")
    said = lien("doctor")
    assert said.code == 1
    assert "File name too long\n                → check LIEN_DATABASE_URL" in said.out


def test_settings_that_are_no_text_are_one_line(lien: Shell) -> None:
    (lien.folder / ".env").write_bytes(b"LIEN_LANGUAGE=\xff\xfe")
    assert_one_line(lien("check"), ".env is no text in UTF-8")


def test_settings_that_everybody_can_read_are_to_be_mended(lien: Shell) -> None:
    file = lien.folder / ".env"
    file.write_text("LIEN_LANGUAGE=vi\n")
    file.chmod(0o644)
    assert "→ chmod o-rwx .env" in lien("doctor").out
    file.chmod(0o640)
    assert "chmod" not in lien("doctor").out


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("disk I/O error", "see whether it is full"),
        ("FATAL:  sorry, too many clients already", "no connection left"),
        ('FATAL:  too many connections for role "lien"', "no connection left"),
    ],
)
def test_what_a_database_lacks_is_said_with_what_helps(said: str, part: str) -> None:
    why = why_not(DatabaseFailed("SELECT 1", None, Exception(said)))
    assert why is not None
    assert part in why


def test_a_locked_file_is_said_to_be_in_use(lien: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lien("club", "new", *FOUND).code == 0
    monkeypatch.setattr("storage.store.PATIENCE_MILLISECONDS", 10)
    other = sqlite3.connect(lien.folder / "lien.db", isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        for order in ("check", "tables back 0030", "summary 1 2026-10", "area provinces", "run"):
            monkeypatch.setenv("LIEN_PUBLIC_URL", "https://lien.example")
            assert_one_line(lien(*order.split()), "the database is in use by another program")
        assert "→ end that program; lien run, an import" in lien("doctor").out
    finally:
        other.close()
    assert lien("check").code == 0
