"""A file somebody handed in, as sheets; whatever it is, there is one refusal for what it is not.

Club rules, F.9: at most 5 MB, 100 MB unpacked, no macros, no entities, no links to other files.
"""

from messages.sheets.delimited import read_delimited
from messages.sheets.sheet import MOST_BYTES, MOST_ROWS, Sheet, Unreadable, Why
from messages.sheets.workbook import read_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_BEGINNINGS = (
    (b"%PDF", Why.PDF),
    (b"\xff\xd8\xff", Why.PICTURE),
    (b"\x89PNG", Why.PICTURE),
    (b"GIF8", Why.PICTURE),
    (b"RIFF", Why.PICTURE),
    (b"BM", Why.PICTURE),
    (b"{\\rtf", Why.OTHER_FILE),
    (b"<", Why.OTHER_FILE),
    (b"Rar!", Why.OTHER_FILE),
    (b"7z\xbc\xaf", Why.OTHER_FILE),
    (b"\x1f\x8b", Why.OTHER_FILE),
)
# Letters of the fonts of before Unicode (TCVN3), shown as what they are not: "Hä vµ tªn".
_OLD_FONT_LETTERS = frozenset("µ¶·¸¹®¬ª«¨©¼½¾»")
_OLD_FONT_AT_LEAST = 3


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx or .csv file that have something in them.

    Raises Unreadable, and nothing else, for anything that cannot be read or is not allowed.
    """
    _check_kind(data)
    is_workbook = data.startswith(_ZIP)
    sheets = read_workbook(data) if is_workbook else (read_delimited(data),)
    found = tuple(each for each in sheets if each.rows)
    if not found:
        raise Unreadable(Why.EMPTY)
    if sum(len(each.rows) for each in found) > MOST_ROWS:
        raise Unreadable(Why.TOO_MANY_ROWS)
    if any(_is_in_old_font(each) for each in found):
        raise Unreadable(Why.OLD_FONT)
    return found


def _check_kind(data: bytes) -> None:
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unreadable(Why.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE)
    if data.startswith(_OLE):
        raise Unreadable(Why.PASSWORD if _PASSWORD in data else Why.OLD_EXCEL)
    if data.startswith(_EMPTY_ZIP):
        raise Unreadable(Why.DAMAGED)
    if data[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}:
        raise Unreadable(Why.PICTURE)
    for beginning, why in _BEGINNINGS:
        if data.startswith(beginning) and (beginning != b"BM" or b"\x00" in data[:16]):
            raise Unreadable(why)


def _is_in_old_font(sheet: Sheet) -> bool:
    words = (
        cell.value for row in sheet.rows for cell in row.cells.values() if type(cell.value) is str
    )
    found = 0
    for each in words:
        found += not each.isascii() and not _OLD_FONT_LETTERS.isdisjoint(each)
        if found >= _OLD_FONT_AT_LEAST:
            return True
    return False
