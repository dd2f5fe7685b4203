"""Members who came in by a list without a word of theirs: how long even their names stay.

Club rules, G.1: name and group only, gone after sixty days.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

KEPT_DAYS = timedelta(days=60)
TOLD_BEFORE = timedelta(days=7)

PURPOSES: Final = (
    *("membership", "poverty", "health", "photo", "golden_heart", "praise", "volunteering"),
    "helping",
)
"""What is asked for, each apart from the others; silence is no (Club rules, G.1)."""

CHANGEABLE: Final = ("poverty", "health", "photo", "golden_heart", "praise")
"""Taken back where they are listed; the others end with what they are for."""

GIVEN_HERE: Final = ("poverty", "health", "golden_heart")
"""Given where they are listed; the others are asked when there is something to show."""


class ConsentForm(StrEnum):
    """How somebody without an account says yes."""

    SIGNATURE = "signature"
    THUMBPRINT = "thumbprint"
    WITNESS = "witness"


def told_from(since: date) -> date:
    """The day on which the board hears that the name will go."""
    return since + KEPT_DAYS - TOLD_BEFORE


def last_day(since: date, told_on: date | None = None) -> date:
    """The last day on which the name is kept: never less than a week after the board heard."""
    latest = since + KEPT_DAYS
    return latest if told_on is None else max(latest, told_on + TOLD_BEFORE)
