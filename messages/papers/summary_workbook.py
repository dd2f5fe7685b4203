"""The month as a workbook: a cover with all indicators, then one sheet for each book.

Numbers and days are real ones; whatever somebody wrote is a string and never a formula.
"""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from club.books_listed import Cell, Holds, ListedBook
from club.money import Money
from club.summary import MonthlySummary
from club.summary.indicators import Measure, Unit, Value, measures
from messages.figures.summary_definitions import definition
from messages.figures.summary_kept import summary_of
from messages.figures.summary_lines import fund_name
from messages.figures.summary_names import name_of
from messages.formats import short_day
from messages.moments import written
from messages.money.book_columns import book_title, cell_in_words, column_title
from messages.papers.kinds import Drawn, paper
from messages.papers.row_heights import row_height
from messages.wording import Words, capital

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans("", "", "[]:*?/\\'")
_WIDTHS = {
    Holds.TEXT: 26,
    Holds.CODE: 24,
    Holds.NUMBER: 11,
    Holds.YEAR: 10,
    Holds.THOUSANDTHS: 11,
    Holds.DONG: 15,
    Holds.DAY: 12,
    Holds.YES_NO: 9,
}
_FIRST_ROW = 3
_NAME_WIDTH, _FIGURE_WIDTH, _HOW_WIDTH = 44, 16, 70


def kept_books(books: Sequence[ListedBook]) -> str:
    """The books as one text in a row of the outbox; sums in đồng, days as 2026-10-24."""
    return json.dumps(
        [
            {
                "code": book.code,
                "about": book.about,
                "columns": [[code, holds.value] for code, holds in book.columns],
                "rows": [[_plain(cell) for cell in row] for row in book.rows],
            }
            for book in books
        ],
        ensure_ascii=False,
    )


def _plain(cell: Cell) -> str | int | None:
    match cell:
        case Money(dong):
            return dong
        case date():
            return cell.isoformat()
        case None | int():
            return cell
    return str(cell)


@paper("summary_workbook")
def summary_workbook(
    words: Words, *, club: str, commune: str, day: date, summary: str, books: str
) -> Drawn:
    """`summary` as messages.figures.summary_kept writes it, `books` as `kept_books` does."""
    # Nobody else needs it, and a program that starts fast reads few files.
    from xlsxwriter import Workbook  # noqa: PLC0415

    month = summary_of(summary)
    out = io.BytesIO()
    workbook = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    workbook.set_properties(
        {"title": _title(words, month), "company": club, "created": _midnight(day)}
    )
    drawing = _Drawing(words, workbook, club)
    drawing.cover(month, commune, day)
    for book in json.loads(books):
        drawing.book(book)
    workbook.close()
    name = "summary" if words.language == "en" else "bao-cao"
    return Drawn(out.getvalue(), f"{name}-{month.month}.xlsx", XLSX, _title(words, month))


def _title(words: Words, summary: MonthlySummary) -> str:
    return words.say("Summary of {month}", month=summary.month)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 – a sheet's days have no zone


class _Drawing:
    """One workbook while it is written."""

    def __init__(self, words: Words, workbook: "Workbook", club: str) -> None:
        self.words = words
        self.workbook = workbook
        self.club = club
        plain: dict[str, Any] = {"font_name": "Times New Roman", "font_size": 12}
        boxed = plain | {"border": 1, "border_color": "#9AA39E", "valign": "top"}
        self.title = workbook.add_format(plain | {"bold": True, "font_size": 15})
        self.note = workbook.add_format(plain | {"italic": True})
        self.head = workbook.add_format(
            boxed | {"bold": True, "bg_color": "#E9F3EC", "text_wrap": True, "valign": "vcenter"}
        )
        self.text = workbook.add_format(boxed | {"text_wrap": True})
        shapes = {
            "number": "0", "sum": "#,##0", "day": "dd/mm/yyyy", "percent": "0%",
            "hours": "0.0", "quantity": "#,##0.###",
        }  # fmt: skip
        # A figure does not touch the words beside it.
        beside = boxed | {"align": "right", "indent": 1}
        self.none = workbook.add_format(beside)
        self.shapes: Mapping[str, Format] = {
            name: workbook.add_format(beside | {"num_format": shape})
            for name, shape in shapes.items()
        }

    def cover(self, summary: MonthlySummary, commune: str, day: date) -> None:
        """The month before only where the club has one, as on the sheet to sign."""
        words = self.words
        before = [] if summary.before is None else [summary.month.previous()]
        months = [capital(words.shown(each)) for each in (summary.month, *before)]
        titled = [
            (words.say("Indicator"), _NAME_WIDTH),
            *((each, _FIGURE_WIDTH) for each in months),
            (words.say("How it is counted"), _HOW_WIDTH),
        ]
        sheet = self._sheet(words.say("Cover"), _title(words, summary), titled)
        made = words.say("made on {day}", day=short_day(day))
        state = words.say("not closed")
        if summary.is_closed:
            state = words.say("closed, code {code}", code=summary.closing_code)
        about = [self.club, commune, state, made]
        sheet.write_string(1, 0, " · ".join(each for each in about if each), self.note)
        for row, each in enumerate(measures(summary.figures, summary.before), start=_FIRST_ROW):
            self._indicator(sheet, row, each, months=len(months))

    def _indicator(self, sheet: "Worksheet", row: int, each: Measure, *, months: int) -> None:
        words = self.words
        name, how = written(name_of(each), words), written(definition(code=each.code), words)
        sheet.set_row(row, row_height([(name, _NAME_WIDTH), (how, _HOW_WIDTH)]))
        sheet.write_string(row, 0, name, self.text)
        for column, value in enumerate((each.value, each.before)[:months], start=1):
            self._measured(sheet, (row, column), each.unit, value)
        sheet.write_string(row, months + 1, how, self.text)

    def book(self, book: Mapping[str, Any]) -> None:
        title = book_title(self.words, book["code"])
        if book["about"]:
            title = written(fund_name(name=book["about"]), self.words)
        columns = [(code, Holds(holds)) for code, holds in book["columns"]]
        widths = [_WIDTHS[holds] for _, holds in columns]
        heads = [column_title(self.words, code) for code, _ in columns]
        sheet = self._sheet(title, title, list(zip(heads, widths, strict=True)))
        if not book["rows"]:
            sheet.write_string(_FIRST_ROW, 0, self.words.say("No entry"), self.note)
        for row, cells in enumerate(book["rows"], start=_FIRST_ROW):
            sheet.set_row(row, row_height(zip(cells, widths, strict=True)))
            for number, cell in enumerate(cells):
                self._cell(sheet, (row, number), columns[number][1], cell)

    def _sheet(self, name: str, title: str, heads: Sequence[tuple[str, int]]) -> "Worksheet":
        """A new sheet: title, what it is about, column heads with their widths that stay; A4 on its
        side.
        """
        sheet = self.workbook.add_worksheet(self._free_name(name))
        sheet.write_string(0, 0, title, self.title)
        sheet.write_string(1, 0, self.club, self.note)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(_FIRST_ROW - 1, column, head, self.head)
        sheet.set_row(_FIRST_ROW - 1, row_height(heads))
        sheet.freeze_panes(_FIRST_ROW, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_FIRST_ROW - 1)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def _free_name(self, name: str) -> str:
        """At most 31 signs, none that sheets forbid, and no name twice whatever its case."""
        taken = {each.get_name().lower() for each in self.workbook.worksheets()}
        clean = " ".join(name.translate(_NOT_IN_SHEET_NAMES).split()) or "1"
        return next(each for each in _names(clean) if each.lower() not in taken)

    def _measured(self, sheet: "Worksheet", at: tuple[int, int], unit: Unit, value: Value) -> None:
        match unit, value:
            case _, None:
                sheet.write_string(*at, "–", self.none)
            case Unit.DAY, date():
                sheet.write_datetime(*at, _midnight(value), self.shapes["day"])
            case Unit.DONG, Money(dong):
                sheet.write_number(*at, dong, self.shapes["sum"])
            case Unit.PERCENT, int():
                sheet.write_number(*at, value / 100, self.shapes["percent"])
            case Unit.MINUTES, int():
                sheet.write_number(*at, value / 60, self.shapes["hours"])
            case _, int():
                sheet.write_number(*at, value, self.shapes["sum"])

    def _cell(
        self, sheet: "Worksheet", at: tuple[int, int], holds: Holds, cell: str | int | None
    ) -> None:
        match holds, cell:
            case _, None | "":
                sheet.write_blank(*at, None, self.text)
            case Holds.DAY, str():
                day = _midnight(date.fromisoformat(cell))
                sheet.write_datetime(*at, day, self.shapes["day"])
            case Holds.THOUSANDTHS, int():
                sheet.write_number(*at, cell / 1000, self.shapes["quantity"])
            case Holds.YEAR, int():
                sheet.write_number(*at, cell, self.shapes["number"])
            case _, int():
                sheet.write_number(*at, cell, self.shapes["sum"])
            case Holds.CODE, str():
                sheet.write_string(*at, cell_in_words(self.words, cell), self.text)
            case _, str():
                sheet.write_string(*at, cell, self.text)


def _names(name: str) -> Iterator[str]:
    yield name[:_LONGEST_SHEET_NAME].strip()
    for number in range(2, 1000):
        ending = f" {number}"
        yield name[: _LONGEST_SHEET_NAME - len(ending)].strip() + ending
