"""Who gave something, in a sentence that tells of a gift: "công ty Thành Đạt ủng hộ 2 triệu"."""

import re

from messages.understand.plain import bare, plain
from messages.understand.polite import BARE_KIN

_GIVES = re.compile(
    r"\b(?:ủng hộ|ung ho|biếu|bieu|tặng|tang|quyên góp|quyen gop|tài trợ|tai tro|donated|gave"
    r"|cho (?:clb|câu lạc bộ|cau lac bo|hội|hoi|quỹ|quy)|cho(?= \d))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:của|cua|from) (?P<who>.+)$", re.IGNORECASE)
_THINGS = re.compile(
    r"\d ?(?:thung|bao|kg|can|yen|goi|hop|chai|lit|cai|con|quyen|cuon|bo|ao|tui|qua|suat|boxes"
    r"|bags)\b"
)
_CALLED = re.compile(r"(?:(?:cháu|chau|liên|lien|con|em) (?:ơi|oi)[, ]+)+", re.IGNORECASE)
_IN_FRONT = frozenset(
    {"da", "sang", "chieu", "toi", "hom", "nay", "qua", "vua", "moi", "co"}
    | {"duoc", "ghi", "giup", "nhan", "a", "the"}
)
_OWN = frozenset(BARE_KIN | {"clb", "hoi", "nha", "gia", "dinh", "chung", "ta", "minh", "we"})
_OF_HERS = re.compile(
    r"\b(?:con gai|con trai|con dau|con re|cac con|con chau|chau noi|chau ngoai|chong|vo|gia dinh"
    r"|con|nha) (?:cua |nha )?(?:ba|ong|bac|co|chu|cu|anh|chi|o|me) \w"
)
_MOST_WORDS = 8
_OUTSIDE = frozenset({"cty", "ty", "ubnd", "chua", "doan", "xa", "hang", "htx", "tran", "quan"})


def donor_told(text: str) -> str:
    """Who stands before the word for giving, or behind "của", as it was typed; "" for nobody but
    the one who speaks.
    """
    line = _CALLED.sub("", plain(text).strip(" .,!"))
    gives = _GIVES.search(line)
    words = line[: gives.start()].split() if gives else []
    while words and bare(words[0]).strip(",") in _IN_FRONT:
        words = words[1:]
    behind = _OF.search(line)
    if not words and behind is not None:
        words = behind["who"].split()
    is_own = all(bare(each) in _OWN | _IN_FRONT for each in words)
    return "" if is_own or len(words) > _MOST_WORDS else " ".join(words)


def gives_for_others(text: str) -> bool:
    """Whether it is not the member who is named that gives: "công ty tặng bà Lan 2 triệu", "con gái
    bà Lan ủng hộ 300 nghìn".
    """
    gives = _GIVES.search(plain(text))
    if gives is None:
        return False
    before = bare(plain(text)[: gives.start()])
    return not before or bool(_OUTSIDE & set(before.split())) or bool(_OF_HERS.search(before))


def names_things(text: str) -> bool:
    """Whether so many of some thing are told of, and no sum."""
    return bool(_THINGS.search(bare(text)))
