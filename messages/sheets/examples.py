"""What a cell of each column may look like: for the form, and beside what was not understood."""

from collections.abc import Mapping

from club.importing import Column
from messages.sheets.choices import offered

# As it is written in Vietnamese, and in English where that differs.
_EXAMPLES: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("Nguyễn Thị Hoa",),
    Column.BIRTH_YEAR: ("1952",),
    Column.GROUP: ("Tổ 1", "Group 1"),
    Column.HOUSEHOLD: ("Hộ ông Mạnh", "Manh's household"),
    Column.HAMLET: ("Thôn Đoài",),
    Column.PHONE: ("0912 345 678",),
    Column.JOINED_ON: ("15/3/2019",),
    Column.CONSENT_ON: ("1/10/2026",),
    Column.FIRST_MONTH: ("1/2026",),
    Column.LAST_MONTH: ("10/2026",),
    Column.AMOUNT: ("50.000",),
    Column.LENT_ON: ("20/5/2026",),
    Column.PRINCIPAL: ("10.000.000",),
    Column.LEFT: ("6.000.000",),
    Column.MONTHS: ("12",),
    Column.INSTALMENTS_LEFT: ("7",),
    Column.NEXT_DUE_ON: ("24/11/2026",),
    Column.RATE: ("0,7",),
    Column.PURPOSE: ("nuôi lợn", "pigs"),
}


def example(column: Column, language: str) -> str:
    """One right cell, or all the words there are to choose from."""
    if found := _EXAMPLES.get(column):
        return found[0] if language == "vi" else found[-1]
    return " / ".join(offered(column, language))
