"""A sheet of a workbook: its cells, row by row."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from messages.sheets.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Merged,
    Row,
    Sheet,
    Unreadable,
    Why,
)
from messages.sheets.workbook_xml import Styles
from messages.understand.plain import plain

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST_MERGED = 1_000
# Day 60 of the usual count is 29 February 1900, which never was.
_FIRST_SURE_DAY, _LAST_DAY = 61, 2_958_465


class SheetXml:
    """Collects the rows while the file is read."""

    def __init__(self, words: Sequence[str], styles: Styles, *, since_1904: bool) -> None:
        self._words, self._styles = words, styles
        self._first_day = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
        self._since_1904 = since_1904
        self._rows: list[Row] = []
        self._merged: list[Merged] = []
        self._cells: dict[int, Cell] = {}
        self._row = self._column = 0
        self._has: Mapping[str, str] = {}
        self._inside = ""
        self._value: list[str] = []
        self._is_formula = False

    def sheet(self, name: str) -> Sheet:
        return Sheet(plain(name), tuple(self._rows), tuple(self._merged))

    def begins(self, element: str, has: Mapping[str, str]) -> None:
        match element:
            case "row":
                self._row = int(has.get("r", self._row + 1))
                self._column, self._cells = -1, {}
            case "c":
                self._begin_cell(has)
            case "f":
                self._is_formula = True
            case "mergeCell" if len(self._merged) < _MOST_MERGED:
                self._merged.append(_merged(has.get("ref", "")))
        self._inside = element if element in {"v", "t"} else ""

    def says(self, words: str) -> None:
        if self._inside:
            self._value.append(words)

    def ends(self, element: str) -> None:
        self._inside = ""
        if element == "c":
            self._end_cell()
        elif element == "row" and self._cells:
            self._rows.append(Row(self._row, self._cells))
            if len(self._rows) > MOST_ROWS:
                raise Unreadable(Why.TOO_MANY_ROWS)

    def _begin_cell(self, has: Mapping[str, str]) -> None:
        place = _PLACE.fullmatch(has.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        self._has, self._value, self._is_formula = has, [], False

    def _end_cell(self) -> None:
        if self._column >= MOST_COLUMNS:
            return
        cell = self._cell("".join(self._value))
        if cell is not None:
            self._cells[self._column] = cell

    def _cell(self, written: str) -> Cell | None:
        kind = self._has.get("t", "n")
        if kind == "s":
            written = self._shared(written)
        if kind in {"n", "d"}:
            return self._number_or_day(written.strip(), kind)
        words = plain(written)
        if not words and not self._is_formula:
            return None
        return Cell(words or None, is_formula=self._is_formula, is_wrong=kind == "e")

    def _shared(self, written: str) -> str:
        """The text that many cells may point at. LookupError where there is none."""
        if not written:
            return ""
        number = int(written)
        if number < 0:
            raise LookupError("no such text")
        return self._words[number]

    def _number_or_day(self, written: str, kind: str) -> Cell | None:
        if not written:
            return Cell(None, is_formula=True) if self._is_formula else None
        if kind == "d":
            return Cell(date.fromisoformat(written[:10]), is_formula=self._is_formula)
        style = int(self._has.get("s", "0"))
        number = _number(written)
        if style in self._styles.days and self._is_day(number):
            day = self._first_day + timedelta(days=int(number))
            return Cell(day, is_formula=self._is_formula)
        is_percent = style in self._styles.percents
        return Cell(number, is_formula=self._is_formula, is_percent=is_percent)

    def _is_day(self, number: Decimal) -> bool:
        return (0 if self._since_1904 else _FIRST_SURE_DAY) <= number <= _LAST_DAY


def _number(written: str) -> Decimal:
    """As the cell shows it: the shortest decimal of what was stored in binary."""
    stored = float(written)
    if not math.isfinite(stored):
        raise ValueError("no number")
    return Decimal(repr(stored))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _merged(name: str) -> Merged:
    ends = [_PLACE.fullmatch(each) for each in name.split(":")]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        raise ValueError("no range")
    return Merged(name, int(first[2]), int(last[2]), _column(first[1]), _column(last[1]))
