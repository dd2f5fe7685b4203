"""Banknotes as they are counted aloud: "2 tờ 500, 3 tờ 200", "mười tờ", "hết rồi"."""

import re
from collections.abc import Sequence

from messages.understand.counts import read_count
from messages.understand.plain import bare, plain
from messages.understand.readings import Value
from messages.understand.table_sums import thousands

_WORD = r"(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|lam)"
_SOME = re.compile(
    rf"\b(?P<count>\d+|{_WORD}(?: {_WORD}){{0,3}}) (?:to|notes? of) (?:loai |menh gia )?"
)
_NO_NOTES = frozenset(
    {"0", "khong", "khong co", "khong co to nao", "khong to nao", "het", "het roi", "chua co"}
    | {"khong con", "khong con to nao", "none", "no", "nothing", "ko co", "ko"}
)
_NOT_COUNTED = frozenset(
    {"khoang", "chung", "tam", "co", "do", "gan", "hon", "ngot", "about", "around", "nearly"}
)
_COMPARED = re.compile(
    r"(?:(?:thay|dang|con|bi|bac|toi|chau) )*"
    r"(?:thieu|hut|du|thua|khop|dung so|dung|nhu so|short|over)\b"
)
_BEFORE_A_SUM = re.compile(
    r"(?:(?:dạ|bác|ông|bà|chú|cô|tôi|mình|em|da|bac|ong|ba|chu|co|toi|minh) )*"
    r"(?:(?:đếm|dem)(?: lại| lai)?(?: rồi| roi)?(?: thì| thi)?(?: được| duoc| ra| là| la)?"
    r"|tất cả|tat ca|cả thảy|ca thay|tổng cộng|tong cong"
    r"|được tất cả|i counted|counted)(?: là| la)? ",
    re.IGNORECASE,
)


def notes_told(text: str, values: Sequence[int]) -> dict[int, int] | None:
    """How many of each value, where each count says of what; None for all else."""
    said = bare(text)
    found = list(_SOME.finditer(said))
    if not found or said[: found[0].start()].strip(" ,.va"):
        return None
    told: dict[int, int] = {}
    for at, each in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(said)
        value = thousands(said[each.end() : end].strip(" ,.;"))
        count = read_count(_as_counted(each["count"]))
        if not isinstance(value, Value) or not isinstance(count, Value):
            return None
        if value.value.dong not in values or value.value.dong in told:
            return None
        told[value.value.dong] = count.value
    return told


def count_of_notes(text: str) -> str:
    """The number alone of "mười tờ", "20 tờ thì phải" and "không có"; other words as they are."""
    said = bare(text)
    if said in _NO_NOTES:
        return "0"
    found = re.fullmatch(r"(?:co |duoc |dem duoc )?(.+?) to(?: .*)?", said)
    if found is None or re.search(r"\d", said[found.end(1) + 3 :]):
        return text
    return _as_counted(found[1])


def _as_counted(words: str) -> str:
    """ "Hai chục" as the number that it is."""
    tens = words.removesuffix(" chuc")
    return "10" if words == "chuc" else f"{tens} muoi" if tens != words else words


def only_counted(text: str) -> str:
    """The words without "đếm được" before them."""
    line = plain(text).strip()
    return line[found.end() :] if (found := _BEFORE_A_SUM.match(line)) else text


def is_no_count(text: str) -> bool:
    """Whether it is told how the count compares, and not what was counted."""
    return bool(_COMPARED.match(bare(text)))


def is_about(text: str) -> bool:
    """Whether somebody guesses a sum that has to be counted."""
    words = bare(text).split()
    return bool(words) and (words[0] in _NOT_COUNTED or {"may", "hon"} & set(words[-2:]) != set())
