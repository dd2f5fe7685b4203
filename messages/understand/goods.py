"""Things and working days that somebody gives: "ủng hộ 10 kg gạo", "góp hai ngày công"."""

import re
from dataclasses import dataclass

from messages.understand.counts import read_count
from messages.understand.plain import bare, plain
from messages.understand.readings import Value

_UNITS = {
    "kg": "kg", "ky": "kg", "ki": "kg", "can": "kg", "kilo": "kg",
    "lit": "litre", "litres": "litre", "bao": "bag", "tui": "bag", "bags": "bag",
    "cai": "piece", "chiec": "piece", "con": "piece", "qua": "piece", "thung": "piece",
    "bo": "piece", "pieces": "piece", "kilos": "kg", "yen": "kg",
}  # fmt: skip
_TIMES = {"yen": 10}
_COUNT = r"(?P<count>\d{1,5}|\w+(?: \w+)?)"
_GOODS = re.compile(
    rf"(?:.*?\s)?{_COUNT} (?P<unit>{'|'.join(_UNITS)}) (?:of )?(?P<thing>\w.*)", re.IGNORECASE
)
_DAYS = re.compile(rf"(?:.*?\s)?{_COUNT} (?:ngay cong|working days?)\b.*", re.IGNORECASE)
_LONGEST_THING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Goods:
    """So many of this unit of a thing; working days have no thing and no unit."""

    count: int
    unit: str = ""
    thing: str = ""


def read_goods(text: str) -> Goods | None:
    """The goods or days that are told; None for money and all else."""
    said = plain(text)
    words = said.split()
    line = " ".join(bare(each) or "," for each in words)
    if days := _DAYS.fullmatch(line):
        count = _number(days["count"])
        return None if count is None else Goods(count)
    found = _GOODS.fullmatch(line)
    if found is None:
        return None
    count = _number(found["count"])
    thing = " ".join(words[len(line[: found.start("thing")].split()) :])
    if count is None or len(thing.split()) > _LONGEST_THING_WORDS:
        return None
    unit = found["unit"].lower()
    return Goods(
        count * _TIMES.get(unit, 1), _UNITS[unit], thing[:1].upper() + thing[1:].rstrip(" .!,")
    )


def _number(said: str) -> int | None:
    """The last words of it may be a number: "muốn góp hai" is two."""
    for words in (said, said.rpartition(" ")[2]):
        match read_count(words):
            case Value(count) if count > 0:
                return int(count)
    return None
