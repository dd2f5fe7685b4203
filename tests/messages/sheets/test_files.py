"""Every kind of file a board may hand in: it is read, or there is one plain reason why not."""

import io
import time
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.sheets.files import read_sheets
from messages.sheets.sheet import MOST_BYTES, Cell, Sheet, Unreadable, Why
from tests.kit.spreadsheets import Cell as Written
from tests.kit.spreadsheets import members, repacked, unpacked, workbook

GOOD = workbook(members(["Nguyễn Thị Hoa", 1952], ["Trần Văn Mạnh", 1950]))
SHEET = "xl/worksheets/sheet1.xml"
PDF = b"%PDF-1.7\n1 0 obj"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
PNG = b"\x89PNG\r\n\x1a\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(data: bytes) -> Why | None:
    try:
        read_sheets(data)
    except Unreadable as refused:
        return refused.why
    return None


def column(sheet: Sheet, number: int) -> list[object]:
    return [row.cells[number].value if number in row.cells else None for row in sheet.rows]


def _zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b"\xef\xbb\xbf \r\n\r\n", Why.EMPTY),
        (b"\x00" * 500, Why.EMPTY),
        (workbook({"Trang 1": []}), Why.EMPTY),
        (PDF, Why.PDF),
        (JPEG, Why.PICTURE),
        (PNG, Why.PICTURE),
        (OLE, Why.OLD_EXCEL),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Why.PASSWORD),
        (b"<html><table><tr><td>1</td></tr></table></html>", Why.OTHER_FILE),
        (b"{\\rtf1 ...}", Why.OTHER_FILE),
        (_zipped(mimetype=b"application/vnd.oasis", **{"content.xml": b"<a/>"}), Why.OPEN_DOCUMENT),
        (_zipped(**{"word/document.xml": b"<a/>"}), Why.OTHER_FILE),
        (_zipped(**{"photo.jpg": JPEG}), Why.OTHER_FILE),
        (GOOD[: len(GOOD) // 2], Why.DAMAGED),
        (GOOD + bytes(MOST_BYTES), Why.TOO_LARGE),
        (b"PK\x05\x06" + bytes(18), Why.DAMAGED),
        (bytes(range(128, 256)) * 3, Why.LETTERS),
    ],
)
def test_a_wrong_file_altogether_has_one_plain_reason(data: bytes, why: Why) -> None:
    assert refusal(data) is why


def test_macros_are_refused_by_their_file_and_by_their_kind() -> None:
    assert refusal(repacked(GOOD, {"xl/vbaProject.bin": b"x"})) is Why.MACROS
    kinds = unpacked(GOOD, "[Content_Types].xml").replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"ms-excel.sheet.macroEnabled.main",
    )
    assert refusal(repacked(GOOD, {"[Content_Types].xml": kinds})) is Why.MACROS


def test_links_to_other_files_are_refused() -> None:
    linked = repacked(GOOD, {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    assert refusal(linked) is Why.LINKS


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entities_are_refused_unread(name: str) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert refusal(repacked(GOOD, {name: bomb})) is Why.ENTITIES
    assert refusal(repacked(GOOD, {name: outside})) is Why.ENTITIES


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(GOOD, {SHEET: b" " * (101 << 20)})
    assert len(bomb) < MOST_BYTES
    begun = time.process_time()
    assert refusal(bomb) is Why.TOO_LARGE_UNPACKED
    assert time.process_time() - begun < 0.5


def test_what_an_archive_says_of_its_size_is_not_believed() -> None:
    bomb = bytearray(repacked(GOOD, {SHEET: b"<a>" + b" " * (101 << 20)}))
    at = bomb.rindex(SHEET.encode()) - 46
    bomb[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert refusal(bytes(bomb)) in {Why.DAMAGED, Why.TOO_LARGE_UNPACKED}


def test_a_locked_archive_is_called_locked() -> None:
    locked = bytearray(GOOD)
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    assert refusal(bytes(locked)) is Why.PASSWORD


def test_letters_of_an_old_font_are_named() -> None:
    old = workbook({"Hä": [["Hä vµ tªn", "N¨m sinh"], ["NguyÔn ThÞ B×nh ®", 1950]]})
    assert refusal(old) is Why.OLD_FONT


def test_more_rows_than_a_club_can_have_are_refused() -> None:
    text = "Họ và tên\n" + "Nguyễn Thị Hoa\n" * 20_001
    assert refusal(text.encode()) is Why.TOO_MANY_ROWS
    names: list[list[Written]] = [[f"A {each}", 1950] for each in range(20_001)]
    many = workbook(members(*names))
    assert refusal(many) is Why.TOO_MANY_ROWS


def test_ten_thousand_rows_are_read_in_seconds() -> None:
    rows: list[list[Written]] = [["Nguyễn Thị Hoa", 1900 + each % 100] for each in range(10_000)]
    many = workbook(members(*rows))
    begun = time.process_time()
    (sheet,) = read_sheets(many)
    assert len(sheet.rows) == 10_001
    assert time.process_time() - begun < 10


# What stands in cells


def test_words_numbers_days_and_percentages_are_what_they_are_shown_as() -> None:
    def also(book: Any, sheet: Any) -> None:
        sheet.write(0, 1, 0.007, book.add_format({"num_format": "0.0%"}))
        sheet.write(1, 1, 0.7)
        sheet.write(2, 1, 45000, book.add_format({"num_format": '"ngày" d "tháng" m'}))
        sheet.write(3, 1, 45000, book.add_format({"num_format": '"dong" 0'}))
        sheet.write_rich_string(4, 1, "Nguyễn ", book.add_format({"bold": True}), "Thị Hoa")

    (sheet,) = read_sheets(workbook({"A": [[date(2019, 3, 15)], ["x"]]}, also=also))
    assert sheet.rows[0].cells[0] == Cell(date(2019, 3, 15))
    assert column(sheet, 1) == [
        Decimal("0.007"),
        Decimal("0.7"),
        date(2023, 3, 15),
        Decimal(45000),
        "Nguyễn Thị Hoa",
    ]
    assert sheet.rows[0].cells[1].is_percent
    assert not sheet.rows[1].cells[1].is_percent


def test_days_of_the_other_count_are_right_too() -> None:
    (sheet,) = read_sheets(workbook({"A": [[date(2019, 3, 15)]]}, date_1904=True))
    assert column(sheet, 0) == [date(2019, 3, 15)]


def test_a_formula_stands_with_the_value_it_had() -> None:
    def also(book: Any, sheet: Any) -> None:
        sheet.write_formula(1, 0, "=1+1", value=50_000)
        sheet.write_formula(2, 0, "=1/0", value="#DIV/0!")
        sheet.write_formula(3, 0, '=HYPERLINK("http://x")', value="Hoa")

    made = workbook({"A": [["Tên"]]}, also=also)
    (sheet,) = read_sheets(made)
    assert sheet.rows[1].cells[0] == Cell(Decimal(50_000), is_formula=True)
    assert sheet.rows[2].cells[0] == Cell("#DIV/0!", is_formula=True, is_wrong=True)
    assert sheet.rows[3].cells[0] == Cell("Hoa", is_formula=True)
    without = unpacked(made, SHEET).replace(b"<v>50000</v>", b"")
    (sheet,) = read_sheets(repacked(made, {SHEET: without}))
    assert sheet.rows[1].cells[0] == Cell(None, is_formula=True)


def test_hidden_sheets_are_not_read() -> None:
    def also(_book: Any, sheet: Any) -> None:
        if sheet.get_name() == "Cũ":
            sheet.hide()

    made = workbook({"Mới": [["a"]], "Cũ": [["b"]]}, also=also)
    assert [each.name for each in read_sheets(made)] == ["Mới"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"], ids=lambda each: each
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_every_program_is_the_same_list(encoding: str, delimiter: str) -> None:
    rows = [["Họ và tên", "Năm sinh"], ["Nguyễn Thị Hoà", "1952"], ["Đặng Ưởng", "1950"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    (sheet,) = read_sheets(_encoded(text, encoding))
    assert [
        list(map(str, (cell.value for cell in row.cells.values()))) for row in sheet.rows
    ] == rows


def _encoded(text: str, encoding: str) -> bytes:
    """Windows-1258 has letters with their hats, and tones as letters of their own."""
    if encoding != "cp1258":
        return text.encode(encoding)
    import unicodedata

    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = []
    for sign in text:
        apart = unicodedata.normalize("NFD", sign)
        base = unicodedata.normalize("NFC", "".join(each for each in apart if each not in tones))
        out.append(base + "".join(each for each in apart if each in tones))
    return "".join(out).encode("cp1258")


def test_decomposed_letters_come_in_composed() -> None:
    import unicodedata

    apart = unicodedata.normalize("NFD", "Nguyễn Thị Hoa")
    (sheet,) = read_sheets(workbook({"A": [[apart]]}))
    assert column(sheet, 0) == ["Nguyễn Thị Hoa"]


def test_what_we_read_is_what_another_program_reads() -> None:
    rows: list[list[Written]] = [
        ["Họ và tên", "Năm", "Ngày"],
        ["Sùng A Páo", 1951, date(2020, 2, 29)],
        [None, 0.1, "x"],
    ]
    made = workbook({"Một": rows, "Hai": [["=1+1", "+84"]]})
    theirs = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
    for ours in read_sheets(made):
        for row in ours.rows:
            for number, cell in row.cells.items():
                there = theirs[ours.name].cell(row.number, number + 1).value
                mine = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
                assert mine == (there.date() if hasattr(there, "date") else there)


# Whatever comes


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refusal(data)


@given(
    st.lists(
        st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30
    ),
    st.integers(0, len(GOOD)),
)
def test_a_damaged_workbook_is_read_or_refused(changes: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(GOOD)
    for at, value in changes:
        damaged[at] = value
    refusal(bytes(damaged))
    refusal(bytes(damaged[:length]))


@given(
    st.sampled_from(
        [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml",
         "xl/_rels/workbook.xml.rels", "[Content_Types].xml"]
    ),
    st.data(),
)  # fmt: skip
def test_damaged_parts_of_a_whole_archive_are_read_or_refused(name: str, data: Any) -> None:
    part = bytearray(unpacked(GOOD, name))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 6))] = data.draw(
            st.one_of(
                st.binary(max_size=6), st.sampled_from([b"-1", b"99999999", b"NaN", b"1e999"])
            )
        )
    refusal(repacked(GOOD, {name: bytes(part)}))
