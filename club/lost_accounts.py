"""Accounts that are held back: a lost phone, and an office on an account that is new."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

LOOKED_BACK = timedelta(hours=72)
"""So far back the acts of a lost account are listed, and its votes fall (Club rules, F.1)."""

NEW_FOR = timedelta(days=7)
"""So long an account is new: an office that is given to its person meanwhile waits for others."""

NO_PAYOUTS = timedelta(hours=24)
"""So long nothing is paid out by an office on a new account (Club rules, F.1)."""

CONFIRMED_BY = 2
"""So many others of the board have to know in person whose new account it is."""

TOLD_FOR = timedelta(days=30)
"""So long she who is back is shown what her lost account did."""


class Ending(StrEnum):
    """What two people decide about a frozen account."""

    OPENED = "opened"  # the phone is in her hands again
    CUT_OFF = "cut_off"  # it is somebody else's now: it speaks for nobody any more


def offices_wait(others: Collection[int]) -> bool:
    """Whether the offices of a new account wait for others to confirm it.

    others: who could: the rest of the board, of other households, with accounts of their own.
    While a club is founded there are too few of them yet.
    """
    return len(set(others)) >= CONFIRMED_BY


def pays_from(linked_at: datetime) -> datetime:
    """From when on money is paid out from a new account."""
    return linked_at + NO_PAYOUTS
