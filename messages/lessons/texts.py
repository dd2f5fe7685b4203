"""The rules for one text of a lesson: short lines, known words, a polite young relative's tone."""

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST_LINE: Final = 60
ADDRESS: Final = frozenset({"you", "You", "me", "Me"})

_VOWELS: Final = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    rf"[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# What stands on the phone itself, or is at home in every village.
NAMES: Final = frozenset({"zalo", "vneid", "youtube", "maps", "qr", "wi", "fi", "g", "crô", "clb"})
# Foreign words that look like syllables.
_FOREIGN: Final = frozenset({"app", "bot", "chat", "hot", "off", "on", "set", "tap"})
_EXPLAINED: Final = re.compile(r"(?:đọc là|nghĩa là|gọi là) ?“?")
_WEB: Final = re.compile(r"https?:|www\.|\.(?:com|vn|net|org)\b", re.IGNORECASE)
_VERBS: Final = (
    "Bấm|Nhấn|Vuốt|Kéo|Chọn|Gõ|Mở|Tắt|Tìm|Xem|Cúp|Gọi|Hãy|Đừng|Nhập|Gửi|Ghi|Nhắn|Đọc|Hỏi|Xóa|Chép"
)
_ORDER: Final = re.compile(rf"(?:Dạ,? )?(?:{_VERBS}|{_VERBS.lower()})\b")
_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_SOFT: Final = re.compile(r"\b(?:giúp|nhé|ạ|mời|xin|nhờ|thì|là|mình|cũng|đi)\b", re.IGNORECASE)
_FORM: Final = re.compile(r"(?<!các )(?<!con )\b(?:bác|cháu)\b(?! sĩ)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a text may be; a label is no sentence."""

    letters: int
    lines: int
    is_label: bool = False


def faults_of_text(text: str, language: str, limits: Limits) -> Iterator[tuple[str, str]]:
    """What is wrong with a text: the kind of fault, and the words it is about."""
    if not text:
        yield "empty_text", ""
        return
    yield from _too_long(text, limits)
    yield from _placeholders(text, language)
    if text != unicodedata.normalize("NFC", text):
        yield "not_composed", ""
    if found := _WEB.search(text):
        yield "web_address", found[0]
    if language == "vi":
        yield from _in_vietnamese(text, limits)


def _too_long(text: str, limits: Limits) -> Iterator[tuple[str, str]]:
    lines = text.splitlines()
    if len(text) > limits.letters:
        yield "too_long", f"{len(text)} > {limits.letters}"
    if len(lines) > limits.lines:
        yield "too_many_lines", f"{len(lines)} > {limits.lines}"
    for line in lines:
        if len(line) > LONGEST_LINE:
            yield "long_line", line
        elif not line.strip():
            yield "empty_line", ""


def _placeholders(text: str, language: str) -> Iterator[tuple[str, str]]:
    try:
        found = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        yield "braces", ""
        return
    known = ADDRESS if language == "vi" else frozenset[str]()
    yield from (("unknown_placeholder", f"{{{each}}}") for each in sorted(found - known))


def _in_vietnamese(text: str, limits: Limits) -> Iterator[tuple[str, str]]:
    bare = re.sub(r"\{\w*\}", " ", text)
    if not _EXPLAINED.search(text):
        yield from (("foreign_word", word) for word in _foreign(bare))
    if found := _FORM.search(text):
        yield "form_of_address", found[0]
    if limits.is_label:
        return
    if "ạ" not in text.splitlines()[-1]:
        yield "impolite_end", text.splitlines()[-1]
    for sentence in _SENTENCE_END.split(text.replace("\n•", ".\n•")):
        if _ORDER.match(sentence) and not _SOFT.search(sentence):
            yield "order", sentence.splitlines()[0]


def _foreign(text: str) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(text)):
        low = word.lower()
        if low not in NAMES and (low in _FOREIGN or not _SYLLABLE.fullmatch(low)):
            yield word
