"""Backups where the disk is full, and what those that were killed leave behind."""

import resource
import subprocess
import sys

import pytest

from tests.bot.backup.conftest import Keys
from tests.kit.counting import programs_not_counted
from tests.kit.shell import Shell, assert_one_line


def test_a_disk_without_room_leaves_no_half_backup(lien: Shell, keys: Keys) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    # What counts its lines would want room as well.
    with programs_not_counted():
        done = subprocess.run(
            [sys.executable, "-m", "bot", "backup", "one"],
            cwd=lien.folder,
            preexec_fn=little_room,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "lien: one cannot be written: File too large\n"
    assert not list(lien.folder.glob("one*"))


def test_what_the_disk_did_not_take_is_never_called_a_backup(lien: Shell, keys: Keys) -> None:
    """All of a small backup is one piece, and what seals it keeps a fault of that to itself."""
    (lien.folder / "one.part").symlink_to("/dev/full")
    assert_one_line(lien("backup", "one"), "one cannot be written: No space left on device")
    assert not list(lien.folder.glob("one*"))


def test_what_killed_ones_left_is_gone_before_the_next_begins(
    lien: Shell, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, other = lien.folder / "lien-20261121-010203Z.backup.part", lien.folder / "mine.part"
    for each in (left, other):
        each.write_bytes(b"half")
    (lien.folder / "none.db").touch()
    monkeypatch.setenv("LIEN_DATABASE_URL", "sqlite:///none.db")
    assert lien("backup", "--to", ".").code == 2
    assert (left.exists(), other.exists()) == (False, True)
