"""Questions about one's own money: "phí của tôi đóng đến tháng nào", "tôi nộp tháng 10 chưa".

Whoever asks wants to hear how it stands and pays nothing.
"""

import re

from messages.understand.keywords import written_out
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, sentence_of
from messages.understand.words import listed

_MOST_WORDS = 18
_OWN = listed("tôi tui tớ mình ta bác ông bà cô chú cụ anh chị em con cháu nhà")
_MONEY = listed(
    "phí hội quỹ tiền khoản đóng nộp góp gửi đưa đủ thiếu nợ ủng hộ sổ vào câu lạc bộ nghìn ngàn"
    " triệu đồng k tr hạn kỳ quý đợt thu ghi"
)
_TIME = listed("tháng năm nay này trước qua hôm tuần ngày lúc hồi vừa rồi từ đến tới hết giờ khi")
_ASKING = listed("nào mấy chưa bao nhiêu nhiêu đâu không hỏi xem biết có còn")
_SMALL = listed(
    "đã của được phải nữa thế vậy nhỉ ạ à hả hử nhé nha thì là cho rồi đang những tất cả tổng cộng"
    " cần lên xong liên ơi dạ giúp với lại bị"
)
# Another word is a name, another's money or another matter: a loan, a place, a way to pay.
_KNOWN = frozenset(map(bare, (*_OWN, *_MONEY, *_TIME, *_ASKING, *_SMALL)))
_ABOUT = re.compile(r"\b(?:phi|dong|nop|gop|ung ho|thieu|no thang)\b")
_OWED = re.compile(
    r"(?:please )?(?:tell me )?(?:how much|what) (?:do i|i) (?:still )?owe(?: now| you| the club)?"
    r"|do i (?:still )?owe anything"
)
_AT_THE_END = (
    r"(?: (?:roi|vay|the|nhi|a|ha|hu|nhe|nha|chau|lien|oi|em|con|bac|ong|ba|co|chu|nua|day))*$"
)
_ASKED = re.compile(
    r"\b(?:thang|khi|luc|ngay|hom|ky|quy|dot|nam) nao\b|\bmay\b|\bnhieu\b|\bbao gio\b"
    rf"|\b(?:den|toi) dau\b|\bchua{_AT_THE_END}|\b(?:con|co) .*\bkhong{_AT_THE_END}"
)
# What everybody pays is no question about oneself, nor is whether one may.
_OF_THE_RULE = re.compile(
    r"\b(?:mot|1) (?:thang|nam|ky|quy|lan|nguoi)\b|\bduoc (?:khong|chua)\b|^khong\b"
)


# "Quỹ hội mình còn mấy đồng" is about what the club has.
_OF_THE_CLUB = re.compile(
    r"\b(?:quy|hoi|clb|cau lac bo)(?: (?:hoi|minh|cua|clb|ta|nha|dang|cau lac bo|thon))* (?:con|co)"
    r" (?:duoc )?(?:may|bao nhieu|nhieu|bn)"
)


def asks_of_own_money(text: str) -> bool:
    """Whether the whole message asks how it stands with what the writer pays or has paid."""
    words = [bare(each) for each in sentence_of(written_out(text)) if each != BETWEEN]
    line = " ".join(each for each in words if each)
    if len(words) > _MOST_WORDS or _OF_THE_RULE.search(line) or _OF_THE_CLUB.search(line):
        return False
    if _OWED.fullmatch(line):
        return True
    if not _ABOUT.search(line) or not _ASKED.search(line):
        return False
    return all(each in _KNOWN or each[0].isdigit() for each in line.split())
