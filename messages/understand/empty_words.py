"""Words that are no words where something is to be told: a mere yes or no, "ok", "bỏ qua"."""

import re

from messages.understand.plain import without_marks
from messages.understand.polite import MANNERS, does_not_know
from messages.understand.words import Word, listed, words_of

_SAYS_NOTHING = frozenset(
    listed(
        "đúng ok oke okê oki okay k ừ ờ ừm vâng được dc đc rồi có không ko phải chưa thế vậy y n"
        " yes no yeah right sure thì là cũng"
    )
)
_BARE_SAYS_NOTHING = frozenset(map(without_marks, _SAYS_NOTHING)) - {
    "la",
    "co",
    "thi",
    "vay",
    "dung",
}
_DECLINES = frozenset(
    {"khong", "khong co", "khong co gi", "khong can", "khong can gi", "khong gi", "khoi", "ko"}
    | {"ko co", "ko co gi", "ko can", "chua co", "chua co gi", "khong co gi ca", "no", "none"}
    | {"nothing", "no need", "khong phai mang gi", "hong co", "khong ghi", "khong ghi gi"}
    | {"xong", "xong roi", "het", "het roi", "chi the thoi", "the thoi", "vay thoi", "bo qua"}
)


def says_nothing(text: str) -> bool:
    """Whether the whole message is a mere yes, no or "ok", which is no reason, place or subject."""
    said = [each for each in words_of(text) if each.bare.isalnum()]
    core = [each for each in said if each.raw not in MANNERS] or said[:1]
    if not said:
        return False
    return all(_is_empty(each) for each in core)


def _is_empty(word: Word) -> bool:
    if word.raw == word.bare:
        return word.raw in _SAYS_NOTHING or word.raw in _BARE_SAYS_NOTHING
    return word.raw in _SAYS_NOTHING or word.raw in {"dạ", "thôi"}


def declines(text: str) -> bool:
    """Whether the whole message says that there is nothing to tell: "dạ không có gì ạ"."""
    core = [each.bare for each in words_of(text) if each.bare.isalnum() and each.raw not in MANNERS]
    return " ".join(core) in _DECLINES


def hides_a_name(text: str) -> bool:
    """Whether the whole message says that no name is known or none may be said: "họ giấu tên"."""
    words = words_of(text)
    return len(words) <= _MOST_HIDING and (
        bool(_HIDES.search(" ".join(each.bare for each in words))) or does_not_know(words)
    )


_MOST_HIDING = 8
_HIDES = re.compile(
    r"\b(?:an danh|giau ten|vo danh|khong ten|anonymous|unknown"
    r"|(?:khong|chua|ko|hong|k) (?:\w+ )?(?:co |biet |noi |cho |muon |ghi |neu |nho |ro |hoi |de )+"
    r"(?:ten|ai|la ai))\b"
)
