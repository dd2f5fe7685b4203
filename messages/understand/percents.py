"""Percentages as people type them: 0,7% · 0.7 phần trăm · một phần trăm · 1."""

import re

from messages.understand.counts import read_count
from messages.understand.plain import bare, plain
from messages.understand.readings import Reading, Unclear, Value, Why

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))? ?(?:%|phan tram|percent|per cent)?")
_BEHIND = re.compile(r" ?(?:%|phan tram|percent|per cent)$")
_NEGATIVE = re.compile(r"[-−]\s*\d|(?:âm|trừ) ")


def read_percent(text: str) -> Reading[int]:
    """Hundredths of a percent: 70 for "0,7 %"; at most two figures behind the comma."""
    if _NEGATIVE.match(plain(text)):
        return Unclear(Why.NEGATIVE)
    said = bare(text.replace("%", " phần trăm "))
    found = _PERCENT.fullmatch(said)
    if found is not None:
        return Value(int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")))
    whole = read_count(_BEHIND.sub("", said))
    if isinstance(whole, Unclear):
        return whole
    return Value(whole.value * 100) if isinstance(whole, Value) else Unclear(Why.NOT_A_NUMBER)
