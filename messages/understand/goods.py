"""Things and working days that somebody gives: "ủng hộ 10 kg gạo", "góp hai ngày công"."""

import re
from dataclasses import dataclass

from messages.understand.counts import read_count
from messages.understand.plain import bare, plain
from messages.understand.readings import Either, Value
from messages.understand.words import listed

_UNITS = {
    "kg": "kg", "kgs": "kg", "ky": "kg", "ki": "kg", "can": "kg", "kilo": "kg", "kilos": "kg",
    "yen": "kg", "lit": "litre", "litre": "litre", "litres": "litre", "bao": "bag", "tui": "bag",
    "bag": "bag", "bags": "bag", "cai": "piece", "chiec": "piece", "qua": "piece", "bo": "piece",
    "piece": "piece", "pieces": "piece", "con": "head", "thung": "box", "box": "box",
    "boxes": "box", "hop": "tin", "tin": "tin", "tins": "tin", "goi": "packet",
    "packet": "packet", "packets": "packet", "chai": "bottle", "bottle": "bottle",
    "bottles": "bottle", "quyen": "copy", "cuon": "copy", "copies": "copy", "tạ": "kg",
}  # fmt: skip
_TIMES = {"yen": 10, "tạ": 100}
_SINGLE = frozenset({"piece", "head", "copy"})
_DAYS = (("ngay", "cong"), ("working", "day"), ("working", "days"))
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_])")
# "tôi muốn ủng hộ câu lạc bộ", before the thing itself.
_GIVING = re.compile(
    r"(?:(?:da|vang|thua|a|chau|con|lien|oi|toi|tui|minh|bac|ong|ba|co|chu|cu|nha|gia dinh|em"
    r"|muon|xin|dinh|se|cung|i|we|i'd|want to|would like to|will|like to) )*"
    r"(?:ung ho|gop|dong gop|tang|bieu|quyen gop|give|donate) "
    r"(?:(?:cho )?(?:clb|cau lac bo|hoi|quy|the club) )?"
)
_LAST = frozenset(listed("ạ nhé nha nghen cháu con liên ơi please"))
_LONGEST_THING_WORDS = 6
_LONGEST_COUNT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Goods:
    """So many of this unit of a thing; working days have no thing and no unit."""

    count: int
    unit: str = ""
    thing: str = ""


def read_goods(text: str) -> Goods | None:
    """The goods or days that are told; None for money and all else."""
    words = _words(text)
    line = [bare(each) for each in words]
    for at in range(1, len(line)):
        counted = _counted(words, at)
        if counted is None:
            continue
        begin, count = counted
        if tuple(line[at : at + 2]) in _DAYS:
            return Goods(count)
        unit, half = _unit_at(words, at)
        thing = _thing(words[at + 1 + half :]) or _thing(
            thing_given(" ".join(words[:begin])).split()
        )
        whole = _in_one(count, unit, half)
        if unit and thing and whole is not None:
            return Goods(whole, _UNITS[unit], thing[:1].upper() + thing[1:])
    return None


def thing_given(text: str) -> str:
    """The thing alone, as it was typed: without "tôi muốn ủng hộ" in front of it."""
    words = plain(text).split()
    line = "".join(f"{bare(each) or ','} " for each in words)
    said = _GIVING.match(line)
    return " ".join(words if said is None else words[len(said[0].split()) :])


def count_told(text: str) -> tuple[int, str] | None:
    """How many, and in which unit where one is said with it: "5 cân", "2 yến"."""
    words = _words(text)
    for at in range(1, len(words)):
        unit, half = _unit_at(words, at)
        counted = _counted(words, at) if unit else None
        whole = None if counted is None else _in_one(counted[1], unit, half)
        if whole is not None:
            return whole, _UNITS[unit]
    return None


def _unit_at(words: list[str], at: int) -> tuple[str, bool]:
    """The unit that is said here, "" for none, and whether half of one more is said behind it."""
    # "Tạ" counts only as it is written: "ta" is mostly ourselves.
    unit = "tạ" if words[at].lower() == "tạ" else bare(words[at])
    half = at + 1 < len(words) and bare(words[at + 1]) == "ruoi"
    return (unit if unit in _UNITS else ""), half


def _in_one(count: int, unit: str, half: bool) -> int | None:
    """How many of what it is kept in: "hai yến rưỡi" is 25 kilos; None for half a kilo."""
    times = _TIMES.get(unit, 1)
    if half and times == 1:
        return None
    return count * times + (times // 2 if half else 0)


def is_same_unit(told: str, asked: str) -> bool:
    """Whether a count in the one is one in the other: "2 con" is two pieces."""
    return told == asked or {told, asked} <= _SINGLE


def _words(text: str) -> list[str]:
    return _GLUED.sub(" ", plain(text)).split()


def _counted(words: list[str], at: int) -> tuple[int, int] | None:
    """Where the number begins that ends before this word, and the number; the longest one, and
    none of "bốn năm", which is four or five.
    """
    for begin in range(max(0, at - _LONGEST_COUNT_WORDS), at):
        match read_count(" ".join(words[begin:at])):
            case Value(count) if count > 0 and bare(words[begin]).isalnum():
                is_whole = begin == 0 or not isinstance(read_count(words[begin - 1]), Value)
                return (begin, int(count)) if is_whole else None
            case Either():
                return None
    return None


def _thing(words: list[str]) -> str:
    """What is named, without the courtesies around it; "" where it is a whole story."""
    while words and (words[-1].lower() in _LAST or not bare(words[-1])):
        words = words[:-1]
    if words and words[0].lower() == "of":
        words = words[1:]
    named = " ".join(words).strip(" .,!;:")
    is_a_thing = len(words) <= _LONGEST_THING_WORDS and not named[:1].isdecimal()
    return named if is_a_thing else ""
