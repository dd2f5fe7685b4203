"""A book as it is listed on a sheet: columns with their kind, rows of plain values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from club.money import Money

Cell = str | int | Money | date | None


class Holds(StrEnum):
    """What a column holds. CODE: a word of the program that messages puts into words."""

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    YEAR = "year"
    THOUSANDTHS = "thousandths"
    DONG = "dong"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class ListedBook:
    """One book. `about` names the fund of a cash book; every row has a cell for each column."""

    code: str
    columns: tuple[tuple[str, Holds], ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str = ""
