"""A wish about money as it is typed with a thumb: "bac muon vay 5 trieu mua lon con dc ko chau".

What is said with it and says nothing of it, or is written in short, is put into plain words.
"""

import re
from collections.abc import Sequence

from messages.understand.plain import plain, without_marks
from messages.understand.words import listed

_SHORT = {
    "mun": "muốn", "mún": "muốn", "mướn": "mượn", "zay": "vay", "dzay": "vay", "muợn": "mượn",
    "trịu": "triệu", "triu": "triệu", "ngìn": "nghìn", "zo": "vào", "zô": "vào", "hnay": "hôm nay",
    "nghin": "nghìn",
}  # fmt: skip
_ASKED_BEHIND = frozenset(
    listed(
        "dc đc được duoc đk ko k kg không khong hok hông hong hổng hem hôn hơm khum z v vậy zậy dậy"
        " r rồi nhé nha nhe nhen nghen hen ạ a à hả ha chứ chớ đi với voi nhỉ luôn giùm dùm"
        " giúp please ok"
    )
)
_CALLED_BEHIND = frozenset(listed("cháu chau con em liên lien bot ơi oi bác bac"))
_NUMBER = (
    r"(?:\d[\d.,]*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|một|bốn|năm|sáu|bảy|tám|chín|mười|nửa"
    r"|nua|vài|vai|ít|it|chừng|chung|khoảng|khoang|tầm)"
)
_BORROW = re.compile(rf"\bmượn\b|\bmuon (?=(?:{_NUMBER}|tien|von|quy)\b|\d)")
_NEED = re.compile(
    rf"\b(?:cần|can|thiếu|thieu) (?=(?:{_NUMBER}\b|\d)[^,]* (?:để|de|mua|nuôi|nuoi|trồng|trong|sửa"
    r"|sua|buôn|buon|chăn|chan|làm|lam|chữa|chua|xây|xay)\b)"
)
_MOST_WORDS = 30


def plainly_wished(text: str) -> str:
    """The wish without what is only asked or called behind it, borrowing called by one word."""
    said = plain(text)
    words = said.split()
    if len(words) > _MOST_WORDS:
        return said
    words = [_SHORT.get(each.lower(), each) for each in words]
    line = re.sub(r"(\d) (k|ng|tr)\b", r"\1\2", " ".join(_without_question(words)))
    if said.isascii():
        line = without_marks(line.lower())
    line = _BORROW.sub(lambda found: "vay" + found[0][len(found[0].rstrip()) :], line)
    return _NEED.sub("vay ", line)


def _without_question(words: list[str]) -> list[str]:
    """Without "được không cháu" at the end: who is called goes only with what is asked."""
    end = len(words)
    while end > 2 and _bare_end(words[end - 1]) in _CALLED_BEHIND:
        end -= 1
    asked = end
    while asked > 2 and _bare_end(words[asked - 1]) in _ASKED_BEHIND:
        asked -= 1
    if asked == end:
        is_called = len(words) - end > 1
        return words[:end] if is_called else words
    return words[:asked]


def _bare_end(word: str) -> str:
    return word.lower().strip(".,!?…")


def sum_in_slang(words: Sequence[str]) -> tuple[int, int] | None:
    """From which word to which "10 chai", "7 lít" or "hai chục" stands; what it is, is asked."""
    said = [without_marks(each.lower()) for each in words]
    for at in range(len(said) - 1):
        is_number = said[at].isdecimal() or re.fullmatch(_NUMBER, said[at]) is not None
        if is_number and said[at + 1] in _SLANG:
            is_half_more = said[at + 2 : at + 3] == ["ruoi"]
            return at, at + (3 if is_half_more else 2)
    return None


_SLANG = frozenset({"chai", "lit", "xi", "cu", "chuc", "tram"})
