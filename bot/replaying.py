"""A talk that ran into a fault becomes a test: said anew in the tests' village, with masked data.

Words that open something or answer a question stay; everything else keeps only its shape: names,
sums and free words are nobody's any more.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from handlers.entrances import ENTRANCES
from handlers.talk.heard import Heard, Kind
from messages.understand.plain import bare
from storage.queries.faults.around import Around
from storage.queries.faults.faults import Fault

CAST: Final = {
    "chair": "binh",
    "deputy": "cuc",
    "secretary": "dao",
    "bookkeeper": "em",
    "cashier": "giang",
    "member": "hoa",
    "volunteer": "quan",
}
STRANGER: Final = "la"
# What a question is answered with, and the units of sums and days; without marks.
_ANSWERS: Final = frozenset(
    (
        *("co", "khong", "dung", "sai", "da", "vang", "a", "u", "thoi", "quay", "lai", "nhac"),
        *("nghe", "bo", "qua", "xong", "them", "khac", "tiep", "roi", "chua", "het", "yes", "no"),
        *("dong", "nghin", "ngan", "trieu", "tr", "k", "ty", "chuc", "ruoi", "nua", "tram"),
        *("thang", "nam", "tuoi", "mung", "ram", "thu", "ngay", "mai", "hom", "nay"),
    )
)
_WORD: Final = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR: Final = re.compile(r"(19|20)\d\d")
LONGEST_CHOICE: Final = 2


def masked(text: str) -> str:
    """The text in its shape: letters for letters, figures for figures, marks where marks were.

    What opens something stays, alone or at the beginning; of the rest only yes, no and units do,
    and those not where they could be a name.
    """
    begun = _begun_with(text)
    rest = _WORD.findall(text[begun:])
    return text[:begun] + "".join(_masked(part, alone=len(rest) == 1) for part in rest)


def _begun_with(text: str) -> int:
    """How many characters at its beginning open something, whoever says them."""
    said = text.split(" ")
    opening = {each for entrance in ENTRANCES for each in entrance.words}
    opening |= {f"/{entrance.command}" for entrance in ENTRANCES}
    for count in range(len(said), 0, -1):
        beginning = " ".join(said[:count])
        if bare(beginning) in opening or beginning in opening:
            return len(beginning)
    return 0


def _masked(part: str, *, alone: bool) -> str:
    if part.isdecimal():
        if len(part) <= LONGEST_CHOICE:  # the number of a choice names nobody
            return part
        return "1950" if _YEAR.fullmatch(part) else re.sub("[1-9]", "1", part)
    if not part.isalpha() or (bare(part) in _ANSWERS and (alone or part.islower())):
        return part
    return "".join(_letter(each, first=not at) for at, each in enumerate(part))


def _letter(letter: str, *, first: bool) -> str:
    plain = "h" if first else "o" if bare(letter) in "aeiouy" else "n"
    if not letter.isascii():
        plain = {"h": "đ", "o": "ồ", "n": "đ"}[plain]
    return plain.upper() if letter.isupper() else plain


def phone_of(roles: Collection[str]) -> str:
    """Who of the village plays the person."""
    return next((name for role, name in CAST.items() if role in roles), STRANGER)


def heard_again(around: Around, readers: Mapping[str, Callable[[str], Heard]]) -> list[Heard]:
    """What was heard, masked; a button carries numbers alone and stays."""
    again = []
    for channel, raw in around.updates:
        heard = readers[channel](raw)
        is_word = heard.kind in {Kind.TEXT, Kind.EDITED}
        again.append(Heard(heard.kind, masked(heard.text) if is_word else heard.text))
    return again


def written_test(fault: Fault, around: Around, talk: Sequence[Heard]) -> str:
    """A file for tests/issues: red as long as the fault is there."""
    last = fault.trace.splitlines()[-1] if fault.trace else fault.where
    lines = "\n".join(f"    (Kind.{each.kind.name}, {each.text!r})," for each in talk)
    return f'''"""Fault {fault.id}: {fault.kind} at {last}. Said anew with masked data."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.tables.trail import faults
from tests.kit.village import village

TALK = (
{lines}
)


async def test_fault_{fault.id}_does_not_come_back(database_url: str) -> None:
    async with village(database_url) as v:
        for kind, text in TALK:
            await v.{phone_of(around.roles)}.says(text, kind=kind)
        with v.store.reading() as db:
            found = db.execute(select(faults.c.kind, faults.c.trace)).all()
    assert found == [], found
'''
