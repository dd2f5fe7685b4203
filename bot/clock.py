"""The one place that asks the system for time and for chance."""

import os
import random
import threading
import time
from datetime import UTC, datetime, timedelta

_EPOCH_MILLISECONDS = 1_577_836_800_000  # 2020-01-01


class Clock:
    """The time of day, and numbers that grow with it."""

    def __init__(self, *, run: int | None = None) -> None:
        # Nineteen bits tell processes apart, the rest of the number is time.
        self.run = run if run is not None else int.from_bytes(os.urandom(6)) >> 1
        self._salt = self.run & 0x3FF
        self._last = 0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only grow, for pauses: nobody sets this clock, not even a test."""
        return time.monotonic()

    def uptime(self) -> float:
        """Seconds since the machine was started, asleep or not: setting the clock leaves it."""
        return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))

    def new_id(self) -> int:
        """A number above all numbers this process gave before, below 2^63, unlike those of other
        processes.
        """
        with self._lock:
            stamp = (time.time_ns() // 1_000_000 - _EPOCH_MILLISECONDS) << 22 | self._salt << 12
            self._last = max(self._last + 1, stamp)
            return self._last

    def chance(self) -> float:
        """A number from 0 to 1, for jitter."""
        return random.random()


class PracticeClock(Clock):
    """A clock that can be moved forward; only a practice club has one."""

    def __init__(self, ahead: timedelta = timedelta(0)) -> None:
        super().__init__()
        self.ahead = ahead

    def now(self) -> datetime:
        return super().now() + self.ahead

    def uptime(self) -> float:
        return super().uptime() + self.ahead.total_seconds()

    def move(self, by: timedelta) -> None:
        """Forward only: time that has passed stays passed."""
        if by < timedelta(0):
            raise ValueError("time goes forward only")
        self.ahead += by
