"""The repository's own files, for the tests that look after its tidiness."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGES: Final = ("bot", "club", "handlers", "messages", "scheduler", "storage")
_BUILT: Final = {"__pycache__", "build", "dist", "lien.egg-info"}
_BUILT_SUFFIXES: Final = {".pyc", ".mo", ".part", ".sqlite", ".db"}


@cache
def every_file() -> tuple[Path, ...]:
    """Each file that belongs to the repository: no built ones, of the dotted only known ones."""
    return tuple(sorted(_walk()))


def python_files(*folders: str) -> list[Path]:
    """The Python files under the given folders of the repository; without any, all of them."""
    wanted = [ROOT / folder for folder in folders] or [ROOT]
    return [
        file
        for file in every_file()
        if file.suffix == ".py" and any(file.is_relative_to(folder) for folder in wanted)
    ]


def shown(file: Path) -> str:
    """The file's name as a person would type it from the repository's root."""
    return file.relative_to(ROOT).as_posix()


def text_of(file: Path) -> str | None:
    """The file's text, or None for a picture, a font or a sound."""
    content = file.read_bytes()
    return None if b"\0" in content else content.decode("utf-8")


def _walk() -> Iterator[Path]:
    for folder, inner, files in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in _BUILT and _belongs(name)]
        for name in files:
            file = Path(folder, name)
            if _belongs(name) and file.suffix not in _BUILT_SUFFIXES:
                yield file


def _belongs(name: str) -> bool:
    return not name.startswith(".") or name in {".ci", ".gitignore", ".editorconfig"}
