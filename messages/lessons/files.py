"""The files of a curriculum: what lies in a folder, read as TOML, and on which line a part stands.

A lesson is a file "05-contacts.toml": its place in the curriculum and its code. The tips are
"tips.toml".
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

TIPS: Final = "tips.toml"
NAMED: Final = re.compile(r"(\d{2})-([a-z][a-z0-9-]{1,29})\.toml")
_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")
_AT_LINE: Final = re.compile(r"line (\d+)")

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: `kind` and the values of its sentence; line 0 is all of it."""

    file: str
    line: int
    kind: str
    part: str = ""
    what: str = ""


class FileFaulty(Exception):
    """No data can be had from a file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A file's data, and the line of each part of it."""

    path: Path
    data: Mapping[str, Any]
    lines: Mapping[Place, int]

    @property
    def number(self) -> int:
        return int(self.path.name[:2])

    @property
    def code(self) -> str:
        return self.path.stem[3:]

    def line_of(self, place: Place) -> int:
        """The line of the part, or of what it stands in."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def toml_files(folder: Path) -> list[Path]:
    """The files of a folder, by name. Raises OSError where it cannot be read."""
    found = [each for each in folder.iterdir() if each.suffix == ".toml" and each.is_file()]
    return sorted(found)


def read_file(path: Path) -> LessonFile:
    """One file. Raises FileFaulty for what is no TOML in UTF-8."""
    text = _text_of(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else len(text.splitlines())
        raise FileFaulty(Fault(path.name, line, "no_toml", what=str(error))) from None
    return LessonFile(path, data, _lines_of(text))


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileFaulty(Fault(path.name, 0, "unreadable", what=error.strerror or "")) from None
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise FileFaulty(Fault(path.name, 1, "byte_order_mark"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileFaulty(Fault(path.name, line, "not_utf8")) from None
    if not text.strip():
        raise FileFaulty(Fault(path.name, 0, "empty_file"))
    return text.replace("\r\n", "\n")


def _lines_of(text: str) -> dict[Place, int]:
    """The line of each table and key; what stands within a long text is none."""
    finder = _Finder()
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            finder.see(line, number)
        inside = _still_inside(line, inside)
    return finder.lines


def _still_inside(line: str, inside: str) -> str:
    for quotes in ('"""', "'''"):
        if inside in {"", quotes} and line.count(quotes) % 2:
            return "" if inside else quotes
    return inside


class _Finder:
    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self._counts: dict[Place, int] = {}
        self._table: Place = ()

    def see(self, line: str, number: int) -> None:
        header = _HEADER.fullmatch(line)
        if header is not None:
            self._table = self._place(header[2].split("."), is_new=header[1] == "[[")
            self.lines.setdefault(self._table, number)
        elif (key := _KEY.match(line)) is not None:
            self.lines.setdefault((*self._table, key[1]), number)

    def _place(self, names: list[str], *, is_new: bool) -> Place:
        """[choices.text] belongs to the [[choices]] above it."""
        place: Place = ()
        for position, name in enumerate(names, 1):
            place = (*place, name)
            if is_new and position == len(names):
                self._counts[place] = self._counts.get(place, 0) + 1
            if place in self._counts:
                place = (*place, self._counts[place] - 1)
        return place
