"""The database is away for a while: said once when it begins, and once for how long it was."""

import logging
import threading

from bot.clock import Clock
from storage.store import DatabaseFailed

log = logging.getLogger("lien.database")


class Away:
    """Of one process, whoever of it notices."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = None
        self._lock = threading.Lock()

    def begins(self, error: DatabaseFailed, waiting: int) -> None:
        """It did not take something. `waiting`: how much waits for it here."""
        with self._lock:
            if self._since is not None:
                return
            self._since = self._clock.monotonic()
        log.error("the database is away (%s); %s wait for it here", type(error).__name__, waiting)

    def ends(self) -> None:
        """It has just taken something."""
        with self._lock:
            since, self._since = self._since, None
        if since is not None:
            seconds = self._clock.monotonic() - since
            log.warning("the database is back after %.0f s; everything goes on", seconds)
