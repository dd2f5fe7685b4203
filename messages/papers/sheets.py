"""Sheets to print: the official heading, sections with tables, and places to sign.

A sheet is data alone; templates/sheet.typ lays it out. Tables go on over as many pages as they need
with their heading repeated, and a row is never torn.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from club.money import NOTHING, Money
from messages.formats import figures
from messages.papers.kinds import PDF, Drawn
from messages.papers.typesetting import as_pdf
from messages.wording import Words


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in parts of the line, or in millimetres where it ends in mm."""

    heading: str
    width: str = "1fr"
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words as they are printed; `totals` are the last rows, in bold."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    totals: Sequence[Sequence[str]] = ()
    row_height: str = "auto"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, some lines, a table, lines below it; each may be missing.

    runs_on: the lines stand behind the heading, as where one of them is all there is to say.
    """

    title: str = ""
    lines: Sequence[str] = ()
    table: Table | None = None
    below: Sequence[str] = ()
    runs_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above every paper of a club."""

    club: str
    commune: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document. `signatures` are pairs: the office, and who holds it ('' to write it in)."""

    title: str
    heading: Heading
    under_title: Sequence[str] = ()
    sections: Sequence[Section] = ()
    signatures: Sequence[tuple[str, str]] = ()
    landscape: bool = False
    letters_points: float = 12


def printed(sheet: Sheet, words: Words, file_name: str) -> Drawn:
    """The sheet as a PDF."""
    return Drawn(as_pdf("sheet.typ", _data(sheet, words)), file_name, PDF, sheet.title)


def _data(sheet: Sheet, words: Words) -> dict[str, Any]:
    heading = sheet.heading
    return asdict(sheet) | {
        "language": words.language,
        "heading": {
            "above": heading.commune.upper(),
            "club": heading.club.upper(),
            "nation": words.say("SOCIALIST REPUBLIC OF VIET NAM"),
            "motto": words.say("Independence – Freedom – Happiness"),
            "place_and_day": place_and_day(words, heading),
        },
        "sign_hint": words.say("(sign, full name)"),
        "footer": heading.club,
        "page": words.say("Page"),
    }


_KINDS_OF_COMMUNE = ("Xã ", "Phường ", "Đặc khu ", "Thị trấn ")


def place_and_day(words: Words, heading: Heading) -> str:
    """Mỹ Đức, ngày 02 tháng 11 năm 2026"""
    place = heading.commune
    for kind in _KINDS_OF_COMMUNE:
        place = place.removeprefix(kind)
    day = heading.day
    said = words.say(
        "on {day}/{month}/{year}", day=f"{day.day:02}", month=f"{day.month:02}", year=str(day.year)
    )
    return f"{place}, {said}" if place else said


def sum_(amount: Money | None) -> str:
    """A sum in a table: figures alone, the unit stands above; nothing is empty."""
    return "" if amount is None or amount == NOTHING else balance(amount)


def balance(amount: Money) -> str:
    """A sum in a table that is said even where it is nothing; less than that with a real minus."""
    return figures(amount.dong).replace("-", "−")
