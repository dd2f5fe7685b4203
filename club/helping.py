"""Helpers (người nhắn hộ): who types for a member, what they may do in her name, and how long."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from club.members import Action, Role
from club.refusals import Code, Refused
from club.rights import RIGHTS, may

HELPER_MAY = frozenset(action for action, right in RIGHTS.items() if right.helper)
"""All that a helper may do in the name of a member (Club rules, F.2).

Not among it: to ask for a loan, to confirm cash in hand, to vote, to take her data out, to erase,
to name another helper, or anything of an office that she holds.
"""

AS_WHOM = frozenset({Role.MEMBER})
"""Whoever types for a member speaks as a member, whatever offices she or he holds."""

MOST_HELPED = 3
CODE_DIGITS = 8
CODE_HOLDS = timedelta(minutes=10)
CONSENT_HOLDS_DAYS = 30
TOLD_BEFORE = timedelta(days=14)


class EndedAs(StrEnum):
    """What whoever ended it was to it; gone: the member or the helper has died."""

    MEMBER = "member"
    HELPER = "helper"
    BOARD = "board"
    GONE = "gone"


def helper_may(action: Action) -> bool:
    """Whether a helper may do this in a member's name."""
    return action in HELPER_MAY and may(AS_WHOM, action)


def last_day(began: date) -> date:
    """The last of its twelve months; what began on 29 February ends on the 28th."""
    day = min(began.day, 28) if began.month == 2 else began.day
    return began.replace(year=began.year + 1, day=day)


def check_new_helper(
    *, member: int, helper: int, helped: Collection[int], helpers: Collection[int]
) -> None:
    """Refuses her own code, and more than three people on either side.

    `helped`: whom the helper types for already; `helpers`: who types for her already.
    """
    if member == helper:
        raise Refused(Code.OWN_CODE)
    full = len(set(helped) - {member}) >= MOST_HELPED
    if full or len(set(helpers) - {helper}) >= MOST_HELPED:
        raise Refused(Code.HELPERS_ENOUGH, most=MOST_HELPED)


def spoken_code(code: str) -> str:
    """A code as it is read out: '4821 7390'."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def typed_code(text: str) -> str:
    """The code within what was typed: its digits alone."""
    return "".join(each for each in text if each.isdecimal() and each.isascii())
