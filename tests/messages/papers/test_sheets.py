"""Sheets to print: over however many pages, who signs sees the last rows above the signatures."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from messages.papers.sheets import Column, Heading, Section, Sheet, Table, printed
from messages.wording import Words

COLUMNS = (Column("STT", "11mm", "center"), Column("Việc"), Column("Số tiền", "34mm", "right"))


def pages_of(rows: int, *, totals: int = 0, landscape: bool = False) -> list[str]:
    """The text of each page."""
    listed = [[str(number), f"việc thứ {number}.", "1.000"] for number in range(rows)]
    table = Table(COLUMNS, listed, [["", "Cộng hết", "9.000"]] * totals)
    sheet = Sheet(
        title="BÁO CÁO",
        heading=Heading(club="CLB Thôn Đoài", commune="Xã Mỹ Đức", day=date(2026, 11, 2)),
        sections=(Section("1. Việc", (), table),),
        signatures=(("Kế toán", "Em"), ("Chủ nhiệm", "Bình")),
        landscape=landscape,
    )
    content = printed(sheet, Words(), "a.pdf").content
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("totals", [0, 1])
def test_signatures_never_stand_alone_and_no_row_is_lost(*, totals: int, landscape: bool) -> None:
    for rows in (1, 2, 3, 4, *range(14, 48, 3)):
        pages = pages_of(rows, totals=totals, landscape=landscape)
        together = "\n".join(pages)
        for number in range(rows):
            assert together.count(f"việc thứ {number}.") == 1
        for number in range(max(0, rows - 3), rows):
            assert f"việc thứ {number}." in pages[-1], rows
        assert together.count("Cộng hết") == totals
        assert all(page.count("Số tiền") == 1 for page in pages), rows
        assert [page.count("Chủ nhiệm") for page in pages] == [0] * (len(pages) - 1) + [1]


def test_without_a_row_the_heads_and_the_signatures_stand() -> None:
    [page] = pages_of(0)
    assert "Số tiền" in page
    assert "Chủ nhiệm" in page
