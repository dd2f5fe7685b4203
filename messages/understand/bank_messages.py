"""Messages of a bank that somebody hands on: they prove nothing, and nothing is noted by them."""

import re

from messages.understand.plain import bare, plain

_SUM = re.compile(r"[+-]\s?\d{1,3}(?:[.,]\d{3})+\s?(?:vnd|d|đ)?\b", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:sd|so du|tk|tai khoan|gd|giao dich|ref|nd|vcb|bidv|agribank)\b")


def is_from_a_bank(text: str) -> bool:
    """Whether it looks like the message of a bank about an account."""
    return bool(_SUM.search(plain(text))) and len(set(_WORDS.findall(bare(text)))) > 1
