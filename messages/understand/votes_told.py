"""“Đồng ý cho ông Páo vay”: a vote on somebody's loan, said as a sentence."""

import re

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.words import words_of

_MOST_WORDS = 16
_NO = re.compile(
    r"\b(?:khong|ko|k|chua|chang|hong|khoan)(?: \w+){0,2} (?:dong y|nhat tri|duyet|tan thanh|ung)\b"
    r"|\b(?:khong|ko|chua|dung|khoan)(?: nen)? cho(?: \w+){1,6} vay\b|\bphan doi\b|\btu choi\b"
    r"|\b(?:disagree|do not agree|don t agree|against)\b"
)
_YES = re.compile(
    r"\b(?:dong y|nhat tri|tan thanh|duyet|bieu quyet|bo phieu|ung(?= cho)|agree|vote)\b"
)
_ASKS = re.compile(r"\b(?:chua|khong|ai|may nguoi|bao nhieu)(?: (?:chau|a|em|con))*$|\bai\b")


def vote_told(text: str) -> bool | None:
    """Whether somebody says yes or no to a loan; None where nothing of that is said, or asked."""
    words = words_of(without_marks(written_out(text)))
    said = " ".join(each.bare for each in words if each.bare.isalnum())
    if len(words) > _MOST_WORDS or not re.search(r"\b(?:vay|loan|borrow)\b", said):
        return None
    if text.rstrip().endswith("?") or _ASKS.search(said):
        return None
    if _NO.search(said):
        return False
    return True if _YES.search(said) else None
