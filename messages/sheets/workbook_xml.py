"""The small files of a workbook: which sheets there are, the words they share, how cells look."""

import re
from collections.abc import Mapping
from typing import Protocol, TypeVar
from xml.parsers import expat

from messages.sheets.sheet import Unreadable, Why

# The built-in number formats that show a day or a time, and those that show a percentage.
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_MOST_LETTERS_IN_A_CELL = 32_767
_MOST_WORDS = 1_000_000


class XmlRefused(Exception):
    """The file declares a document type or entities, which no spreadsheet needs."""


class Reader(Protocol):
    """Takes the beginnings, words and ends of elements, in their order."""

    def begins(self, element: str, has: Mapping[str, str]) -> None: ...

    def says(self, words: str) -> None: ...

    def ends(self, element: str) -> None: ...


R = TypeVar("R", bound=Reader)


def parsed(reader: R, data: bytes) -> R:
    """The reader after it has seen the whole file. Raises XmlRefused and ExpatError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda name, has: reader.begins(_local(name), has)
    parser.EndElementHandler = lambda name: reader.ends(_local(name))
    parser.CharacterDataHandler = reader.says
    parser.Parse(data, True)
    return reader


def _refuse(*_said: object) -> None:
    raise XmlRefused


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Silent:
    """A reader that needs no words between elements and no ends."""

    def says(self, words: str) -> None: ...

    def ends(self, element: str) -> None: ...


class WorkbookXml(_Silent):
    """The visible sheets, each with the name of its relation."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False

    def begins(self, element: str, has: Mapping[str, str]) -> None:
        if element == "workbookPr":
            self.since_1904 = has.get("date1904", "0") in {"1", "true"}
        elif element == "sheet" and has.get("state", "visible") == "visible":
            relation = next((value for key, value in has.items() if _local(key) == "id"), "")
            self.sheets.append((has.get("name", ""), relation))


class Relations(_Silent):
    """Where the parts of the workbook lie."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begins(self, element: str, has: Mapping[str, str]) -> None:
        if element == "Relationship" and has.get("TargetMode") != "External":
            self.targets[has.get("Id", "")] = has.get("Target", "")


class SharedWords:
    """The texts that cells point at; a text may be of several pieces in several fonts."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._in_reading = False  # how a Japanese word is read aloud, which is no part of it

    def begins(self, element: str, has: Mapping[str, str]) -> None:
        if element == "si":
            self._pieces = []
        elif element == "rPh":
            self._in_reading = True
        elif element == "t":
            self._in_text = not self._in_reading

    def says(self, words: str) -> None:
        if self._in_text:
            self._pieces.append(words)

    def ends(self, element: str) -> None:
        if element == "si":
            self.words.append("".join(self._pieces)[:_MOST_LETTERS_IN_A_CELL])
            if len(self.words) > _MOST_WORDS:
                raise Unreadable(Why.TOO_LARGE_UNPACKED)
        elif element == "rPh":
            self._in_reading = False
        elif element == "t":
            self._in_text = False


class Styles:
    """Which styles of cells show a day, and which a percentage."""

    def __init__(self) -> None:
        self.days: set[int] = set()
        self.percents: set[int] = set()
        self._own: dict[int, str] = {}
        self._in_cells = False
        self._count = 0

    def begins(self, element: str, has: Mapping[str, str]) -> None:
        if element == "numFmt":
            self._own[int(has.get("numFmtId", "0"))] = has.get("formatCode", "")
        elif element == "cellXfs":
            self._in_cells = True
        elif element == "xf" and self._in_cells:
            self._note(int(has.get("numFmtId", "0")))

    def says(self, words: str) -> None: ...

    def ends(self, element: str) -> None:
        if element == "cellXfs":
            self._in_cells = False

    def _note(self, number: int) -> None:
        pattern = _NO_LETTERS.sub("", self._own.get(number, "")).lower()
        if number in _DAY_FORMATS or set(pattern) & {"d", "y"}:
            self.days.add(self._count)
        elif number in _PERCENT_FORMATS or "%" in pattern:
            self.percents.add(self._count)
        self._count += 1
