"""The form a board fills in: a workbook with the four lists, empty or filled.

All words are written as words, never as formulas (Club rules, F.9).
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

from club.calendar import Month
from club.importing import (
    Column,
    Incoming,
    IncomingBalance,
    IncomingFee,
    IncomingLoan,
    IncomingMember,
)
from club.money import Money
from messages.joining.import_form import guide
from messages.sheets.choices import OFFERED, offered
from messages.sheets.columns import COLUMNS, GUIDE, HEADINGS, REQUIRED, SHEET_NAMES, Kind
from messages.sheets.examples import example
from messages.wording import Words

_ROWS_WITH_CHOICES = 2_000
_WIDE = frozenset({Column.NAME, Column.PURPOSE, Column.FORM, Column.SOURCE, Column.FUND})
_SUMS = frozenset({Column.AMOUNT, Column.PRINCIPAL, Column.LEFT})
# Nothing that is typed becomes something else: no formulas, no links, no numbers from words.
_AS_TYPED = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE_ON = datetime(2026, 1, 1, tzinfo=UTC)
Row = Mapping[Column, object]


def form(words: Words, filled_with: Incoming | None = None) -> bytes:
    """The workbook (.xlsx) with a guide and the four lists, in the language of the words."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _AS_TYPED) as book:
        # Without a day of its own the file would hold the clock's, and never be the same twice.
        book.set_properties({"title": guide(words)[0], "created": _MADE_ON})
        looks = _looks(book)
        _write_guide(book, looks, words)
        for kind in Kind:
            rows = _rows(kind, filled_with or Incoming(), words.language)
            _write_list(book, looks, kind, words.language, list(rows))
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format(
            {"bold": True, "bg_color": "#DDEBDA", "border": 1, "text_wrap": True, "valign": "top"}
        ),
        "words": book.add_format({"num_format": "@"}),
        "guide": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "sum": book.add_format({"num_format": "#,##0"}),
    }


def _write_guide(book: Any, looks: Mapping[str, Any], words: Words) -> None:
    title, lines = guide(words)
    sheet = book.add_worksheet(GUIDE.said(words.language))
    sheet.set_column(0, 0, 46, looks["guide"])
    sheet.set_column(1, 1, 60, looks["guide"])
    sheet.write_string(0, 0, title, looks["title"])
    row = 2
    for line in lines:
        sheet.write_string(row, 0, line, looks["guide"])
        row += 1
    for kind in Kind:
        row += 1
        name = SHEET_NAMES[kind].said(words.language)
        sheet.write_string(row, 0, words.say("In the sheet “{name}”:", name=name), looks["title"])
        for column in COLUMNS[kind]:
            row += 1
            sheet.write_string(row, 0, _heading(kind, column, words.language), looks["guide"])
            shown = words.say("for example {example}", example=example(column, words.language))
            sheet.write_string(row, 1, shown, looks["guide"])
        row += 1


def _write_list(  # noqa: PLR0917
    book: Any, looks: Mapping[str, Any], kind: Kind, language: str, rows: Sequence[Row]
) -> None:
    sheet = book.add_worksheet(SHEET_NAMES[kind].said(language))
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(COLUMNS[kind]):
        look = looks["sum"] if column in _SUMS else looks["words"]
        sheet.set_column(number, number, 28 if column in _WIDE else 18, look)
        sheet.write_string(0, number, _heading(kind, column, language), looks["head"])
        if column in OFFERED and column is not Column.FUND:
            choices = {"validate": "list", "source": offered(column, language)}
            sheet.data_validation(1, number, _ROWS_WITH_CHOICES, number, choices)
    for at, row in enumerate(rows, start=1):
        for number, column in enumerate(COLUMNS[kind]):
            _write(sheet, (at, number), row.get(column), looks)


def _heading(kind: Kind, column: Column, language: str) -> str:
    """The name over a column; a star where it may not be empty."""
    star = " *" if column in REQUIRED[kind] else ""
    unit = " (đồng)" if column in _SUMS else ""
    return f"{HEADINGS[column].said(language)}{unit}{star}"


def _write(sheet: Any, at: tuple[int, int], value: object, looks: Mapping[str, Any]) -> None:
    match value:
        case None | "":
            return
        case Money():
            sheet.write_number(*at, value.dong, looks["sum"])
        case Month():
            sheet.write_string(*at, f"{value.month}/{value.year}", looks["words"])
        case date():
            sheet.write_datetime(*at, value, looks["day"])
        case int():
            sheet.write_number(*at, value)
        case _:
            sheet.write_string(*at, str(value), looks["words"])


def _rows(kind: Kind, incoming: Incoming, language: str) -> Iterator[Row]:
    match kind:
        case Kind.MEMBERS:
            yield from (_member(each, language) for each in incoming.members)
        case Kind.FEES:
            yield from (_fee(each) for each in incoming.fees)
        case Kind.LOANS:
            yield from (_loan(each, language) for each in incoming.loans)
        case Kind.BALANCES:
            yield from (_balance(each, language) for each in incoming.balances)


def _member(each: IncomingMember, language: str) -> Row:
    return {
        Column.NAME: each.name,
        Column.BIRTH_YEAR: each.birth_year,
        Column.SEX: _word(Column.SEX, each.sex, language),
        Column.GROUP: each.group,
        Column.HOUSEHOLD: each.household,
        Column.HAMLET: each.hamlet,
        Column.PHONE: each.phone,
        Column.JOINED_ON: each.joined_on,
        Column.CONSENT_FORM: (
            _word(Column.CONSENT_FORM, each.consent.form, language) if each.consent else None
        ),
        Column.CONSENT_ON: each.consent.given_on if each.consent else None,
        Column.HARDSHIP: _word(Column.HARDSHIP, each.hardship, language),
        Column.HARDSHIP_CONSENT: (
            _word(Column.HARDSHIP_CONSENT, True, language) if each.hardship else None
        ),
    }


def _fee(each: IncomingFee) -> Row:
    return {
        Column.NAME: each.whose.name,
        Column.BIRTH_YEAR: each.whose.birth_year,
        Column.FIRST_MONTH: each.first,
        Column.LAST_MONTH: each.last,
        Column.AMOUNT: each.amount,
    }


def _loan(each: IncomingLoan, language: str) -> Row:
    hundredths = each.rate_hundredths_percent_a_month
    return {
        Column.NAME: each.whose.name,
        Column.BIRTH_YEAR: each.whose.birth_year,
        Column.LENT_ON: each.lent_on,
        Column.PRINCIPAL: each.principal,
        Column.MONTHS: each.months,
        Column.RATE: f"{hundredths // 100},{hundredths % 100:02}",
        Column.FORM: _word(Column.FORM, each.form, language),
        Column.BASIS: _word(Column.BASIS, each.basis, language),
        Column.LEFT: each.left,
        Column.INSTALMENTS_LEFT: each.instalments_left,
        Column.NEXT_DUE_ON: each.next_due_on,
        Column.PURPOSE: each.purpose,
        Column.SOURCE: _word(Column.SOURCE, each.source, language),
    }


def _balance(each: IncomingBalance, language: str) -> Row:
    return {
        Column.FUND: _word(Column.FUND, each.fund, language) or each.fund,
        Column.AMOUNT: each.amount,
        Column.SOURCE: _word(Column.SOURCE, each.source, language),
        Column.PLACE: _word(Column.PLACE, each.place, language),
        Column.NAME: each.whose.name if each.whose else None,
        Column.BIRTH_YEAR: each.whose.birth_year if each.whose else None,
    }


def _word(column: Column, meaning: object, language: str) -> str | None:
    """The word the form offers for a meaning; None where there is none."""
    if meaning in {None, ""}:
        return None
    words = [word for word, meant in OFFERED[column].items() if meant == meaning]
    return words[0 if language == "vi" else 1] if words else None
