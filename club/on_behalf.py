"""Which entries that the board made for others are looked at again (Club rules, F.2)."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from club.calendar import Month

PICKED_A_MONTH = 5


class Found(StrEnum):
    """What the checker found, after asking the member."""

    RIGHT = "right"
    NOT_RIGHT = "not_right"


def picked(
    entries: Iterable[int], *, club: int, month: Month, most: int = PICKED_A_MONTH
) -> list[int]:
    """The same entries whoever asks: by a digest of club, month and the entry's number."""
    return sorted(set(entries), key=lambda number: _place(number, club, month))[:most]


def _place(number: int, club: int, month: Month) -> bytes:
    return hashlib.sha256(f"{club}|{month}|{number}".encode()).digest()
