"""One workbook about an area while it is written, sheet by sheet."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from messages.papers.row_heights import row_height

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | tuple[str, float] | None
"""A text, a number with its shape, or nothing."""
SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_HEAD_ROW = 3
_MOST_ON_A_PAGE = 12
_SMALLER_PERCENT = 60
_SHAPES = {"number": "#,##0", "percent": "0%", "tenths": "0.0", "hundredths": "0.00"}


class Drawing:
    """One workbook while it is written; whatever somebody wrote is a string, never a formula."""

    def __init__(self, workbook: "Workbook", title: str, about: str) -> None:
        self.workbook, self.title, self.about = workbook, title, about
        plain: dict[str, Any] = {"font_name": "Times New Roman", "font_size": 12}
        boxed = plain | {"border": 1, "border_color": "#9AA39E", "valign": "top"}
        self.large = workbook.add_format(plain | {"bold": True, "font_size": 15})
        self.note = workbook.add_format(plain | {"italic": True})
        self.head = workbook.add_format(
            boxed | {"bold": True, "bg_color": "#E9F3EC", "text_wrap": True}
        )
        self.text = workbook.add_format(boxed | {"text_wrap": True})
        self.shapes = {
            name: workbook.add_format(boxed | {"num_format": shape})
            for name, shape in _SHAPES.items()
        }

    def sheet(
        self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """Heads with their widths; the completeness stands above every sheet."""
        sheet = self.workbook.add_worksheet(name)
        sheet.write_string(0, 0, self.title, self.large)
        sheet.write_string(1, 0, self.about, self.note)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(_HEAD_ROW, column, head, self.head)
        sheet.set_row(_HEAD_ROW, row_height(heads))
        for number, cells in enumerate(rows, start=_HEAD_ROW + 1):
            widths = [width for _, width in heads]
            sheet.set_row(number, row_height(zip(cells, widths, strict=True)))
            for column, cell in enumerate(cells):
                self._cell(sheet, (number, column), cell)
        sheet.freeze_panes(_HEAD_ROW + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        if len(heads) > _MOST_ON_A_PAGE:
            # As many pages beside each other as it takes; the names stand on each.
            sheet.repeat_columns(0)
            sheet.set_print_scale(_SMALLER_PERCENT)
        else:
            sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.set_footer("&L&A&R&P / &N")

    def _cell(self, sheet: Any, at: tuple[int, int], cell: Cell) -> None:
        match cell:
            case None:
                sheet.write_string(*at, "–", self.text)
            case str():
                sheet.write_string(*at, cell, self.text)
            case (shape, value):
                sheet.write_number(*at, value, self.shapes[shape])
