"""“Ông Tư mất tối qua rồi”: that somebody has died, and the words that say who. “Mất điện thoại”,
“mất tiền” lose a thing, and “mất chưa” asks.
"""

import re
from collections.abc import Sequence

from messages.understand.people import TITLES
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, sentence_of
from messages.understand.words import listed
from messages.understand.worries import is_thing_lost

_LONGEST = 200
_LOST = frozenset({"mat", "chet"})
_DEPARTED = (
    *("qua doi", "tu tran", "ta the", "khuat nui", "ve voi to tien", "ve voi ong ba", "quy tien"),
    *("theo ong ba", "theo to tien", "ve chau ong ba", "ve noi chin suoi", "nam xuong"),
    *("khong con nua", "da khuat", "khuat roi", "ve coi phat", "ve voi phat", "vinh vien ra di"),
    *("khong qua khoi", "trut hoi tho cuoi cung", "passed away", "has died", "died", "is dead"),
)
# These may as well be of a journey: a death only where the message grieves.
_LEFT = ("di roi", "ra di", "di xa roi", "bo chung toi di")
_GRIEVES = frozenset(listed("buon tiec xot khoc tang vieng dau thuong"))
_NO_PERSON = re.compile(
    r"\b(?:(?:con|dan) (?:ga|lon|heo|bo|trau|cho|meo|vit|ca)|(?:ga|lon|heo|trau|vit) (?:nha|cua)"
    r"|may (?:tinh|bom|cay|toi|bac)|dien thoai|xe may|tien (?:cua|bac|toi)|so tiet kiem)\b"
)
_AFTER_LOST = frozenset(
    listed(
        "roi hom toi sang chieu trua dem luc ngay hoi do tai o a chau con em a nay bua thu dot"
        " sau tuan thang day do mat cach khi nhe nha nghe that mung mong ram today yesterday"
    )
)
_NO_TELLING = frozenset(listed("chua khong chang nao gio dau nao neu not when"))
_WITH_A_NO = ("khong qua khoi", "khong con nua")
_BEFORE = frozenset(listed("vua moi da bi cung lai dang benh dot ngot nha has have just"))
_RELATIVES = frozenset(
    listed("chong vo con gai trai me bo cha ma dau re chau em anh chi cua wife husband son")
)
_LONGEST_NAME = 4
_OF_ME = r"(?:toi|tui|tau|minh|bac|ba|ong|co|chu|cu|em|chau|con|me|my)"
# Without "of mine" these can only be of the house of whoever writes.
_NEAREST = (
    r"chong|vo|ong nha|ba nha|ong xa|ba xa|nha toi|nha tui|ba noi|ong noi|ba ngoai|ong ngoai"
    r"|bo chong|me chong|bo vo|me vo|bo de|me de|husband|wife"
)
_HERS = re.compile(
    rf"(?:^| )(?:(?:{_NEAREST}|me|ma|bo|ba|cha|tia|thay|bu|mother|father|son|daughter"
    rf"|(?:con|anh|chi|em) (?:trai|gai|dau|re|ruot|ho)|(?:cau|mo|di|duong|chu|thim|bac) ruot)"
    rf"(?: nha)?(?: cua)? {_OF_ME}|(?:con|anh|chi|em|chau) (?:cua )?(?:toi|tui|minh|bac)"
    rf"|(?:{_NEAREST})|my (?:husband|wife|mother|father|son|daughter|brother|sister))$"
)
_POINTING = frozenset(listed("ay nay kia do day ta"))


def who_has_died(text: str) -> tuple[str, ...] | None:
    """The words before the one for dying, which name somebody; () where they name a relative of
    somebody, or nobody. None where no death is told.
    """
    named = _before_dying(text)
    if not named:
        return None
    if _is_of_family(named):
        return ()
    begin = _title_before(named)
    if begin is None:
        return tuple(named) if _is_full_name(named) else None
    if len(named) - begin - 1 > _LONGEST_NAME or bare(named[-1]) in _POINTING:
        # "Bà ấy mất rồi" says of nobody who it was.
        return ()
    is_relative = begin > 0 and bare(named[begin - 1]) in _RELATIVES
    return () if is_relative else tuple(named[begin:])


_DIZZY = re.compile(
    r"\b(?:bi|hay|thay|bi hay|dau|met|non|om)(?: \w+)? chong mat\b"
    r"|\bchong mat(?: (?:qua|lam|hoa|nhuc|buon|dau|u|met|kho|va|a|chau))*$"
    r"|\bchong mat (?:hoa|nhuc|buon non|dau|u tai|qua|lam)\b"
)


def family_has_died(text: str) -> bool:
    """Whether the death that is told is one in the house of whoever writes: "ông nhà tôi"."""
    return _is_of_family(_before_dying(text))


def _before_dying(text: str) -> list[str]:
    """What stands before the word for dying; nothing where no death of a person is told."""
    words = [] if _is_dizzy(text) or is_thing_lost(text) else sentence_of(text)
    at = _where_told([bare(each) for each in _but_eyes(words)])
    if at is None or len(text) > _LONGEST or text.rstrip().endswith("?"):
        return []
    named = list(words[:at])
    while named and bare(named[-1]) in _BEFORE:
        named.pop()
    return [] if _NO_PERSON.search(" ".join(map(bare, named))) else named


def _but_eyes(words: Sequence[str]) -> Sequence[str]:
    """The words, with eyes, faces and what is cool hidden: "khám mắt", "có mặt", typed without
    marks too.
    """
    marks = {each.lower() for each in words} & _LOOKALIKES
    return [
        BETWEEN if each.lower() in marks or _is_other_lost(words, at) else each
        for at, each in enumerate(words)
    ]


def _is_other_lost(words: Sequence[str], at: int) -> bool:
    if words[at].lower() != "mat" or at == 0:
        return False
    # "Bà Mơ mất" typed without marks: behind a title a capital is a name.
    is_name = at > 1 and words[at - 1].istitle() and bare(words[at - 2]) in TITLES
    return bare(words[at - 1]) in _BEFORE_EYES and not is_name


_LOOKALIKES = frozenset({"mắt", "mặt", "mát", "mật", "mạt", "chệt"})
_BEFORE_EYES = frozenset(
    listed(
        "kham mo dau nho rua chua benh con hai kinh nuoc mi vien kho ngua do nhuc cay bong gap co"
        " vang tien mat be truoc guong lam moi mu lac da som tay phai trai dui tit xuong bao"
    )
)


def _is_dizzy(text: str) -> bool:
    """ "Chóng mặt" looks like "chồng mất" without its marks; a husband's death has a day, or more
    words than these.
    """
    if not text.isascii():
        return "chóng mặt" in text.lower()
    return _DIZZY.search(bare(text)) is not None


def _is_of_family(named: Sequence[str]) -> bool:
    return _HERS.search(" ".join(bare(each) for each in named)) is not None


def _where_told(line: Sequence[str]) -> int | None:
    said = " ".join(line)
    if _NO_TELLING & set(line) and not any(each in said for each in _WITH_A_NO):
        return None
    for phrase in (*_DEPARTED, *(_LEFT if _GRIEVES & set(line) else ())):
        words = phrase.split()
        for at in range(1, len(line) - len(words) + 1):
            if list(line[at : at + len(words)]) == words:
                return at
    for at in range(1, len(line)):
        last = at + 1 == len(line)
        if line[at] not in _LOST or line[at - 1] in {BETWEEN, "oi"}:
            continue
        if last or line[at + 1] in _AFTER_LOST or line[at + 1] == BETWEEN:
            return at
    return None


def _title_before(named: Sequence[str]) -> int | None:
    """Where the last title stands that has a name behind it."""
    places = range(len(named) - 2, -1, -1)
    return next((at for at in places if bare(named[at]) in TITLES), None)


def _is_full_name(named: Sequence[str]) -> bool:
    return len(named) > 1 and all(each[:1].isupper() for each in named)
