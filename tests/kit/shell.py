"""The command line, given orders in this process: exit code and what was said."""

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.command_line import main

FOUND = ["--province", "Hà Nội", "--commune", "Xã Mỹ Đức", "--hamlet", "Thôn Hạ"]
"""What `lien club new` has to be told."""


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Shell:
    """A folder in which commands are given; nobody sits at the keyboard."""

    folder: Path

    def __call__(self, *words: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as ended:
                code = int(ended.code or 0)
        return Said(code, out.getvalue(), err.getvalue())


def shell_in(folder: Path, patch: pytest.MonkeyPatch) -> Shell:
    """Commands are given in this folder, with no settings but those set later."""
    for name in [each for each in os.environ if each.startswith("LIEN_")]:
        patch.delenv(name)
    patch.chdir(folder)
    patch.setattr(sys, "stdin", io.StringIO())
    return Shell(folder)


def assert_one_line(said: Said, *parts: str) -> None:
    """Wrong use: exit code 2, one line, no traceback."""
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    for part in parts:
        assert part in said.err
