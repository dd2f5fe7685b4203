"""A swindler's call as elders tell of it: somebody phones or writes and wants money, a code or a
tap on a link: a gift, the police, the bank, the electricity, a grandson in trouble.
"""

import re

from messages.understand.courtesy import Courtesy, read_courtesy
from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.words import words_of

_MOST_WORDS = 40


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


_STRANGER = (
    r"co (?:nguoi|dua|ba|ong|anh|chi|so|thang)",
    r"ai (?:do|vua|ay|goi)|nguoi (?:la|ta|nao)|so (?:la|nao)|(?:thang|dua) nao",
    r"(?:no|ho) (?:goi|bao|doi|keu|bat|gui|nhan)|tu xung|xung la|gia danh|mao danh",
    r"cong an|canh sat|toa an|vien kiem sat|ngan hang|dien luc|buu dien|shipper|giao hang",
    r"nhan vien|co quan|bao hiem|benh vien|co giao|thay giao|nha mang|cong ty|facebook|zalo",
    r"tin nhan|somebody|someone|a stranger|a man|a woman|the police|the bank|my bank",
)
_WRITES = (
    r"goi(?! y)|nhan tin|tin nhan|nhan (?:bac|toi|tui|ba|ong|bao|zalo)|dien (?:cho|bao|den|toi)",
    r"(?:bao|keu|bat|doi|yeu cau|xin|hoi)(?: \w+){0,2} (?:chuyen|nop|doc|bam|vao|gui|dong|ma|so)",
    r"gui (?:tin|link|duong|cho (?:bac|toi|tui|ba|ong)(?: \w+)? (?:link|duong))|ket ban",
    r"phone[sd]?|call(?:s|ed)|wrote|writes|asks?|asked|tells?|told|says?|said|texted",
)
_MONEY = (
    r"(?:chuyen|nop|gui|dong|ung|nap)(?: \w+){0,4}"
    r" (?:tien|khoan|trieu|tr|nghin|ngan|k|cu|phat|phi|coc|the)",
    r"can tien|tien gap|(?:chuyen|gui|nop) gap|dat coc",
    r"(?:send|transfer|pay)(?: \w+){0,4} (?:money|million|fee|dong)",
)
# What is promised or threatened, without a word of money yet.
_BAIT = (
    r"trung (?:so |giai )?(?:thuong|giai|qua|xe|vang)|phat nguoi|rua tien|hoan tien|cat dien",
    r"khoa (?:sim|so|tai khoan|the)|(?:nhan|lanh|linh) (?:qua|thuong|giai)|prize|lottery",
)
_SECRET = (
    r"(?:doc|gui|dua|cho|xin|bao|nhap|lay|hoi|cung cap)(?: \w+){0,5}"
    r" (?:ma (?:so|bi mat|xac|otp)|otp|mat khau|cccd|can cuoc|cmnd|so (?:tai khoan|the)|cvv)",
    r"otp|password|pin code",
)
_LINK = (
    r"(?:bam|nhap|vao|nhan|an|mo|cai|tai)(?: \w+){0,4}"
    r" (?:link|duong dan|app|ung dung|phan mem|trang web)",
    r"link(?: \w+){0,4} (?:bam|nhan|an|vao|mo)",
    r"(?:click|tap|open|install)(?: \w+){0,4} (?:link|app)",
)
_OF_THE_CLUB = re.compile(
    r"\b(?:thu quy|chu nhiem|thu ky|ke toan|clb|cau lac bo|hoi minh|chi hoi|hoi vien|to truong"
    r"|lien|the club|cashier)\b"
)
_PRETENDS = re.compile(r"\b(?:tu xung|xung la|gia danh|mao danh|pretends?)\b")
# Money that comes, or that one has sent oneself.
_GENUINE = re.compile(
    r"\b(?:tien|khoan) (?:da )?(?:den|ve|vao)\b|\b(?:dong|mua) bao hiem\b|\bvay\b"
)
_GRANDCHILD = re.compile(
    r"\b(?:goi|dien|nhan tin)\b.*\b(?:tai nan|cap cuu|bi bat|bi giu|mo gap|vien phi|can tien|gap)\b"
    r".*\b(?:tien|trieu|chuyen)\b|\b(?:goi|dien|nhan tin)\b.*\b(?:can tien|chuyen tien) gap\b"
)
_PARTS = (_any(*_STRANGER), _any(*_WRITES), _any(*_MONEY, *_BAIT, *_SECRET, *_LINK))


def tells_of_a_swindle(text: str) -> bool:
    """Whether the message tells of such a call before anything is lost; the club's own is none."""
    words = words_of(without_marks(written_out(text)))
    said = " ".join(each.bare for each in words if each.bare.isalnum())
    if len(words) > _MOST_WORDS or read_courtesy(text) is Courtesy.SWINDLED:
        return False
    if _GENUINE.search(said) or (_OF_THE_CLUB.search(said) and not _PRETENDS.search(said)):
        return False
    return all(each.search(said) for each in _PARTS) or bool(_GRANDCHILD.search(said))
