"""The database is away for a while: said once when it begins, and once for how long it was."""

import logging
import threading

from bot.clock import Clock
from bot.watching.measures import MEASURES
from storage.schema import known_trouble
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
        MEASURES.database_away(is_away=True)
        why = known_trouble(error) or type(error).__name__
        log.error("the database is away (%s); %s wait for it here", why, waiting)

    def ends(self) -> None:
        """It has just taken something."""
        with self._lock:
            since, self._since = self._since, None
        if since is not None:
            MEASURES.database_away(is_away=False)
            seconds = self._clock.monotonic() - since
            log.warning("the database is back after %.0f s; everything goes on", seconds)
