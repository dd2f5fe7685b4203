"""Which sheet holds what, by the words over its columns, in Vietnamese or English."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from club.importing import At, Column, Reason, RowFault
from messages.sheets.sheet import Row, Sheet
from messages.understand.plain import bare


class Kind(StrEnum):
    """The four lists a club comes in from."""

    MEMBERS = "members"
    FEES = "fees"
    LOANS = "loans"
    BALANCES = "balances"


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a column: as the form writes them, and how boards write them too."""

    vietnamese: str
    english: str
    also: tuple[str, ...] = ()

    def said(self, language: str) -> str:
        return self.vietnamese if language == "vi" else self.english


HEADINGS: Mapping[Column, Heading] = {
    Column.NAME: Heading(
        "Họ và tên", "Full name", ("họ tên", "tên", "tên thành viên", "thành viên", "name")
    ),
    Column.BIRTH_YEAR: Heading("Năm sinh", "Year of birth", ("ngày sinh", "sinh năm", "born")),
    Column.SEX: Heading("Nam hay nữ", "Sex", ("giới tính", "giới", "nam/nữ", "nam nữ")),
    Column.GROUP: Heading("Tổ", "Group", ("nhóm", "tổ/nhóm", "tổ, nhóm")),
    Column.HOUSEHOLD: Heading("Hộ", "Household", ("hộ gia đình", "chủ hộ", "tên chủ hộ")),
    Column.HAMLET: Heading("Thôn, xóm", "Hamlet", ("thôn", "xóm", "bản", "thôn/xóm", "địa chỉ")),
    Column.PHONE: Heading(
        "Điện thoại", "Phone", ("số điện thoại", "sđt", "sdt", "đt", "số đt", "phone number")
    ),
    Column.JOINED_ON: Heading(
        "Ngày vào câu lạc bộ",
        "Joined on",
        ("ngày vào", "ngày vào clb", "ngày gia nhập", "ngày tham gia", "vào câu lạc bộ"),
    ),
    Column.CONSENT_FORM: Heading(
        "Đồng ý bằng cách nào", "Consent given by", ("đồng ý", "hình thức đồng ý", "consent")
    ),
    Column.CONSENT_ON: Heading("Ngày đồng ý", "Consent given on", ("ngày ký", "consent date")),
    Column.HARDSHIP: Heading("Hoàn cảnh", "Circumstances", ("hộ nghèo", "diện", "gia cảnh")),
    Column.HARDSHIP_CONSENT: Heading(
        "Đồng ý ghi hoàn cảnh", "Agrees to keep circumstances", ("cho ghi hoàn cảnh",)
    ),
    Column.FIRST_MONTH: Heading("Từ tháng", "From month", ("tháng", "month", "from")),
    Column.LAST_MONTH: Heading("Đến tháng", "To month", ("đến hết tháng", "to", "until")),
    Column.AMOUNT: Heading(
        "Số tiền", "Amount", ("tiền", "đã đóng", "số tiền đã đóng", "số dư", "tiền mặt", "balance")
    ),
    Column.LENT_ON: Heading("Ngày vay", "Lent on", ("ngày nhận tiền", "ngày giải ngân")),
    Column.PRINCIPAL: Heading("Số tiền vay", "Lent", ("tiền vay", "vay", "gốc vay", "principal")),
    Column.LEFT: Heading("Gốc còn lại", "Principal left", ("còn nợ gốc", "còn lại", "dư nợ")),
    Column.MONTHS: Heading("Vay mấy tháng", "Months", ("số tháng vay", "thời hạn", "số tháng")),
    Column.INSTALMENTS_LEFT: Heading(
        "Còn mấy kỳ trả", "Instalments left", ("số kỳ còn lại", "kỳ còn lại", "còn mấy kỳ")
    ),
    Column.NEXT_DUE_ON: Heading("Kỳ tới trả ngày", "Next due on", ("ngày trả kỳ tới", "kỳ tới")),
    Column.RATE: Heading(
        "Lãi phần trăm một tháng", "Interest a month in percent", ("lãi suất", "lãi", "rate")
    ),
    Column.FORM: Heading("Trả bằng cách nào", "Repaid", ("cách trả", "hình thức trả")),
    Column.BASIS: Heading("Lãi tính trên", "Interest on", ("cách tính lãi",)),
    Column.PURPOSE: Heading("Vay để làm gì", "Purpose", ("mục đích", "mục đích vay")),
    Column.SOURCE: Heading("Nguồn tiền", "Source", ("nguồn", "nguồn vốn")),
    Column.FUND: Heading("Quỹ", "Fund", ("tên quỹ",)),
    Column.PLACE: Heading("Tiền để ở đâu", "Kept in", ("nơi giữ", "nơi giữ tiền", "ở đâu")),
}

SHEET_NAMES: Mapping[Kind, Heading] = {
    Kind.MEMBERS: Heading("Thành viên", "Members"),
    Kind.FEES: Heading("Phí đã đóng", "Fees paid"),
    Kind.LOANS: Heading("Khoản vay", "Loans"),
    Kind.BALANCES: Heading("Quỹ", "Funds"),
}

GUIDE = Heading("Hướng dẫn", "Guide")
"""The sheet of the form that only explains."""

COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.MEMBERS: (
        *(Column.NAME, Column.BIRTH_YEAR, Column.SEX, Column.GROUP, Column.HOUSEHOLD),
        *(Column.HAMLET, Column.PHONE, Column.JOINED_ON, Column.CONSENT_FORM, Column.CONSENT_ON),
        *(Column.HARDSHIP, Column.HARDSHIP_CONSENT),
    ),
    Kind.FEES: (
        *(Column.NAME, Column.BIRTH_YEAR, Column.FIRST_MONTH, Column.LAST_MONTH, Column.AMOUNT),
    ),
    Kind.LOANS: (
        *(Column.NAME, Column.BIRTH_YEAR, Column.LENT_ON, Column.PRINCIPAL, Column.MONTHS),
        *(Column.RATE, Column.FORM, Column.BASIS, Column.LEFT, Column.INSTALMENTS_LEFT),
        *(Column.NEXT_DUE_ON, Column.PURPOSE, Column.SOURCE),
    ),
    Kind.BALANCES: (
        *(Column.FUND, Column.AMOUNT, Column.SOURCE, Column.PLACE),
        *(Column.NAME, Column.BIRTH_YEAR),
    ),
}

REQUIRED: Mapping[Kind, frozenset[Column]] = {
    Kind.MEMBERS: frozenset({Column.NAME}),
    Kind.FEES: frozenset({Column.NAME, Column.FIRST_MONTH, Column.AMOUNT}),
    Kind.LOANS: frozenset(COLUMNS[Kind.LOANS]) - {Column.BIRTH_YEAR, Column.BASIS},
    Kind.BALANCES: frozenset({Column.FUND, Column.AMOUNT, Column.SOURCE, Column.PLACE}),
}

# What makes a row the head of a list of this kind, so that what is missing can be named.
_TELLING: tuple[tuple[Kind, frozenset[Column]], ...] = (
    (Kind.LOANS, frozenset({Column.NAME, Column.PRINCIPAL})),
    (Kind.LOANS, frozenset({Column.NAME, Column.LEFT})),
    (Kind.BALANCES, frozenset({Column.FUND, Column.AMOUNT})),
    (Kind.FEES, frozenset({Column.NAME, Column.FIRST_MONTH})),
    (Kind.FEES, frozenset({Column.NAME, Column.AMOUNT})),
    (Kind.MEMBERS, frozenset({Column.NAME})),
)
_ROWS_LOOKED_AT = 20
_IN_BRACKETS = re.compile(r"\([^)]*\)|\*")
_NOT_IN_DONG = re.compile(
    r"\b(?:nghin|ngan|trieu|thousands?|millions?|1[.,]?000|1[.,]?000[.,]?000)\b"
)
_SUMS = frozenset({Column.AMOUNT, Column.PRINCIPAL, Column.LEFT})


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a list begins in its sheet, and which column holds what; `passed_over` are others."""

    kind: Kind
    head: int
    columns: Mapping[Column, int]
    passed_over: tuple[str, ...]
    faults: tuple[RowFault, ...]


def layout_of(sheet: Sheet) -> Layout | None:
    """How the sheet is laid out; None where it holds none of the four lists.

    The head is the row that names most columns, so a title above it is none.
    """
    best: tuple[int, Row, Kind, Mapping[int, str]] | None = None
    for row in sheet.rows[:_ROWS_LOOKED_AT]:
        named = {column: _bare(cell.value) for column, cell in row.cells.items()}
        for kind, telling in _TELLING:
            there = {each for words in named.values() if (each := _column(kind, words))}
            if not telling <= there or (len(there) == 1 and len(named) > 1):
                continue
            if best is None or len(there) > best[0]:
                best = (len(there), row, kind, named)
            break
    return None if best is None else _layout(sheet, best[1], best[2], best[3])


def _layout(sheet: Sheet, row: Row, kind: Kind, named: Mapping[int, str]) -> Layout:
    at = At(sheet.name, row.number)
    columns: dict[Column, int] = {}
    faults, passed_over = [], []
    for number, words in named.items():
        column = _column(kind, words)
        if column is None:
            passed_over.append(str(row.cells[number].value))
        elif column in columns:
            faults.append(RowFault(at, column, Reason.COLUMN_TWICE))
        else:
            columns[column] = number
            if column in _SUMS and _NOT_IN_DONG.search(_all_bare(row.cells[number].value)):
                faults.append(RowFault(at, column, Reason.NOT_IN_DONG))
    missing = [each for each in COLUMNS[kind] if each in REQUIRED[kind] - columns.keys()]
    faults += [RowFault(at, each, Reason.COLUMN_MISSING) for each in missing]
    return Layout(kind, row.number, columns, tuple(passed_over), tuple(faults))


def _all_bare(words: object) -> str:
    return bare(words) if isinstance(words, str) else ""


def _bare(words: object) -> str:
    return bare(_IN_BRACKETS.sub(" ", words)) if isinstance(words, str) else ""


def _names_of(column: Column) -> frozenset[str]:
    heading = HEADINGS[column]
    return frozenset(map(bare, (heading.vietnamese, heading.english, *heading.also)))


_NAMES = {
    kind: {name: each for each in found for name in _names_of(each)}
    for kind, found in COLUMNS.items()
}


def _column(kind: Kind, words: str) -> Column | None:
    return _NAMES[kind].get(words)
