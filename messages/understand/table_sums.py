"""What was typed at the meeting table: "phí 20, lãi 7, gốc 100", "như dự kiến", "tiếp".

At the table everybody speaks in thousands: a number below a thousand without a unit is so many
thousand đồng. It is read back at once, and nothing of it is in the books before the table closes.
"""

import re
from collections.abc import Mapping

from club.money import Money
from messages.understand.money import read_money
from messages.understand.plain import bare, plain
from messages.understand.readings import Either, Reading, Unclear, Value, Why

AS_EXPECTED, ALL_DUE, NEXT, ENOUGH = "expected", "all", "next", "enough"

_WORDS = {
    AS_EXPECTED: ("nhu du kien", "du kien", "du", "dung du kien", "as expected", "expected"),
    ALL_DUE: ("ca", "ca phi va vay", "tat ca", "het", "du ca", "all", "everything"),
    NEXT: ("tiep", "tiep theo", "bo qua", "sau", "nguoi sau", "khong nop", "next", "skip"),
    ENOUGH: ("xong", "het nguoi", "done"),
}
_PARTS = {
    "fee": ("phi", "dong phi", "fee"),
    "interest": ("lai", "tien lai", "interest"),
    "principal": ("goc", "tien goc", "no", "principal"),
    "gift": ("ung ho", "tam long vang", "tlv", "tang", "gift", "golden heart"),
}
_NAMES = {name: part for part, names in _PARTS.items() for name in names}
_LABEL = re.compile(
    r"\b(" + "|".join(sorted((re.escape(name) for name in _NAMES), key=len, reverse=True)) + r")\b"
)
_JOINTS = re.compile(r"\b(?:va|and)\b")
_FEW = re.compile(r"\d{1,3}")
_LEAST, _MILLION = Money(1000), Money(1_000_000)
Typed = str | Mapping[str, Money]


def read_table_sums(text: str) -> Reading[Typed]:
    """A word of the table, or the sums by part; '' stands for one sum without a part's name."""
    said = bare(text)
    if not said:
        return Unclear(Why.EMPTY)
    for word, ways in _WORDS.items():
        if said in ways:
            return Value(word)
    labels = list(_LABEL.finditer(said))
    return _by_part(said, labels) if labels else _one_sum(text)


def _by_part(said: str, labels: list[re.Match[str]]) -> Reading[Typed]:
    found: dict[str, Money] = {}
    if said[: labels[0].start()].strip(" ,;."):
        return Unclear(Why.NOT_A_NUMBER)
    for at, label in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(said)
        amount = thousands(_JOINTS.sub(" ", said[label.end() : end]).strip(" ,;:.="))
        part = _NAMES[label[1]]
        if not isinstance(amount, Value):
            return amount
        if part in found:
            return Unclear(Why.NOT_A_NUMBER)
        found[part] = amount.value
    return Value(found)


def _one_sum(text: str) -> Reading[Typed]:
    amount = thousands(plain(text).strip())
    return Value({"": amount.value}) if isinstance(amount, Value) else amount


def thousands(text: str) -> Value[Money] | Unclear:
    """A sum; a bare number below a thousand is so many thousand."""
    if _FEW.fullmatch(text):
        few = int(text)
        return Value(Money(few * 1000)) if few else Unclear(Why.ZERO)
    heard = read_money(text)
    if not isinstance(heard, Either):
        return heard
    likely = [each for each in heard.readings if _LEAST <= each < _MILLION]
    whole = [each for each in likely if each.dong % 1000 == 0]
    return Value(whole[0]) if len(whole) == 1 else Unclear(Why.NOT_A_NUMBER)
