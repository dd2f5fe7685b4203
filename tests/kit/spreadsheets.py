"""Spreadsheet files made for tests: as a spreadsheet program saves them, and taken apart."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter

Cell = str | int | float | Decimal | date | None


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    also: Callable[[Any, Any], None] | None = None,
    **options: object,
) -> bytes:
    """An .xlsx with these rows; `also(book, sheet)` does more to each sheet."""
    out = io.BytesIO()
    kept_as_typed = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(out, kept_as_typed | options) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(at, column, value, day)
                    elif value is not None:
                        sheet.write(at, column, value)
            if also:
                also(book, sheet)
    return out.getvalue()


def members(*rows: Sequence[Cell]) -> dict[str, list[Sequence[Cell]]]:
    """A list of members by name and year of birth."""
    return {"Thành viên": [["Họ và tên", "Năm sinh"], *rows]}


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same archive with some files changed or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each not in changed:
                new.writestr(each, old.read(each))
        for name, content in changed.items():
            new.writestr(name, content)
    return out.getvalue()


def unpacked(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
