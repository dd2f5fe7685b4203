"""What was said wrong and is said anew: "à nhầm, 20 nghìn cơ", "ba chục mới đúng"."""

import re

from messages.understand.plain import bare, plain

_IN_FRONT = re.compile(
    r"(?:(?:à|á|ấy|ủa|ơ|dạ|chết|thôi|khoan đã|khoan|từ từ|cháu ơi|liên ơi|xin lỗi|sorry"
    r"|no|oh|khoan da|tu tu|thoi)[,.! ]+)*"
    r"(?:(?:bác|tôi|tui|bà|ông|cô|chú|bac|toi) (?=nhầm|lộn|lầm|nham))?"
    r"(?:nhầm rồi|nhầm|lầm rồi|lầm|lộn rồi|lộn|nham roi|nham|lon roi|quên|quen|không phải"
    r"|khong phai|hổng phải|sai rồi|sai|sửa lại|sua lai|đổi lại|doi lai"
    r"|(?:thôi|khoan|thoi) (?:thì )?(?:cho )?(?:bác |tôi |tui )?(?:chỉ )?"
    r"(?:lấy|vay|đóng|nộp|ghi|trả|lay|dong|nop|tra)"
    r"|cho (?:bác |tôi )?(?:sửa|đổi)(?: lại)?|wait|i mean|i meant|not that|wrong)"
    r"(?: là| thành|, phải là)?[,.:! ]+(?P<rest>.+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:phải là |đúng là )?(?P<rest>.+?)[, ]+(?:mới đúng|moi dung|cơ mà|cơ|chứ|chớ)"
    r"(?: (?:không|hổng|chẳng) phải .+)?(?: (?:ạ|nhé|nha|cháu))*[.!]*",
    re.IGNORECASE,
)
_IN_THE_MIDDLE = re.compile(
    r"(?P<before>.*\w)[,.! ]+(?:"
    r"(?:à|á|ấy|ơ|ủa|ui|úi|chết|í|ý|a|ay|y|oh|no|ờ|quên)[,.! ]+(?:mà )?(?:không phải|không"
    r"|quên|nhầm|lộn|lầm|chết|khong phai|khong|quen|nham|lon|lam|chet|no|sorry)"
    r"(?: rồi| roi| mất| mat)?"
    r"|nhầm rồi|nhầm|lộn rồi|lộn|lầm rồi|chết quên|quên mất|nham roi|lon roi|i mean|sorry|no wait"
    r")[,.:! ]+(?:là |phải là |la |phai la )?(?P<rest>.+)",
    re.IGNORECASE,
)

_EMPTY = frozenset({"", "a", "ay", "o", "oi", "da", "u", "oh", "no", "chet", "thoi", "roi", "mat"})


def changed_in_the_middle(text: str) -> str | None:
    """What was said last where the speaker changes her mind within one sentence: "ba triệu, à quên
    năm triệu"; None where she does not.
    """
    found = _IN_THE_MIDDLE.fullmatch(plain(text))
    if found is None or {bare(found["before"]), bare(found["rest"])} & _EMPTY:
        return None
    return correction_in(found["rest"]) or found["rest"]


def correction_in(text: str) -> str | None:
    """What it is to be instead; None where nothing is put right."""
    said = plain(text)
    found = _IN_FRONT.fullmatch(said)
    rest = said if found is None else found["rest"]
    behind = _BEHIND.fullmatch(rest)
    if behind is not None:
        rest = behind["rest"]
    put_right = found is not None or behind is not None
    return rest if put_right and bare(rest) else None
