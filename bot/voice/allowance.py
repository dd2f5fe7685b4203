"""How much may be spoken for whom within an hour. Club rules, F.10."""

from collections import deque
from datetime import datetime, timedelta
from enum import Enum

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 10
STRANGERS_AN_HOUR = 60
STRANGERS = 0


class May(Enum):
    """Whether something new may be spoken; `FIRST_NO` once in an hour, so that it is told once."""

    YES = "yes"
    FIRST_NO = "first no"
    NO = "no"


class Allowance:
    """Counts what was newly spoken; what is kept already costs nothing and is not asked here."""

    def __init__(self) -> None:
        self._spoken: dict[int, deque[datetime]] = {}
        self._told_at: dict[int, datetime] = {}

    def ask(self, key: int, now: datetime) -> May:
        """For a chat, or for STRANGERS together; a yes is counted."""
        self._forget(now)
        spoken = self._spoken.setdefault(key, deque())
        if len(spoken) < (STRANGERS_AN_HOUR if key == STRANGERS else MOST_AN_HOUR):
            spoken.append(now)
            return May.YES
        if key in self._told_at:
            return May.NO
        self._told_at[key] = now
        return May.FIRST_NO

    def _forget(self, now: datetime) -> None:
        for key, spoken in list(self._spoken.items()):
            while spoken and spoken[0] <= now - AN_HOUR:
                spoken.popleft()
            if not spoken:
                del self._spoken[key]
        for key, told_at in list(self._told_at.items()):
            if told_at <= now - AN_HOUR:
                del self._told_at[key]
