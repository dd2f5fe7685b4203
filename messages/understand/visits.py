"""A home visit told in one line: "đã thăm bà Lan hôm nay"."""

import re
from dataclasses import dataclass

from messages.understand.plain import bare, plain

LONGEST = 80
_WHEN = (
    r"(?:sang|trua|chieu|toi|hom) (?:nay|qua|kia)|today|yesterday|this (?:morning|afternoon)"
    r"|(?:ngay |hom )?\d{1,2}/\d{1,2}(?:/\d{2,4})?"
)
_VISIT = re.compile(
    rf"(?:(?P<first>{_WHEN}) )?"
    r"(?:(?:da|thua|chau|con|em|toi|tui|minh|bac|i|oi|a) )*"
    r"(?:da |vua |moi |have |just )*(?:den |sang |qua |ghe )?(?:tham|visited)"
    rf" (?P<who>[a-z' ]+?)(?: (?P<last>{_WHEN}))?(?: (?:roi|xong|a|nhe|day|chau))*"
)
_TITLES = frozenset(
    {"ba", "ong", "bac", "cu", "co", "chu", "anh", "chi", "di", "mrs", "mr", "nha", "me", "o"}
)


@dataclass(frozen=True, slots=True)
class VisitTold:
    """Who was visited, as it was typed without marks and titles; `day` "" for today."""

    who: str
    day: str


def read_visit(text: str) -> VisitTold | None:
    """A visit to somebody by name; None for anything else."""
    said = re.sub(r"[^\w /']+", " ", bare(plain(text)))
    found = _VISIT.fullmatch(" ".join(said.split()))
    if found is None or len(said) > LONGEST:
        return None
    names = found["who"].split()
    while len(names) > 1 and names[0] in _TITLES:
        names.pop(0)
    return VisitTold(" ".join(names), found["first"] or found["last"] or "")
