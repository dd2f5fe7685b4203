"""In which form something is wished: as a picture, printed, as a table, as a poster."""

import re
from collections.abc import Iterable

from messages.understand.keywords import holds
from messages.understand.polite import MANNERS, Around
from messages.understand.words import Word, listed, words_of

_SAID = {
    "png": (
        *("bằng ảnh", "bức ảnh", "tấm ảnh", "ảnh", "hình ảnh", "bằng hình", "tấm hình"),
        *("picture", "image", "png", "photo"),
    ),
    "pdf": (
        *("bản in", "in ra", "để in", "in giấy", "in ra giấy", "bản giấy", "ký tên", "để ký"),
        *("pdf", "to print", "print", "to sign"),
    ),
    "xlsx": (
        *("bảng tính", "bảng excel", "excel", "xlsx", "workbook", "spreadsheet"),
        *("as a table",),
    ),
}
_PRINT = re.compile(
    r"(?:de |ban )?in(?: luon)?(?: (?:cai|ban|to|bao cao|tong hop)(?: (?:nay|do|kia|ay))?)?"
    r"(?: ra| len| thanh)?(?: (?:ban |to )?giay)?(?: (?:luon|di|cho ba con))?"
    r"|print(?: (?:it|this|that|the report|the summary))?(?: out)?|on paper"
)
_AROUND = Around([*MANNERS, *listed("cho xin muốn được giúp please")])
_POSTER = ("áp phích", "tờ dán", "dán bảng tin", "poster")


def _phrases(said: Iterable[str]) -> list[tuple[Word, ...]]:
    return [tuple(words_of(each)) for each in said]


_PHRASES = {form: _phrases(said) for form, said in _SAID.items()}
_POSTER_PHRASES = _phrases(_POSTER)


def form_said(text: str) -> str:
    """png, pdf or xlsx; empty where none is spoken of."""
    return next((form for form, phrases in _PHRASES.items() if _says(text, phrases)), "")


def asks_to_print(text: str) -> bool:
    """Whether the whole message asks for paper, and does not say of what: "in ra giấy"."""
    words = words_of(text)
    core, _ = _AROUND.stripped(words)
    said = (" ".join(word.bare for word in each) for each in (words, core))
    return any(_PRINT.fullmatch(each) for each in said)


def poster_said(text: str) -> bool:
    """Whether it is to be hung up."""
    return _says(text, _POSTER_PHRASES)


def _says(text: str, phrases: list[tuple[Word, ...]]) -> bool:
    said = words_of(text)
    return any(holds(said, phrase) for phrase in phrases)
