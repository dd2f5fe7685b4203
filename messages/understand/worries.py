"""What members tell of themselves where nothing is to be done by a program: an ache, a low mood, a
call of a swindler, the wish to leave, to have money back or to speak with somebody of the board.
"""

import re
from enum import StrEnum

from messages.understand.keywords import written_out
from messages.understand.plain import without_marks
from messages.understand.swindles import tells_of_a_swindle
from messages.understand.words import has_marks, words_of

_MOST_WORDS = 30


class Worry(StrEnum):
    """What it is about; each is answered with a kind word and whom to phone."""

    SWINDLER = "swindler"
    ILL = "ill"
    LOW = "low"
    LEAVING = "leaving"
    SAVINGS = "savings"
    SOMEBODY = "somebody"
    SEEN_BY = "seen by"
    BROKEN = "broken"


_CLUB = r"(?:hoi|clb|cau lac bo|nhom)"
_ACHES = (
    r"dau(?!(?: ma| roi| vay| the| a)?$) (?:dau|lung|chan|tay|bung|khop|goi|minh|nguoi|rang|hong"
    r"|vai|co|da day|mat|xuong|nhuc|em am|qua)"
)
_PATTERNS: dict[Worry, str] = {
    Worry.SWINDLER: (
        r"\b(?:xin|doi|hoi|doc|cho|gui|lay)(?: \w+){0,3} (?:ma )?otp\b|\bma otp\b"
        r"|\b(?:cong an|toa an|ngan hang|vien kiem sat|nguoi la|so la|buu dien|dien luc|thue)"
        r"(?: \w+){0,4} (?:goi|nhan|bao|doi|xin|hoi|keu)\b"
        r"|\b(?:goi|nhan tin|dien)(?: \w+){0,4} (?:bao|doi|keu|bat|xin|hoi)(?: \w+){0,4}"
        r" (?:nop (?:tien|phat)|chuyen (?:tien|khoan)|tien phat|so tai khoan|can cuoc|cccd|ma so"
        r"|mat khau|vneid|dong tien)\b|\btrung (?:thuong|giai|qua)\b|\bphat nguoi\b"
        r"|\b(?:gui|chup)(?: \w+){0,3} (?:can cuoc|cccd|mat khau|so tai khoan|the ngan hang)\b"
        r"|\bdoc(?: \w+){0,4} so (?:the|tai khoan|can cuoc)\b"
        r"|\b(?:duong|cai) link la\b|\b(?:asks?|asked|want\w*)(?: \w+){0,3} (?:otp|password)\b"
    ),
    Worry.ILL: (
        rf"\bchong mat\b|\bhoa mat\b|\bu tai\b|\bnhuc dau\b|\b{_ACHES}\b|\bmat ngu\b|\bkho ngu\b"
        r"|\bkhong ngu duoc\b|\bmet (?:moi|lam|qua|trong nguoi)\b"
        r"|\b(?:bi|dang) (?:sot|ho|cam|cum)\b"
        r"|\bhuyet ap (?:\w+ ){0,2}(?:cao|thap|len|tut|tang|\d+)\b"
        r"|\bte (?:tay|chan|bi)\b|\bbuon non\b"
        r"|\btieu (?:chay|duong)\b|\btao bon\b"
        r"|\b(?:an|ngu) khong (?:ngon|duoc|noi)\b"
        r"|\bthuoc\b(?: \w+){0,4} (?:uong|may vien|bao nhieu|the nao)\b"
        r"|\buong (?:may|bao nhieu) vien\b"
        r"|\byeu (?:lam|qua)\b|\bi (?:am|m|feel) (?:ill|sick|dizzy|unwell)\b|\bheadache\b"
    ),
    Worry.LOW: (
        r"\bbuon (?:qua|lam|chan|roi|thiu|thui|lam chau|ghe)\b|\bco don\b|\btui than\b"
        r"|\bkhoc (?:hoai|mai|suot)\b|\bchan doi\b|\bo (?:nha )?mot minh\b"
        r"|\bnho (?:con|chau|ong|ba)(?: nha| xa)? qua\b"
        r"|\b(?:bac|toi|tui|ba|ong) buon\b|\bi (?:am|m|feel) (?:so |very )?(?:sad|lonely)\b"
    ),
    Worry.LEAVING: (
        rf"\b(?:ra khoi|roi khoi|roi|rut khoi|bo) {_CLUB}\b|\b(?:xin|muon|cho) (?:\w+ )?(?:nghi"
        rf"|rut ten|thoi|ra) (?:khoi )?{_CLUB}\b(?! hop)|\brut ten\b"
        rf"|\bkhong (?:o|tham gia|sinh hoat|vao)"
        rf"(?: {_CLUB})? nua\b|\bthoi khong (?:lam|la) (?:hoi|thanh) vien\b"
        r"|\bkhong choi (?:hoi|hui) nua\b|\bleave the club\b"
    ),
    Worry.SAVINGS: (
        r"\btiet kiem\b|\b(?:rut|lay)(?: lai)? (?:\w+ ){0,2}tien (?:\w+ ){0,3}(?:ra|ve|lai)\b"
        r"|\b(?:tra|hoan) lai (?:\w+ )?tien cho (?:bac|toi|tui|minh)\b|\bmy savings\b"
    ),
    Worry.SOMEBODY: (
        r"\b(?:gap|noi chuyen voi|goi cho|goi dien cho|lien lac voi|xin so|so dien thoai cua"
        r"|sdt cua|so may cua|cho (?:\w+ )?so(?: dien thoai)? cua) (?:\w+ ){0,2}(?:chu nhiem"
        r"|thu quy|thu ky|ban chu nhiem|can bo|hoi truong|ong|ba|chu|bac|anh|chi) ?\w*\b"
        r"|\bspeak to the chair\b"
    ),
    Worry.SEEN_BY: (
        r"\bai (?:ma )?(?:xem|doc|biet|thay|coi|nhin)(?: \w+)? (?:duoc|thay|cua)\b"
        r"|\bai biet (?:chuyen|so|tien)\b|\b(?:lo|ro ri) thong tin\b"
        r"|\bwho (?:can see|sees)\b"
    ),
    Worry.BROKEN: (
        r"\b(?:may|dien thoai|zalo|man hinh|mang)(?: \w+){0,4} (?:hong|treo|bi loi|khong len|tat"
        r" ngom|bi do)\b"
        r"|\b(?:may|dien thoai|zalo)(?: \w+){0,3} (?:do|lag|cham|tat|loi)"
        r"(?: roi| qua| mat| luon)*(?: chau| con| em| a)*$"
    ),
}
_OF_WORRY = {worry: re.compile(pattern) for worry, pattern in _PATTERNS.items()}
# With these it is a wish that has a place of its own.
_WISHES = re.compile(
    r"\b(?:vay|dong phi|nop phi|dong tien|nop tien(?! phat)|ung ho|hop|sinh hoat|tra no|diem danh"
    r"|(?:do|ghi|can|nhap)(?: lai)? (?:huyet ap|can nang|so do)|doi so)\b"
)
_STRONGER = frozenset({Worry.SWINDLER, Worry.SEEN_BY})
_FULL_OF_THANKS = re.compile(r"\b(?:cam on|thank you|thanks|biet on|doi on)\b")
_ASKS_MORE = re.compile(
    r"\b(?:nhung|ma sao|the con|con .* thi|bao nhieu|bao gio|o dau|the nao|lam sao|giup|cho bac"
    r"|cho toi|muon|xin)\b"
)
_SCOLDS = re.compile(
    r"\b(?:buc minh|buc ca minh|buc qua|tuc qua|tuc minh|vo dung|mat day|khon nan|may moc"
    r" (?:gi|ngu)|chan (?:qua|ngay)|phien qua|chang duoc gi|chang ra gi|may la do|useless|stupid)\b"
)
_A_THING = (
    r"dien thoai|dt|may|sim|vi|xe|the (?:atm|bao hiem)|giay|giay to|chia khoa|mang|song|dien"
    r"|so tiet kiem|tien|ngu|het|cong|thoi gian"
)
_THING_LOST = re.compile(
    r"\b(?:ban|quen|muon|tre|lo|nham|hong|cham|lac|het) mat\b"
    rf"|\b(?:{_A_THING})\b(?: \w+){{0,6}} mat\b|\bmat (?:{_A_THING})\b"
)
_NOBODY_NAMED = frozenset({"mat", "roi", "vua", "moi", "da", "bi", "lay"})


def worry_told(text: str) -> Worry | None:
    """What the message tells; None where it says anything that has a place of its own."""
    said = _said(text)
    if tells_of_a_swindle(text):
        return Worry.SWINDLER
    if not said or len(said.split()) > _MOST_WORDS:
        return None
    found = next((each for each, pattern in _OF_WORRY.items() if pattern.search(said)), None)
    return None if found not in _STRONGER and _WISHES.search(said) else found


def is_thankful(text: str) -> bool:
    """Whether a message that means nothing else holds thanks: "cảm ơn cháu, cháu ngoan lắm"."""
    said = _said(text)
    return bool(_FULL_OF_THANKS.search(said)) and not _ASKS_MORE.search(said)


def scolds(text: str) -> bool:
    """Whether a message that means nothing else holds an angry word."""
    words = words_of(text)
    stupid = {"ngu", "dốt"} if has_marks(words) else {"ngu", "dot"}
    return any(each.raw in stupid for each in words) or bool(_SCOLDS.search(_said(text)))


def tells_of_no_death(text: str) -> bool:
    """Whether "mất" in it is of a thing or of nobody: "điện thoại bị nó lấy mất rồi"."""
    return is_thing_lost(text) or set(_said(text).split()) <= _NOBODY_NAMED


def is_thing_lost(text: str) -> bool:
    """Whether a thing is gone: a phone, money, the line."""
    return _THING_LOST.search(_said(text)) is not None


def _said(text: str) -> str:
    words = words_of(without_marks(written_out(text)))
    return " ".join(each.bare for each in words if each.bare.isalnum())
