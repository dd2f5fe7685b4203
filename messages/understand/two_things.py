"""A sentence in which two things are told: two pieces of work, or who pays for whom.

"Nộp phí 20 nghìn với trả nợ 500 nghìn", "bà Hoa nộp thay bà Lan 20 nghìn".
"""

import re

from messages.understand.plain import plain

_WORK = (
    r"(?:nộp|đóng|trả|ủng hộ|góp|vay|xin vay|thu|chi|nop|dong|tra|ung ho|gop|xin vay|pay|repay|give"
    r"|donate|borrow)"
)
_JOINT = re.compile(
    r"(?:,|;| (?:với|và|rồi|cùng với|xong|voi|va|roi|cung voi|and|then)) ?"
    rf"(?:mới |lại |thì |còn |cho |bác |tôi )*(?={_WORK}\b)",
    re.IGNORECASE,
)
# "Vay 5 triệu, trả 500 mỗi tháng" is one loan.
_EACH_TIME = re.compile(
    r"\b(?:mỗi|hàng|hằng|moi|hang|each|every|per|trả dần|tra dan|góp)\b", re.IGNORECASE
)
_MOST_LETTERS = 160
_FEWEST_WORDS = 2
_PAID_FOR = re.compile(r"(?P<by>[^\W\d].*?) (?:paid|pays|has paid) for (?P<rest>[A-ZĐ].+)")
_INSTEAD = re.compile(
    r"(?P<by>.*?) ?\b(?P<verb>(?:nộp|đóng|gửi|đưa|trả|nop|dong|gui|dua|tra)"
    r"(?: (?:phí|tiền|hội phí|nợ|gốc|lãi|phi|tien|hoi phi|no|goc|lai))*)"
    r" (?:thay|hộ|giùm|dùm|giúp|ho|gium|dum|giup)(?: (?:cho|mặt|cho cả|giúp))? (?P<rest>.+)",
    re.IGNORECASE,
)


def two_works(text: str) -> tuple[str, str] | None:
    """Both pieces of work, as they are told; None where it is one, or a sum is told of neither."""
    said = plain(text)
    joints = list(_JOINT.finditer(said))
    if len(joints) != 1 or len(said) > _MOST_LETTERS:
        return None
    first, second = said[: joints[0].start()].strip(), said[joints[0].end() :].strip()
    if _EACH_TIME.search(second):
        return None
    both = all(len(each.split()) >= _FEWEST_WORDS and _has_number(each) for each in (first, second))
    return (first, second) if both else None


def _has_number(words: str) -> bool:
    return any(each.isdigit() for each in words) or bool(_IN_WORDS.search(words.lower()))


_IN_WORDS = re.compile(r"\b(?:nghìn|ngàn|triệu|trăm|chục|nghin|ngan|trieu|tram|chuc|thousand)\b")


def paid_instead(text: str) -> tuple[str, str] | None:
    """Who brings it, and the sentence about the one it is paid for; None where nobody does."""
    said = plain(text)
    if found := _PAID_FOR.fullmatch(said):
        return found["by"], f"the fee of {found['rest']}"
    found = _INSTEAD.fullmatch(said)
    if found is None:
        return None
    return found["by"].strip(" ,"), f"{found['verb']} của {found['rest']}"
