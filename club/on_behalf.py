"""Which entries that the board made for others are looked at again (Club rules, F.2)."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from club.calendar import Month

PICKED_A_MONTH = 5


class OnBehalf(StrEnum):
    """What the board does for somebody who has no phone."""

    ENTRY = "entry"  # an entry of the books
    LOAN = "loan"  # a request for a loan
    WITNESS = "witness"  # cash in hand, by slip and witness


class Subject(NamedTuple):
    """One such act: its kind and the number of its row."""

    kind: OnBehalf
    number: int


def picked(
    found: Iterable[Subject], *, club: int, month: Month, most: int = PICKED_A_MONTH
) -> list[Subject]:
    """The same ones for everybody who asks, whoever asks: by a digest of club, month and act."""
    return sorted(set(found), key=lambda each: _place(each, club, month))[:most]


def _place(each: Subject, club: int, month: Month) -> bytes:
    text = f"{club}|{month}|{each.kind.value}|{each.number}"
    return hashlib.sha256(text.encode()).digest()
