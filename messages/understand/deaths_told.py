"""“Ông Tư mất tối qua rồi”: that somebody has died, and the words that say who. “Mất điện thoại”,
“mất tiền” lose a thing, and “mất chưa” asks.
"""

from collections.abc import Sequence

from messages.understand.people import TITLES
from messages.understand.plain import bare
from messages.understand.told import BETWEEN, sentence_of
from messages.understand.words import listed

_LONGEST = 200
_LOST = "mat"
_DEPARTED = (
    *("qua doi", "tu tran", "ta the", "khuat nui", "ve voi to tien", "ve voi ong ba", "quy tien"),
    *("khong qua khoi", "trut hoi tho cuoi cung", "passed away", "has died", "died", "is dead"),
)
_AFTER_LOST = frozenset(
    listed(
        "roi hom toi sang chieu trua dem luc ngay hoi do tai o a chau con em a nay bua thu dot"
        " sau tuan thang day do mat cach khi nhe nha nghe that mung mong ram today yesterday"
    )
)
_NO_TELLING = frozenset(listed("chua khong chang nao gio dau nao neu not when"))
_BEFORE = frozenset(listed("vua moi da bi cung lai dang benh dot ngot nha has have just"))
_RELATIVES = frozenset(
    listed("chong vo con gai trai me bo cha ma dau re chau em anh chi cua wife husband son")
)
_LONGEST_NAME = 4


def who_has_died(text: str) -> tuple[str, ...] | None:
    """The words before the one for dying, which name somebody; () where they name a relative of
    somebody, or nobody. None where no death is told.
    """
    words = sentence_of(text)
    if len(text) > _LONGEST or text.rstrip().endswith("?"):
        return None
    at = _where_told([bare(each) for each in words])
    if at is None:
        return None
    named = list(words[:at])
    while named and bare(named[-1]) in _BEFORE:
        named.pop()
    begin = _title_before(named)
    if begin is None:
        return tuple(named) if _is_full_name(named) else None
    if len(named) - begin - 1 > _LONGEST_NAME:
        return ()
    is_relative = begin > 0 and bare(named[begin - 1]) in _RELATIVES
    return () if is_relative else tuple(named[begin:])


def _where_told(line: Sequence[str]) -> int | None:
    if _NO_TELLING & set(line) and "khong qua khoi" not in " ".join(line):
        return None
    for phrase in _DEPARTED:
        words = phrase.split()
        for at in range(1, len(line) - len(words) + 1):
            if list(line[at : at + len(words)]) == words:
                return at
    for at in range(1, len(line)):
        last = at + 1 == len(line)
        if line[at] == _LOST and (last or line[at + 1] in _AFTER_LOST or line[at + 1] == BETWEEN):
            return at
    return None


def _title_before(named: Sequence[str]) -> int | None:
    """Where the last title stands that has a name behind it."""
    places = range(len(named) - 2, -1, -1)
    return next((at for at in places if bare(named[at]) in TITLES), None)


def _is_full_name(named: Sequence[str]) -> bool:
    return len(named) > 1 and all(each[:1].isupper() for each in named)
