"""A clock that stands still until it is moved: one switch for time, numbers and chance."""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock

START = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)  # a Monday, nine in the morning in Việt Nam


class FrozenClock(Clock):
    """Time moves only by `move`; numbers count up from one; chance is always a half."""

    def __init__(self, start: datetime = START, *, run: int = 1) -> None:
        super().__init__(run=run)
        self._now = start
        self._count = run << 32
        self._jumped = timedelta()

    def now(self) -> datetime:
        return self._now

    def move(self, by: timedelta) -> None:
        self._now += by

    def jump(self, by: timedelta) -> None:
        """Somebody sets the clock: no time has gone by."""
        self._now += by
        self._jumped += by

    def uptime(self) -> float:
        return (self._now - self._jumped).timestamp()

    def new_id(self) -> int:
        self._count += 1
        return self._count

    def chance(self) -> float:
        return 0.5
