"""Questions about the interest of the club's loans: "lãi mấy phân", "vay 5 triệu lãi bao nhiêu".

What one owes oneself ("bác còn nợ lãi bao nhiêu") is another question.
"""

import re

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.words import words_of

_MOST_WORDS = 18
_SHORT = 5
"""So few words can ask for nothing else."""
_INTEREST = re.compile(r"\b(?:lai|lai suat|tien loi|interest)\b")
_ASKED = re.compile(
    r"\b(?:may|bao nhieu|bao nhiu|nhieu|nhiu|the nao|ra sao|sao|cao khong|co lai|mat lai|tinh lai"
    r"|tinh sao|cao|nhe khong|how much|how high|what)\b"
)
_RATE = re.compile(r"\b(?:may phan|phan tram|lai suat|interest rate|may cham)\b")
_ONES_OWN = re.compile(
    r"\b(?:no lai|con no|con lai|con thieu|phai tra|den han|dong lai|tra lai|nop lai|da tra"
    r"|thang nay|ky nay|do i owe|cua (?:toi|bac|tui|minh|ba|ong|co|chu|anh|chi))\b"
)
_LENDING = re.compile(r"\b(?:vay|muon|cho vay|quy|borrow|loan|lend)\b")
_ABOUT = frozenset(
    without_marks(
        "lãi suất lời tiền vay mượn cho vốn quỹ hội clb câu lạc bộ mình một tháng năm mấy bao nhiêu"
        " phân phần trăm thế nào ra sao cao không có mất tính là thì bây giờ hiện nay nhỉ ạ à hả"
        " vậy cháu con em liên ơi dạ bác ông bà cô chú tôi tui hỏi xem biết nhẹ triệu nghìn ngàn"
        " được mỗi khi của này đang bị phải với nếu nhé nha thôi ở đây nữa hai ba bốn sáu bảy tám"
        " chín mười nhiu tr k % interest rate what is the how much of loan loans a month per year"
        " for high on do you charge i borrow"
    ).split()
)


def asks_of_interest(text: str) -> bool:
    """Whether the whole message asks what interest the club takes."""
    words = [each.bare for each in words_of(written_out(text)) if each.bare.isalnum()]
    line = " ".join(words)
    if not words or len(words) > _MOST_WORDS or not _INTEREST.search(line):
        return False
    if _ONES_OWN.search(line) or not (_ASKED.search(line) or text.rstrip().endswith("?")):
        return False
    if not all(each in _ABOUT or each[0].isdigit() for each in words):
        return False
    return bool(_RATE.search(line) or _LENDING.search(line)) or len(words) <= _SHORT
