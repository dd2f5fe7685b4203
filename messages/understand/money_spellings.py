"""Sums in their usual spelling, before they are read: "VND 50.000", "nửa trăm nghìn"."""

import re

from messages.understand.english import ENGLISH_NUMBER_WORDS

_CURRENCY_FIRST = re.compile(r"(?:vnđ|vnd|đ|₫)\s*(?P<sum>[0-9][0-9.,\s]*)[.!]*", re.IGNORECASE)
_DONG = re.compile(
    r"\b(?:việt nam đồng|viet nam dong|đồng việt nam|dong viet nam|tiền việt nam|tiền việt"
    r"|tien viet)\b",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\bn(?:ử|ữ|u)a (?P<of>tr[aă]m|ch[uụ]c) (?=(?:nghìn|ngàn|nghin|ngan|k)\b)", re.IGNORECASE
)
_ROUND = re.compile(r"(?P<before>^|\s)(?:tròn|chẵn) (?=(?:triệu|trăm|chục)\b)", re.IGNORECASE)
_MEASURES = re.compile(
    r"[0-9]\s+m[23²³](?:\s|$)|m²|°|[0-9]\s*(?:độ|chỉ|chỉ vàng)(?:[.!\s]*$)|\b(?:chỉ|cây) vàng\b",
    re.IGNORECASE,
)


def usually_written(line: str) -> str:
    """The line with its currency behind the sum, half a hundred as fifty, English k as a word."""
    if found := _CURRENCY_FIRST.fullmatch(line):
        return f"{found['sum'].strip()} đ"
    line = _DONG.sub("đồng", line)
    line = _HALF_OF.sub(lambda of: "50 " if of["of"].lower().startswith("tr") else "5 ", line)
    line = _ROUND.sub(r"\g<before>một ", line)
    if line.lower().endswith(" k") and ENGLISH_NUMBER_WORDS & set(line.lower().split()):
        return f"{line[:-2]} thousand"
    return line


def is_a_measure(line: str) -> bool:
    """Whether it is told of ground, heat or gold: "50 m2", "2 chỉ"."""
    return _MEASURES.search(line) is not None
