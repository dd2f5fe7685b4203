"""What a polite young relative would not write to an older person in Vietnamese."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from messages.lines import broken
from messages.wording import Words

LONGEST_TEXT: Final = 2000
LONGEST_SENTENCE: Final = 150
LONGEST_CLAUSE: Final = 100  # without a breath
# Stands where the form of address, the bot's own word and her name belong.
NOBODY: Final = Words("vi", "ngườinghe", "ngườinói", "Têngọi")

# Onset, vowels with any marks, and an ending: what a Vietnamese syllable looks like.
_VOWELS: Final = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    rf"[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
)
# No syllables, yet at home: the sim in the phone, names and what stands on the phone itself.
AT_HOME: Final = frozenset(
    {
        "sim",
        "pin",
        "clb",
        "pt",
        "pc",
        "zalo",
        "vneid",
        "pdf",
        "facebook",
        "telegram",
        "google",
        "wi",
        "fi",
        "g",
        "crô",
        "khmer",
    }
    | {"video", "camera", "internet", "qr", "wifi", "web", "english", "language", "ngườinghe"}
    | {"ngườinói", "têngọi", "h'hen"}
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VERBS: Final = (
    "Nhập|Bấm|Nhấn|Chọn|Gõ|Gửi|Viết|Điền|Trả lời|Đọc|Mở|Nói|Hỏi|Đếm|Thử|Báo|Gọi|Xem|Nhắn|Làm|"
    "Đợi|Chờ"
)
_COMMANDS: Final = re.compile(rf"(?:Dạ,? )?(?:{_VERBS}|{_VERBS.lower()})\b")
_SOFT: Final = re.compile(r"\b(?:giúp|nhé|ạ|mời|xin|nhờ)\b", re.IGNORECASE)
# Forms of address that stand in a sentence instead of the place for them.
_LEAKS: Final = (
    re.compile(r"(?<!các )(?<!con )\b(?:bác|cháu)\b(?! (?:nội|ngoại|Tư Hoa))", re.IGNORECASE),
    re.compile(r"(?<!các )(?<!mấy )\bbạn\b(?! (?:ấy|nào|trẻ|tình nguyện|bè))", re.IGNORECASE),
    re.compile(r"\b(?:cụ(?! thể)|chú(?! ý)|anh|chị|em)\b", re.IGNORECASE),
)
_WRONG: Final = {
    "a sum of its own kind": re.compile(
        r"\bVN[DĐ]\b|\d ?đ\b|\d ?(?:k|tr)\b|(?<![\d/.])[1-9]\d{3,} đồng"
    ),
    "a date of its own kind": re.compile(
        r"\d{4}-\d\d-\d\d|ngày thứ|ngày chủ nhật|(?<!\d)\d/\d{1,2}/\d{4}|\d/\d/\d{2}(?!\d)"
    ),
    "no capital at the beginning of an item": re.compile(r"(?:^|\n)(?:• |\d+\. )(?:bác|bà|ông) "),
}
_BEGINNING: Final = re.compile(r"(?<=[\w”)])[.!?] ([^\W\d_])")


def impoliteness(text: str) -> Iterator[str]:
    """What is wrong with a Vietnamese text, whoever hears it."""
    for why, pattern in _WRONG.items():
        if pattern.search(text):
            yield why
    if any(first.islower() for first in _BEGINNING.findall(text)):
        yield "no capital at the beginning of a sentence"
    for word in _WORD.findall(text):
        if word.lower() not in AT_HOME and not _SYLLABLE.fullmatch(word.lower()):
            yield f"no Vietnamese word: {word}"
    for sentence in sentences(text):
        if _COMMANDS.match(sentence) and not _SOFT.search(sentence):
            yield f"a bare command: {sentence}"
        if len(sentence) > LONGEST_SENTENCE:
            yield f"a long sentence: {sentence}"
    yield from too_long(text)


def too_long(text: str) -> Iterator[str]:
    """Lines that a large font cannot show, texts that a messenger does not take."""
    shown = broken(text)
    if len(shown) > LONGEST_TEXT:
        yield f"{len(shown)} characters"
    for line in shown.split("\n"):
        if len(line) > LONGEST_CLAUSE and " " in line:
            yield f"a line of {len(line)} characters: {line}"


def leaks(text: str) -> Iterator[str]:
    """Forms of address in a text that was written for `NOBODY`."""
    for pattern in _LEAKS:
        yield from (f"says “{found}” to everybody" for found in pattern.findall(text))


def sentences(text: str) -> Iterator[str]:
    """What ends with a full stop or another sign; labels and lists are none."""
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.!?]) ", line.removeprefix("• ")):
            if sentence[-1:] in {".", "!", "?"}:
                yield sentence


@dataclass(frozen=True, slots=True)
class Somebody:
    """Enough of a person to speak to."""

    language: str = "vi"
    address: str = "bác"
    bot_word: str = "cháu"
    called: str | None = None
    name: str = ""
    lien_at_home: bool = False
