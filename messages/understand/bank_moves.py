"""Money told to go between the tin and the bank, or to have been earned by selling something."""

import re

from messages.understand.keywords import written_out
from messages.understand.plain import bare, plain, without_marks
from messages.understand.tellings import names_a_sum
from messages.understand.told import sentence_of, sum_told

_BANK = (
    r"(?:ngan hang|nha bang|tai khoan|agribank|vietinbank|vietcombank|bidv|the bank|bank"
    r"|the account)"
)
_WHO = (
    r"(?:(?:da|toi|tui|minh|bac|chu|co|ong|ba|em|chau|con|anh|chi|clb|cau lac bo|hoi|vua|moi|hom"
    r"|nay|sang|chieu|xin|cho|i|we|just|have|has|muon|can|se|dinh|mai) )*"
)
_TO_BANK = re.compile(
    rf"{_WHO}(?:gui|cam|mang|dem|nop|bo|dua|chuyen|put|took|take|carry|carried|deposit(?:ed)?|paid)"
    rf" .*\b{_BANK}\b(?: (?:gui|cat|roi|cua|clb|hoi|cau lac bo|nhe|nha|a|chau|con))*"
    rf"|{_WHO}(?:gui|nop|cat) (?:tien )?(?:vao |ra |o )?{_BANK}\b.*"
)
_FROM_BANK = re.compile(
    rf"{_WHO}(?:rut|lay|linh|withdrew|withdraw|took|take) .*\b{_BANK}\b.*"
    rf"|{_WHO}rut (?:tien )?{_BANK}.*"
)
_OUT_OF = re.compile(
    rf"\b(?:rut|linh|withdr\w+|tu {_BANK}|o {_BANK} (?:ve|ra)|(?:from|out of) {_BANK})\b"
)
# Who pays something to the club by transfer carries nothing.
_PAID_SO = re.compile(
    r"\b(?:phi|ung ho|no|lai|goc|qua tai khoan|bang tai khoan|chuyen khoan|fee|so tai khoan)\b"
)
_SOLD = re.compile(
    rf"{_WHO}(?:ban|cho thue|lam chung|thu tien ban|tien ban|thu ban|sold|earned)\b(?! kiem).*"
)
_SOLD_WRITTEN = re.compile(r"bán|thuê|làm chung|sold|earned")
_SPENT_SO = re.compile(r"\b(?:tra|nop|dong|gop|vay|mua|ung ho)\b")
_ASKED = re.compile(r"\b(?:bao nhieu|may|chua|khong|how much)\b")
_MOST_LETTERS = 140


def goes_to_bank(text: str) -> bool | None:
    """True where money of the club is told to go to the bank, False out of it; else None."""
    line = _line(text)
    if not _may_tell(text, line) or _PAID_SO.search(line):
        return None
    if _FROM_BANK.fullmatch(line) and _OUT_OF.search(line):
        return False
    return True if _TO_BANK.fullmatch(line) and not _OUT_OF.search(line) else None


def earned_by_selling(text: str) -> bool:
    """Whether somebody tells what was sold, and for how much."""
    line = _line(text)
    if not _may_tell(text, line) or not _SOLD.fullmatch(line) or _SPENT_SO.search(line):
        return False
    if not text.isascii() and not _SOLD_WRITTEN.search(plain(text).lower()):
        # "Bận", "bạn": other words that lose their marks to it.
        return False
    return names_a_sum(line) or sum_told(sentence_of(text)) is not None


def _may_tell(text: str, line: str) -> bool:
    is_question = text.rstrip().endswith("?") or _ASKED.search(line) is not None
    return len(text) <= _MOST_LETTERS and not is_question


def _line(text: str) -> str:
    return " ".join(without_marks(bare(written_out(text))).replace(",", " ").split())
