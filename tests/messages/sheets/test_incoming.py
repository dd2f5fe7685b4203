"""Rows as what comes into a club; what is wrong is named by sheet, row and column."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from club.calendar import Month
from club.consents import ConsentForm
from club.importing import (
    At,
    Column,
    Consent,
    IncomingMember,
    Reason,
)
from club.money import Money
from messages.joining.importing import fault_line
from messages.sheets.files import read_sheets
from messages.sheets.incoming import FileRead, read_incoming
from messages.sheets.sheet import Unreadable, Why
from messages.wording import LANGUAGES, Words
from tests.kit.spreadsheets import Cell as Written
from tests.kit.spreadsheets import workbook

TODAY = date(2026, 11, 22)
CONSENT = ("ký tên", "1/10/2026")


def read(sheets: dict[str, Any], **more: Any) -> FileRead:
    return read_incoming(read_sheets(workbook(sheets, **more)), TODAY)


def faults(file: FileRead) -> list[tuple[int, Column | None, Reason]]:
    return [(each.at.row, each.column, each.reason) for each in file.faults]


def one_member(**cells: Written) -> FileRead:
    """A list of one member with these columns besides her name and consent."""
    heads = ["Họ và tên", "Đồng ý bằng cách nào", "Ngày đồng ý", *cells]
    return read({"A": [heads, ["Nguyễn Thị Hoa", *CONSENT, *cells.values()]]})


def member_of(file: FileRead) -> IncomingMember:
    assert not file.faults
    (member,) = file.incoming.members
    return member


def test_a_list_as_boards_write_it_is_understood() -> None:
    file = read(
        {
            "Danh sách": [
                ["CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU"],
                ["Thành viên"],
                [],
                [
                    *("STT", "HỌ TÊN", "Sinh năm", "Giới tính", "SĐT", "Ngày vào CLB"),
                    *("Đồng ý", "Ngày ký"),
                ],
                [1, "NGUYỄN THỊ HOA", "1952", "Nữ", 912345678, "15/3/2019", *CONSENT],
                [],
                [2, "h'hen niê", date(1950, 3, 1), "nam", "0168 234 5678", "2019", *CONSENT],
            ]
        }
    )
    assert not file.faults
    assert file.not_read == ("Danh sách: STT",)
    hoa, hen = file.incoming.members
    assert (hoa.name, hoa.birth_year, hoa.sex) == ("Nguyễn Thị Hoa", 1952, "female")
    assert (hoa.phone, hoa.joined_on) == ("+84912345678", date(2019, 3, 15))
    assert (hen.name, hen.birth_year, hen.sex) == ("H'Hen Niê", 1950, "male")
    assert (hen.phone, hen.joined_on) == ("+84382345678", date(2019, 1, 1))
    assert hoa.consent == Consent(ConsentForm.SIGNATURE, date(2026, 10, 1))


def test_without_consent_only_name_and_group_are_taken() -> None:
    heads = ["Họ và tên", "Năm sinh", "Điện thoại", "Tổ", "Hoàn cảnh", "Đồng ý ghi hoàn cảnh"]
    file = read({"A": [heads, ["Trần Văn Mạnh", 1950, "0912345678", "Tổ 2", "hộ nghèo", "có"]]})
    assert member_of(file) == IncomingMember(at=At("A", 2), name="Trần Văn Mạnh", group="Tổ 2")


@pytest.mark.parametrize(("agrees", "kept"), [("có", "poor"), ("không", ""), (None, "")])
def test_that_she_is_poor_needs_a_yes_of_its_own(agrees: str | None, kept: str) -> None:
    file = one_member(**{"Hoàn cảnh": "hộ nghèo", "Đồng ý ghi hoàn cảnh": agrees})
    assert member_of(file).hardship == kept


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (date(2019, 3, 15), date(2019, 3, 15)),
        ("15/3/2019", date(2019, 3, 15)),
        ("15-03-2019", date(2019, 3, 15)),
        ("15.3.2019", date(2019, 3, 15)),
        ("2019-03-15", date(2019, 3, 15)),
        ("2019-03-15 00:00:00", date(2019, 3, 15)),
        ("15 tháng 3 năm 2019", date(2019, 3, 15)),
        ("ngày 15/3/2019", date(2019, 3, 15)),
        ("15/3/19", date(2019, 3, 15)),
        ("3/2019", date(2019, 3, 1)),
        ("tháng 3/2019", date(2019, 3, 1)),
        (2019, date(2019, 1, 1)),
    ],
)
def test_days_are_read_in_every_form(written: Written, meant: date) -> None:
    assert member_of(one_member(**{"Ngày vào câu lạc bộ": written})).joined_on == meant


WRONG_CELLS: Sequence[tuple[str, Written, Column, Reason]] = [
    ("Năm sinh", "52", Column.BIRTH_YEAR, Reason.TWO_READINGS),
    ("Năm sinh", "74 tuổi", Column.BIRTH_YEAR, Reason.TWO_READINGS),
    ("Năm sinh", 2031, Column.BIRTH_YEAR, Reason.IN_FUTURE),
    ("Năm sinh", "xưa", Column.BIRTH_YEAR, Reason.NOT_UNDERSTOOD),
    ("Ngày vào câu lạc bộ", "15/3", Column.JOINED_ON, Reason.YEAR_MISSING),
    ("Ngày vào câu lạc bộ", "30/2/2019", Column.JOINED_ON, Reason.NOT_UNDERSTOOD),
    ("Ngày vào câu lạc bộ", "03/25/2019", Column.JOINED_ON, Reason.NOT_UNDERSTOOD),
    ("Ngày vào câu lạc bộ", date(2027, 1, 1), Column.JOINED_ON, Reason.IN_FUTURE),
    ("Điện thoại", "091234", Column.PHONE, Reason.NOT_UNDERSTOOD),
    ("Điện thoại", "0912345678 hay 0912345679", Column.PHONE, Reason.TWO_READINGS),
    ("Nam hay nữ", "khác", Column.SEX, Reason.NOT_UNDERSTOOD),
    ("Hoàn cảnh", "giàu", Column.HARDSHIP, Reason.NOT_UNDERSTOOD),
    ("Tổ", "x" * 101, Column.GROUP, Reason.TOO_LONG),
]


@pytest.mark.parametrize(("head", "cell", "column", "reason"), WRONG_CELLS)
def test_a_wrong_cell_of_a_member_is_named(
    head: str, cell: Written, column: Column, reason: Reason
) -> None:
    assert faults(one_member(**{head: cell})) == [(2, column, reason)]


def test_consent_needs_its_form_and_its_day() -> None:
    heads = ["Họ và tên", "Đồng ý bằng cách nào", "Ngày đồng ý"]
    rows = [["Nguyễn Thị Hoa", "điểm chỉ", None], ["Trần Văn Mạnh", None, "1/10/2026"]]
    assert faults(read({"A": [heads, *rows]})) == [
        (2, Column.CONSENT_ON, Reason.CONSENT_WITHOUT_DAY),
        (3, Column.CONSENT_FORM, Reason.CONSENT_WITHOUT_FORM),
    ]


def test_somebody_without_a_name_is_named_by_her_row() -> None:
    file = read({"A": [["Họ và tên", "Năm sinh"], [None, 1952], [1952, 1952]]})
    assert faults(file) == [
        (2, Column.NAME, Reason.MISSING),
        (3, Column.NAME, Reason.NOT_UNDERSTOOD),
    ]


# Sums


def fee(amount: Written, head: str = "Số tiền (đồng)", **more: Any) -> FileRead:
    rows = [["Họ tên", "Từ tháng", head], ["Nguyễn Thị Hoa", "10/2026", amount]]
    return read({"Phí": rows}, **more)


@pytest.mark.parametrize(
    ("written", "dong"),
    [
        (5000, 5_000),
        (50_000, 50_000),
        ("5.000", 5_000),
        ("5000", 5_000),
        ("1.500.000 đ", 1_500_000),
        ("1 500 000 đồng", 1_500_000),
        ("50 nghìn", 50_000),
        ("1,5 triệu", 1_500_000),
        ("năm mươi nghìn đồng", 50_000),
    ],
)
def test_figures_are_dong_and_words_are_read(written: Written, dong: int) -> None:
    file = fee(written)
    assert not file.faults
    assert file.incoming.fees[0].amount == Money(dong)
    assert file.incoming.fees[0].first == file.incoming.fees[0].last == Month(2026, 10)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (50, Reason.TOO_SMALL),
        (0, Reason.TOO_SMALL),
        ("20", Reason.TOO_SMALL),
        (-5000, Reason.NOT_UNDERSTOOD),
        ("-5000", Reason.NOT_UNDERSTOOD),
        (5000.5, Reason.NOT_WHOLE),
        (99_999_999_999_999, Reason.TOO_LARGE),
        (1e200, Reason.TOO_LARGE),
        ("trăm rưỡi", Reason.TWO_READINGS),
        ("nhiều", Reason.NOT_UNDERSTOOD),
        (date(2026, 1, 5), Reason.NOT_UNDERSTOOD),
        (None, Reason.MISSING),
    ],
)
def test_sums_that_are_none_or_two_are_never_guessed(written: Written, reason: Reason) -> None:
    assert faults(fee(written)) == [(2, Column.AMOUNT, reason)]


@pytest.mark.parametrize("head", ["Số tiền (nghìn đồng)", "Số tiền (triệu)", "Amount (1.000)"])
def test_a_column_in_thousands_is_named_and_not_taken_for_dong(head: str) -> None:
    assert (1, Column.AMOUNT, Reason.NOT_IN_DONG) in faults(fee(50_000, head))


def test_a_month_needs_its_year_and_the_last_comes_after_the_first() -> None:
    heads = ["Họ tên", "Từ tháng", "Đến tháng", "Số tiền"]
    rows = [["Hoa", "10", None, 5000], ["Hoa", "10/2026", "9/2026", 5000]]
    assert faults(read({"Phí": [heads, *rows]})) == [
        (2, Column.FIRST_MONTH, Reason.YEAR_MISSING),
        (3, Column.LAST_MONTH, Reason.MONTHS_TURNED),
    ]


# What a sheet can be like


def test_merged_cells_are_named_where_they_matter() -> None:
    def also(book: Any, sheet: Any) -> None:
        sheet.merge_range("A1:C1", "Danh sách thành viên")
        sheet.merge_range("B3:B4", "Tổ 1")

    rows = [[None], ["Họ và tên", "Tổ"], ["Nguyễn Thị Hoa"], ["Trần Văn Mạnh"]]
    file = read({"A": rows}, also=also)
    assert faults(file) == [(3, None, Reason.MERGED)]
    assert file.faults[0].values == {"range": "B3:B4"}


def test_formulas_are_taken_by_their_value_and_counted() -> None:
    def also(_book: Any, sheet: Any) -> None:
        sheet.write_formula("C2", "=2*2500", value=5000)
        sheet.write_formula("C3", "=1/0", value="#DIV/0!")

    file = fee(None, also=also)
    assert file.incoming.fees[0].amount == Money(5000)
    assert file.formulas == 1
    assert (3, Column.AMOUNT, Reason.FORMULA_WRONG) in faults(file)


def test_a_missing_or_doubled_column_is_named_once() -> None:
    file = read({"Khoản vay": [["Họ và tên", "Số tiền vay"], ["Hoa", 1], ["Lan", 2]]})
    missing = [each.column for each in file.faults if each.reason is Reason.COLUMN_MISSING]
    assert Column.LEFT in missing
    assert Column.BIRTH_YEAR not in missing
    assert {each.at.row for each in file.faults} == {1}
    twice = read({"A": [["Họ tên", "Họ và tên", "Năm sinh"], ["Hoa", "Lan", 1950]]})
    assert (1, Column.NAME, Reason.COLUMN_TWICE) in faults(twice)


def test_a_file_without_any_list_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read({"A": [["Biên bản", "họp"], ["tháng", "mười"]]})
    assert refused.value.why is Why.NO_SHEET


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_that_fits_its_values(language: str) -> None:
    words = Words(language)
    for head, cell, column, _reason in WRONG_CELLS:
        (wrong,) = one_member(**{head: cell}).faults
        line = fault_line(words, wrong)
        assert line.startswith("A, dòng 2, cột “" if language == "vi" else "A, row 2, “")
        assert "{" not in line
        assert column is wrong.column
    (wrong,) = one_member(**{"Năm sinh": "52"}).faults
    assert "1952" in fault_line(words, wrong)
