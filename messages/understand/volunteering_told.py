"""What a young volunteer tells in one message: "huỷ buổi đó giúp mình", "ai thay mình được không",
"hôm qua mình giúp bà Lan 2 tiếng".
"""

import re
from dataclasses import dataclass

from messages.understand.how_long import read_how_long
from messages.understand.plain import bare
from messages.understand.readings import Value
from messages.understand.told import sentence_of, stretch_told

DROPS, SWAPS, HELPED, MINE, NEAR = "drops", "swaps", "helped", "mine", "near"
LONGEST = 120
_I = r"(?:minh|em|chau|toi|con|to|tui|i)"
_HELP = r"(?:giup|ho tro|day|huong dan|chi|lam|sang|den|helped)"
_SWAPS = re.compile(
    rf"\b(?:thay|di thay|the|the cho|di ho) {_I}\b|\bnguoi (?:di )?thay\b|\b(?:doi"
    rf"|nhuong) (?:ca|buoi|cho)\b"
    r"|\btake my place\b|\bnhuong (?:lai )?cho ban\b"
)
_DROPS = re.compile(
    rf"\b(?:huy|bo|rut|thoi|xin nghi|nghi)\b(?: (?:khoi|ten|{_I})){{0,3}} (?:buoi|ca"
    rf"|lich|cho|dang ky)\b"
    rf"|\b{_I} (?:xin )?nghi\b|\b{_I} (?:lai |bi |dang )?(?:ban|om|met|co viec|mac viec)\b"
    rf"|\bban (?:roi|viec|hoc|thi"
    rf"|mat)\b"
    rf"|\bkhong (?:the )?(?:di|den|toi|tham gia|giup|lam|sang)(?: giup)?(?: duoc| dc)?"
    rf"(?: buoi| ca| nua|$)"
    r"|\bkhong (?:di|den|toi|tham gia|giup|sang) (?:duoc|dc)\b|\bi (?:can t|cannot) (?:come"
    r"|make it)\b"
)
_MINE = re.compile(
    rf"\b(?:buoi|ca|lich) (?:cua {_I}|toi|sap toi|do|ay|nay)\b.*\b(?:may gio|o dau|khi nao"
    rf"|hom nao|luc nao"
    r"|bao gio|lam gi|gap ai)\b"
)
_NEAR = re.compile(
    rf"\b(?:con|co) (?:buoi|ca|viec) nao\b|\b{_I} (?:dang )?ranh\b"
    rf"|\b{_I} (?:muon |xin |se )*(?:nhan|tham gia|dang ky) (?:mot |them )?(?:buoi|ca)\b"
)
_HELPED = re.compile(rf"\b{_HELP}\b")
_LENGTHS = frozenset({"tieng", "gio", "phut", "ruoi", "h", "hour", "hours", "minutes", "p"})
_NOT_YET = re.compile(r"\b(?:se|mai|ngay mai|tuan sau|muon|dinh|co the|bao nhieu|may tieng|will)\b")


@dataclass(frozen=True, slots=True)
class VolunteeringTold:
    """What becomes of a session, or which she asks for; how long she HELPED, as it was typed."""

    kind: str
    length: str = ""


def volunteering_told(text: str) -> VolunteeringTold | None:
    """What a whole message of a volunteer tells; None for all else."""
    words = sentence_of(text)
    line = bare(" ".join(words))
    if len(text) > LONGEST or not words:
        return None
    length = stretch_told(words, read_how_long, _LENGTHS)
    if length is not None and _HELPED.search(line) and not _NOT_YET.search(line):
        said = " ".join(words[length.begin : length.end])
        if isinstance(read_how_long(said), Value):
            return VolunteeringTold(HELPED, said)
    for kind, pattern in ((MINE, _MINE), (NEAR, _NEAR)):
        if pattern.search(line):
            return VolunteeringTold(kind)
    if _SWAPS.search(line):
        return VolunteeringTold(SWAPS)
    if text.rstrip().endswith("?"):
        return None
    return VolunteeringTold(DROPS) if _DROPS.search(line) else None
