"""What a spreadsheet file is once it is read: sheets, rows and cells, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

MOST_BYTES = 5 << 20
MOST_UNPACKED_BYTES = 100 << 20
MOST_ROWS = 20_000
"""Rows with something in them, over all sheets."""
MOST_COLUMNS = 200


class Why(StrEnum):
    """Why a file cannot be read at all; messages.joining.importing has a sentence for each."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    TOO_MANY_ROWS = "too_many_rows"
    MACROS = "macros"
    LINKS = "links"
    ENTITIES = "entities"
    PASSWORD = "password"
    OLD_EXCEL = "old_excel"
    OPEN_DOCUMENT = "open_document"
    PDF = "pdf"
    PICTURE = "picture"
    OTHER_FILE = "other_file"
    DAMAGED = "damaged"
    LETTERS = "letters"
    OLD_FONT = "old_font"
    NO_SHEET = "no_sheet"


class Unreadable(Exception):
    """The one refusal of the reader."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it: words, a number, or a day.

    A formula stands with the value it had when the file was saved, None where there is none.
    `is_percent`: the number is shown as a percentage, so 0.007 stands there as 0,7 %.
    `is_wrong`: the formula ended in an error, which is the words (#REF!).
    """

    value: str | Decimal | date | None
    is_formula: bool = False
    is_percent: bool = False
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty; columns are counted from 0, rows from 1."""

    number: int
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells made into one, from the first to the last row and column; `name` is "A2:A5"."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows in their order."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merged, ...] = field(default=())
