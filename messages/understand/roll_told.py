"""Who came to a meeting, told in one sentence: "47 người đến, vắng bà Nhói, ông Tư"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from messages.understand.plain import bare
from messages.understand.polite import BARE_KIN
from messages.understand.told import BETWEEN, DAY_SAID, sentence_of
from messages.understand.words import listed

_MOST_WORDS = 60
_OF_PEOPLE = r"(?:nguoi|cu|bac|hoi vien|thanh vien|ba con|people|members)"
_CAME = re.compile(
    rf"(?:^|\D)(?P<count>\d{{1,3}}) {_OF_PEOPLE}"
    r"(?: den| du| co mat| di hop| tham du| tham gia| toi| came| present| were)"
    r"|(?:co mat|den du|du hop|present)(?: la)?:? (?P<other>\d{1,3})\b"
)
_ABSENT_COUNT = re.compile(rf"(?:vang(?: mat)?|absent) (\d{{1,3}})(?: {_OF_PEOPLE})?(?!\d)")
_NOBODY = re.compile(
    r"\b(?:khong(?: co)? ai vang|khong vang ai|khong ai nghi|den du ca|du ca|du mat|den du het"
    r"|nobody (?:was |is )?absent|everybody came)\b"
)
_AND = frozenset(listed("va voi cung chi con la thi mat co and only nguoi hai ba bon")) | {BETWEEN}
_NO_NAMES = frozenset(
    listed("co den du mat hop hom nay buoi nua a oi roi het ca deu bao xin bac chau sang chieu")
)
_ENDS = frozenset(listed("nua a oi roi nhe het hom nay"))
# "Tấm lòng vàng", and what is golden besides, typed without marks.
_GOLDEN_BEFORE = frozenset({"long", "sach", "so", "xe", "ca", "mau", "thoc", "tam"})
_OF_TODAY = frozenset({"hom", "nay", "ngay", "ni", "today", "dau", "ta", "thu", "tuan", "thang"})


@dataclass(frozen=True, slots=True)
class RollTold:
    """`present`, `absent_count`: how many, where that was said; `absent`: the names as typed,
    empty where only numbers were.
    """

    present: int | None = None
    absent_count: int | None = None
    absent: tuple[str, ...] = ()

    @property
    def tells_who(self) -> bool:
        """Whether it says who was absent, be it nobody."""
        return bool(self.absent) or self.absent_count == 0


def roll_told(text: str) -> RollTold | None:
    """What a sentence tells of those who came; None where it tells nothing of that, or asks."""
    words = sentence_of(text)
    line = bare(" ".join(each for each in words if each != BETWEEN))
    if not words or len(words) >= _MOST_WORDS or text.rstrip().endswith("?"):
        return None
    came = _CAME.search(line)
    present = None if came is None else int(came["count"] or came["other"])
    if _NOBODY.search(line):
        return RollTold(present, 0)
    counted = _ABSENT_COUNT.search(line)
    names = () if counted else _names(words)
    if present is None and counted is None and not names:
        return None
    return RollTold(present, int(counted[1]) if counted else None, names)


def of_another_day(text: str) -> bool:
    """Whether a day that is not today is named: somebody will be absent, or was another time."""
    return bool({bare(each) for each in sentence_of(text)} & (DAY_SAID - _OF_TODAY))


def _names(words: Sequence[str]) -> tuple[str, ...]:
    """The pieces behind the word for being absent, between commas and "và"; else before it."""
    begin, end = _absent_at(words)
    return () if not end else _pieces(words[end:]) or _pieces(words[:begin])


def _pieces(words: Sequence[str]) -> tuple[str, ...]:
    pieces: list[list[str]] = [[]]
    for each in words:
        # "Ba" without its mark is "bà" before a name.
        if bare(each) in _AND - BARE_KIN or each == BETWEEN:
            pieces.append([])
        else:
            pieces[-1].append(each)
    return tuple(_without_end(each) for each in pieces if _names_somebody(each))


def _without_end(piece: Sequence[str]) -> str:
    words = list(piece)
    while len(words) > 1 and bare(words[-1]) in _ENDS:
        words.pop()
    return " ".join(words).strip(":")


def _names_somebody(piece: Sequence[str]) -> bool:
    is_counted = any(letter.isdigit() for each in piece for letter in each)
    return not is_counted and any(bare(each) not in _NO_NAMES for each in piece)


def _absent_at(words: Sequence[str]) -> tuple[int, int]:
    """From which word up to which it says "absent"; up to 0 where it does not."""
    for at, each in enumerate(words):
        if each.strip(":").lower() in {"vắng", "absent"} or _is_absent_bare(words, at):
            return at, at + 1
        if [bare(one) for one in words[at : at + 2]] in (["khong", "den"], ["khong", "du"]):
            return at, at + 2
    return 0, 0


def _is_absent_bare(words: Sequence[str], at: int) -> bool:
    if words[at].strip(":").lower() != "vang":
        return False
    return at == 0 or bare(words[at - 1]) not in _GOLDEN_BEFORE
