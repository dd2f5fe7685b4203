"""The made-up club of practice: ten people, a little money, something that waits for everybody.

It is made once a day for each office and language; each person gets a copy that bears her name.
"""

from datetime import date, datetime
from functools import lru_cache

from bot.practising.past import leave_waiting, live
from bot.practising.people import MadeUp
from club.calendar import VIETNAM, day_in_zone
from club.members import Role
from storage.sandbox import opened


@lru_cache(maxsize=16)
def fresh_club(today: date, role: str, language: str) -> bytes:
    """The made-up club as it is on this day for somebody who practises in this role: its image, in
    which nobody has practised yet.
    """
    with opened(None) as box:
        made = MadeUp(box.db, today, Role(role), language)
        made.found()
        live(made)
        leave_waiting(made)
        made.open_her_chat()
    return box.image


def day_of_practice(now: datetime) -> date:
    """The local day on which somebody practises."""
    return day_in_zone(now, VIETNAM)
