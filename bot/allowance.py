"""How much may be spoken, or drawn, for whom within an hour. Club rules, F.10."""

from collections import deque
from datetime import datetime, timedelta
from enum import Enum

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 10
STRANGERS_AN_HOUR = 60
STRANGERS = 0


class May(Enum):
    """Whether something new may be made; `FIRST_NO` once in an hour, so that it is told once."""

    YES = "yes"
    FIRST_NO = "first no"
    NO = "no"


class Allowance:
    """Counts what was newly made; what is kept already costs nothing and is not asked here."""

    def __init__(self) -> None:
        self._made: dict[int, deque[datetime]] = {}
        self._told_at: dict[int, datetime] = {}

    def ask(self, key: int, now: datetime) -> May:
        """For a chat, or for STRANGERS together; a yes is counted."""
        self._forget(now)
        made = self._made.setdefault(key, deque())
        if len(made) < (STRANGERS_AN_HOUR if key == STRANGERS else MOST_AN_HOUR):
            made.append(now)
            return May.YES
        if key in self._told_at:
            return May.NO
        self._told_at[key] = now
        return May.FIRST_NO

    def _forget(self, now: datetime) -> None:
        for key, made in list(self._made.items()):
            while made and made[0] <= now - AN_HOUR:
                made.popleft()
            if not made:
                del self._made[key]
        for key, told_at in list(self._told_at.items()):
            if told_at <= now - AN_HOUR:
                del self._told_at[key]
