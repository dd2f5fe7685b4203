"""Whatever is typed into cells is taken or named; nothing else is ever raised."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from messages.joining.importing import fault_line
from messages.sheets.columns import COLUMNS, HEADINGS, Kind
from messages.sheets.incoming import read_incoming
from messages.sheets.sheet import Cell, Row, Sheet
from messages.understand.plain import plain
from messages.wording import LANGUAGES, Words
from tests.kit.paper_rows import TODAY

HEADS = {kind: [HEADINGS[each].vietnamese for each in COLUMNS[kind]] for kind in Kind}
TYPED = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
    st.sampled_from(["20", "52", "1/2", "0,7%", "mùng 5", "=1+1", "có", "không", "12/2026", "-1"]),
)


@given(st.sampled_from(Kind), st.lists(st.lists(TYPED, max_size=13), max_size=4))
def test_whatever_stands_in_cells_is_taken_or_named(kind: Kind, rows: list[list[Any]]) -> None:
    found = {
        number: {column: _cell(value) for column, value in enumerate(row) if value is not None}
        for number, row in enumerate(rows, start=2)
    }
    head = Row(1, {column: Cell(words) for column, words in enumerate(HEADS[kind])})
    lines = tuple(Row(number, cells) for number, cells in found.items() if cells)
    file = read_incoming((Sheet("A", (head, *lines)),), TODAY)
    for language in LANGUAGES:
        for wrong in file.faults:
            line = fault_line(Words(language), wrong)
            assert wrong.at.row in found
            assert line.startswith("A, ")


def _cell(value: Any) -> Cell:
    if isinstance(value, int | float):
        return Cell(Decimal(repr(value)))
    return Cell(plain(value) or "x" if isinstance(value, str) else value)
