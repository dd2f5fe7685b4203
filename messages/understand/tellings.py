"""What a whole sentence tells of: a fee that somebody paid, money that was spent, a meeting to be
held, help that is wanted. Who, how much and when is left to the questions.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from messages.understand.bank_messages import is_from_a_bank
from messages.understand.keywords import written_out
from messages.understand.phrases import place_of
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, DAY_SAID, TIME_SAID, is_marked, sentence_of, sum_told
from messages.understand.words import listed

LONGEST = 300


class Telling(StrEnum):
    """What is told, or asked."""

    FEE = "fee"
    REPAYMENT = "repayment"
    GIFT = "gift"
    LOAN = "loan"
    EXPENSE = "expense"
    MEETING = "meeting"
    RECORD = "record"


# Each with its marks, as it counts where the writer uses any.
_ASKING = (
    *("chưa", "bao nhiêu", "mấy", "sao", "không ạ", "phải không", "thế nào", "khi nào", "hôm nào"),
    *("bao giờ", "mấy giờ", "ở đâu", "có phải", "how much", "has", "did", "when", "where"),
    *("vào đâu", "cho ai", "ai", "gì", "tháng nào", "ngày nào", "lúc nào", "kỳ nào", "đến đâu"),
)
_NOT_DONE = ("không", "chẳng", "chả", "hổng", "hông", "đừng", "ko", "not", "nếu", "khỏi", "quên")
_GIVING = (
    *(
        "ủng hộ",
        "tấm lòng vàng",
        "biếu",
        "tặng",
        "quyên góp",
        "tài trợ",
        "cho clb",
        "cho câu lạc bộ",
    ),
    *("cho hội", "cho quỹ", "donated", "donate", "gave the club", "cúng dường", "cúng tiến"),
)
_OUTSIDE_GIVES = re.compile(
    r"\b(?:ubnd|uy ban|cong ty|cty|doanh nghiep|cua hang|nha chua|hop tac xa|htx|mat tran"
    r"|nha hao tam|company|shop) .*\b(?:cho|gave)\b"
)
_REPAYING = (
    *("trả nợ", "trả gốc", "trả lãi", "trả góp", "trả tiền vay", "nộp lãi", "đóng lãi", "góp lãi"),
    *("nộp gốc", "trả vốn", "trả hết nợ", "repaid", "repays", "trả"),
    *("thu nợ", "thu gốc", "thu lãi", "tiền lãi", "tiền gốc", "tiền nợ", "tiền vay"),
)
_BORROWING = ("xin vay", "muốn vay", "vay", "cần vay", "wants to borrow")
_PAYING_FEE = (
    *(
        "nộp",
        "đóng",
        "nộp phí",
        "đóng phí",
        "thu phí",
        "thu của",
        "thu",
        "nhận của",
        "gửi phí",
        "góp phí",
        "đưa phí",
    ),
    *("đưa tôi", "gửi tôi", "đưa cho tôi", "gửi cho tôi", "gave me"),
    *("phí của", "tiền phí", "góp quỹ", "gửi quỹ", "đưa tiền phí", "paid the fee", "paid"),
    *("pay my fee", "pay my fees", "pay my monthly fee", "pay my club fee", "pay my dues"),
)
_SPENDING = re.compile(
    r"(?:(?:da|vua|moi|hom qua|hom nay|sang nay|chieu qua|chau oi|toi|minh|clb|cau lac bo|hoi|bac"
    r"|ong|ba|chu|co|anh|chi|ghi|thu quy|lien oi|we|i) )*"
    r"(?:(?:(?:lap|viet|lam) )?phieu chi|chi|mua|tra tien|thanh toan|xuat quy|tieu|spent|bought)"
    r" (?!tieu)"
)
_MEETING = re.compile(
    r"(?:(?:chau oi|lien oi|da|thong bao|bao|moi|hen|len lich|xep lich|to chuc|dat lich|lich|ca|bac"
    r"|cac|chau|ba con|moi nguoi|cau lac bo|clb|minh|ta|thang nay|thang toi|thang sau"
    r"|mai|sang mai|chieu mai|ngay mai|ngay kia|ngay mot|plan|a|the|we) )*"
    r"(?:hop|sinh hoat|meeting|meet)\b"
)
_LOOKING_UP = re.compile(
    r"(?:(?:chau oi|lien oi|chau|lien|da|cho|bac|ong|ba|chu|co|anh|chi|toi|minh|xin|please|muon) )*"
    r"(?:xem|coi|tim|kiem|mo|tra|goi cho|so dien thoai|so may|sdt|dien thoai cua"
    r"|ho so|thong tin|so cua|show|find|see)\b"
)
_FEE_NAMED = (
    "phí",
    "đóng phí",
    "nộp phí",
    "thu phí",
    "gửi phí",
    "đóng tiền",
    "nộp tiền",
    "đóng quỹ",
    "nộp quỹ",
    "đóng chưa",
    "nộp chưa",
    "fee",
)


_BY_VERB = (
    (Telling.REPAYMENT, _REPAYING),
    (Telling.LOAN, _BORROWING),
    (Telling.FEE, _PAYING_FEE),
)
_MONTHS_PAID = re.compile(r"\b(?:dong|nop) .*\b(?:thang|nam)\b")
_I_PAY = re.compile(
    r"(?:(?:chau oi|lien oi|oi|da|vang|alo|bac|ong|ba|chu|co|cu|anh|chi|em|con|toi|tui|minh|muon"
    r"|xin|phep|cho|duoc|vua|moi|hom nay|bua nay|sang nay|chieu nay|hom qua|bua qua|chieu qua"
    r"|sang qua|toi qua|hom kia|mai|ngay mai|thang nay|thang \d+|se|nho|dinh|i|we|want to"
    r"|would like to|have|just|yesterday|today|please|already) )*"
    r"(?:nop|dong|gop|gui|dua|chuyen khoan|chuyen|tra|ck|phi|tien phi|hoi phi|pay|paid|gave|fee)\b"
)
_I_GIVE = re.compile(
    r"(?:(?:chau oi|lien oi|da|bac|ong|ba|chu|co|cu|anh|chi|em|con|toi|tui|minh|muon|xin|cho|duoc"
    r"|vua|moi|hom nay|sang nay|hom qua|i|want to|would like to|gui|dinh) )*"
    r"(?:ung ho|so tam long vang|tam long vang|bieu|tang|quyen gop|gop|donate|give)"
)

# "Cho con" calls the one who is spoken to: "cho con hỏi".
_FOR_HER_HOUSE = re.compile(
    r"\b(?:cho|giup|gium|dum|ho|thay|phan(?: cua)?|for) (?:ca |ca hai |hai |my |our |the )*"
    r"(?:(?:ong|ba) (?:nha|xa|ay|chong|vo|noi|ngoai)|chong|vo(?: chong)?|me|bo me|bo|cha|thay u"
    r"|nha toi|con (?:trai|gai|dau|re|chau)|em (?:trai|gai)|anh trai|chi gai|nha"
    r"|husband|wife|mother|father|son|daughter|sister|brother|neighbour|family"
    r"|whole family|two of us|both of us)\b"
)

_SUM_NAMED = re.compile(
    r"\d ?(?:k|nghin|ngan|ng|tr|trieu|dong|d|cu|vnd|tr\d+)\b|\b(?:nghin|ngan|trieu)\b"
)


def telling_of(text: str) -> Telling | None:
    """What the sentence may tell of; of whom, whoever knows the names must say."""
    if len(text) > LONGEST or is_from_a_bank(text):
        return None
    words = sentence_of(text if is_marked([text]) else written_out(text))
    line = bare(" ".join(words))
    asks = text.rstrip().endswith("?") or _says(words, _ASKING)
    if asks or (_LOOKING_UP.match(line) and sum_told(words) is None):
        looks_up = _LOOKING_UP.match(line) or _says(words, _FEE_NAMED)
        return Telling.RECORD if looks_up else None
    return None if _says(words, _NOT_DONE) else _told(words, line)


def begins_with_giving(text: str) -> bool:
    """Whether nobody stands before the word for giving but the one who speaks."""
    return bool(_I_GIVE.match(bare(text)))


def tells_of_giving(text: str) -> bool:
    """Whether it tells that somebody gave something, and asks nothing."""
    words = sentence_of(text)
    asks = text.rstrip().endswith("?") or _says(words, _ASKING)
    return _says(words, (*_GIVING, "góp", "đem cho", "mang cho")) and not asks


def names_a_sum(text: str) -> bool:
    """Whether a sum with its unit is said: "100k cho ba con" is no three pieces."""
    return bool(_SUM_NAMED.search(bare(text)))


def is_ones_own(text: str) -> bool:
    """Whether nobody but the one who speaks stands before the word for paying."""
    line = " ".join(bare(each) for each in sentence_of(text) if each != BETWEEN)
    return bool(_I_PAY.match(line))


def is_for_her_house(text: str) -> bool:
    """Whether it is paid for somebody of the writer's house: "nộp phí giúp chồng tôi"."""
    return bool(_FOR_HER_HOUSE.search(bare(text)))


def names_the_fee(text: str) -> bool:
    """Whether the fee is meant and no gift to the fund."""
    return _says(sentence_of(text), ("phí", "hội phí", "tháng", "fee"))


def _told(words: Sequence[str], line: str) -> Telling | None:
    if _MEETING.match(line):
        return Telling.MEETING if _says_when(words) else None
    has_sum = sum_told(words) is not None
    if (has_sum or names_a_sum(line)) and _SPENDING.match(line):
        return Telling.EXPENSE
    if _says(words, _GIVING) or _OUTSIDE_GIVES.search(line):
        return Telling.GIFT if has_sum and not _says(words, ("vay",)) else None
    found = next((each for each, said in _BY_VERB if _says(words, said)), None)
    if found is Telling.FEE and _says(words, ("bán", "sold")):
        # What a club sells is nobody's fee.
        return None
    if found is Telling.FEE and not has_sum:
        # Who has paid already wants to pay nothing.
        wants = _says(words, _FEE_NAMED) or _MONTHS_PAID.search(line)
        return found if wants and not _says(words, ("rồi", "already")) else None
    return found


def _says(words: Sequence[str], phrases: Sequence[str]) -> bool:
    return any(place_of(words, each) is not None for each in phrases)


_WHEN = (DAY_SAID | TIME_SAID) - set(listed("am ta cuoi dau h g pm o'clock"))


def _says_when(words: Sequence[str]) -> bool:
    return any(bare(each) in _WHEN or each[0].isdigit() for each in words[1:])


_TOPICS = {
    "digital": (
        *("zalo", "wifi", "mạng", "mật khẩu", "điện thoại", "facebook", "vneid", "gọi video"),
        *("ứng dụng", "tin nhắn", "messenger", "youtube", "phone", "app", "password"),
    ),
    "health": (
        *("đi khám", "khám bệnh", "bệnh viện", "trạm xá", "trạm y tế", "mua thuốc", "lấy thuốc"),
        *("đo huyết áp", "doctor", "hospital", "medicine"),
    ),
    "home_care": (
        *("dọn nhà", "nấu cơm", "quét nhà", "đi chợ", "trông nhà", "giặt", "lau nhà", "tắm"),
        *("house", "cooking", "shopping"),
    ),
    "paperwork": (
        *("giấy tờ", "bảo hiểm", "trợ cấp", "lương hưu", "làm đơn", "viết đơn", "căn cước"),
        *("hồ sơ", "papers", "insurance", "pension"),
    ),
    "field_work": (
        *("gặt", "cấy", "ngoài ruộng", "làm vườn", "bón phân", "hái", "làm cỏ", "cuốc", "đồng áng"),
        *("harvest", "field"),
    ),
}
_HELP = (
    *("nhờ", "giúp tôi", "giúp bác", "giúp bà", "giúp ông", "giúp cô", "giúp chú", "giúp tui"),
    *("cần người", "ai giúp", "cần giúp", "cháu nào", "sang giúp", "đến giúp", "help me", "help"),
    *("chỉ tôi", "chỉ bác", "chỉ cho", "hỗ trợ"),
)


def help_wanted(text: str) -> str | None:
    """With what a sentence asks somebody to help; None for no such wish, or for several things."""
    words = sentence_of(text)
    if len(text) > LONGEST or not _says(words, _HELP) or _says(words, ("chuyển tiền", "vay")):
        return None
    found = [topic for topic, said in _TOPICS.items() if _says(words, said)]
    return found[0] if len(found) == 1 else None
