"""How a Vietnamese voice says figures, days, hours, phone numbers, codes and abbreviations."""

import re

from messages.speech.rules import (
    CLOCK,
    CODE,
    DAY,
    DECIMAL,
    EMERGENCY,
    LISTED,
    LONGEST_NUMBER_DIGITS,
    MINUS,
    MONTH,
    PHONE,
    RANGE,
    WHOLE,
    figures,
    groups,
    is_day,
    rule,
)
from messages.understand.spell import in_words

_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()  # noqa: SIM905 - easier to read
_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [
            "a",
            "bê",
            "xê",
            "đê",
            "e",
            "ép",
            "giê",
            "hát",
            "i",
            "gi",
            "ca",
            "e lờ",
            "em mờ",
            "en nờ",
            "o",
            "pê",
            "quy",
            "e rờ",
            "ét",
            "tê",
            "u",
            "vê",
            "vê kép",
            "ích",
            "i dài",
            "dét",
        ],
        strict=True,
    )
)
_SHORT = {
    "CLB": "câu lạc bộ",
    "LTHTGN": "liên thế hệ tự giúp nhau",
    "NCT": "người cao tuổi",
    "UBND": "ủy ban nhân dân",
    "MTTQ": "mặt trận tổ quốc",
    "TP": "thành phố",
    "TT": "thị trấn",
    "SĐT": "số điện thoại",
    "ĐT": "điện thoại",
    "QR": "quy e rờ",
    "SMS": "tin nhắn",
    "OTP": "mã dùng một lần",
    "VND": "đồng",
    "vnđ": "đồng",
    "v.v": "vân vân",
    "kg": "ki lô gam",
    "km": "ki lô mét",
    "m2": "mét vuông",
}
_COUNTED = "người|phiếu|thành viên|hội viên|bước|buổi|tháng|phần|mục|việc|câu"


def number(text: str) -> str:
    """A whole number, with or without dots; one that begins with 0 is said figure by figure."""
    digits = figures(text)
    if len(digits) > LONGEST_NUMBER_DIGITS or (digits.startswith("0") and len(digits) > 1):
        return one_by_one(digits)
    return in_words(int(digits))


def one_by_one(digits: str) -> str:
    """Figure by figure."""
    return " ".join(_DIGITS[int(each)] for each in digits)


def _decimal(found: re.Match[str]) -> str:
    part = one_by_one(found[2]) if found[2].startswith("0") else number(found[2])
    return f"{number(found[1])} phẩy {part}"


def _month(text: str) -> str:
    return "tư" if int(text) == 4 else number(str(int(text)))


def _day(found: re.Match[str]) -> str:
    before, day, month, year = found[1] or "ngày ", found[2], found[3], found[4]
    if not is_day(day, month):
        return f"{found[1] or ''}{one_by_one(day)}, {one_by_one(month)}, {number(year)}"
    return f"{before}{number(str(int(day)))} tháng {_month(month)} năm {number(year)}"


def _day_or_part(found: re.Match[str]) -> str:
    """15/10 is a day, 5/8 after a colon or before people is so many out of so many."""
    before, day, month, after = found[1] or "", found[2], found[3], found[4] or ""
    out_of = before.lower() in {": ", "bước "} or after.strip() in _COUNTED.split("|")
    if out_of or not is_day(day, month):
        return f"{before}{number(day)} trên {number(month)}{after}"
    start = before or "ngày "
    return f"{start}{number(str(int(day)))} tháng {_month(month)}{after}"


def _clock(found: re.Match[str]) -> str:
    minutes = int(found[2] or 0)
    hour = f"{number(str(int(found[1])))} giờ"
    return f"{hour} {number(str(minutes))} phút" if minutes else hour


def _code(found: re.Match[str]) -> str:
    parts = [each for each in re.split(r"-|(?<=^.{4})(?=.{4}$)", found[0]) if each]
    return ", ".join(
        " ".join(_LETTERS.get(sign) or _DIGITS[int(sign)] for sign in part) for part in parts
    )


def _alone(words: str) -> str:
    return rf"(?<!\w)(?:{words})(?!\w)"


RULES = (
    # The sum in words behind the same sum in figures is what is said anyway.
    rule(rf"((?:{WHOLE}) đồng) \([^()\d]+ đồng\)", lambda found: found[1]),
    rule(PHONE, lambda found: ", ".join(one_by_one(each) for each in groups(found[0]))),
    rule(EMERGENCY, lambda found: found[1] + one_by_one(found[2])),
    rule(CODE, _code),
    rule(LISTED, lambda found: f"Số {number(found[1])}: "),
    rule(rf"(ngày |mùng |mồng )?{DAY}", _day),
    rule(rf"tháng {MONTH}", lambda found: f"tháng {_month(found[1])} năm {number(found[2])}"),
    rule(MONTH, lambda found: f"tháng {_month(found[1])} năm {number(found[2])}"),
    rule(
        r"((?:ngày|mùng|mồng|[Bb]ước) |: )?(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])"
        rf"( (?:{_COUNTED})(?!\w))?",
        _day_or_part,
    ),
    rule(CLOCK, _clock),
    rule(r"(?<![\d.,])(\d{1,2}) giờ (\d{2})(?: phút)?(?![\d.])", _clock),
    rule(RANGE, " đến "),
    rule(r"(?<=\d)\s+[–—-]\s+(?=tháng|ngày|thứ)", " đến "),
    rule(r"(?<=[a-zà-ỹ]) [–—-] (?=tháng \w+ năm)", " đến "),
    rule(MINUS, "âm "),
    rule(r"(?<=\d)\s*(?:đ|₫|VNĐ|VND|vnđ|vnd)(?!\w)", " đồng"),
    rule(r"(?<=\d)\s*[kK](?!\w)", " nghìn"),
    rule(r"(?<=\d)\s*tr(?=\d|\b)", " triệu "),
    rule(r"([Tt]háng|[Tt]hứ) 4(?![\d.,/])", lambda found: f"{found[1]} tư"),
    rule(DECIMAL, _decimal),
    rule(WHOLE, lambda found: f" {number(found[0])} "),
    rule(r"\s*%", " phần trăm"),
    *(rule(_alone(re.escape(short)), words) for short, words in _SHORT.items()),
    rule(r"[ \t]*/[ \t]*(?=người|tháng|năm|ngày|buổi|lần)", " mỗi "),
    rule(r"[ \t]*/[ \t]*", " hoặc "),
    rule(r"[ \t]*&[ \t]*", " và "),
    rule(r"[ \t]*\+[ \t]*", " cộng "),
    rule(r"[ \t]*=[ \t]*", " bằng "),
    rule(r"[ \t]*×[ \t]*", " nhân "),
)
