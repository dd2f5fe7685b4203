"""CSV as spreadsheet programs write it: commas, semicolons or tabs, in Unicode or Windows-1258."""

import codecs
import csv
import io
from collections.abc import Iterable

from messages.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet, Unreadable, Why
from messages.understand.plain import plain

_DELIMITERS = ";\t,"
_LINES_LOOKED_AT = 20
_MOST_MARKS = 4096


def read_delimited(data: bytes) -> Sheet:
    """The one sheet of the file; every cell is words. Raises Unreadable."""
    text = _decoded(data)
    if "\x00" in text:
        raise Unreadable(Why.OTHER_FILE)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows = tuple(_rows(lines))
    except csv.Error:
        raise Unreadable(Why.DAMAGED) from None
    return Sheet("CSV", rows)


def _rows(lines: Iterable[list[str]]) -> list[Row]:
    found = []
    for number, line in enumerate(lines, start=1):
        cells = {
            column: Cell(words)
            for column, written in enumerate(line[:MOST_COLUMNS])
            if (words := plain(written[:_MOST_MARKS]))
        }
        if cells:
            found.append(Row(number, cells))
        if len(found) > MOST_ROWS:
            raise Unreadable(Why.TOO_MANY_ROWS)
    return found


def _decoded(data: bytes) -> str:
    """Unicode where it says so or can be; else Windows-1258, whose tones stand behind letters."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(Why.LETTERS)


def _delimiter(text: str) -> str:
    """What stands most evenly between words in the first lines."""
    lines = [line for line in text.splitlines()[:_LINES_LOOKED_AT] if line.strip()]
    return max(_DELIMITERS, key=lambda sign: sum(min(line.count(sign), 40) for line in lines))
