"""Whose what is written becomes: updates to answer, letters to send."""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import Clock
from club.broadcasts import A_MINUTE
from storage import outbox
from storage.outbox import Letter
from storage.queries import Connection
from storage.sharing import lanes
from storage.sharing.processes import NOBODY


class Outgoing:
    """Alone on its database: all that a process writes is its own to send.

    `run`: whose a letter is that belongs to no answer. `a_minute`: so many of them leave in one,
    at the rate that is set for the whole bot.
    """

    shared = False
    a_minute = A_MINUTE

    def __init__(self, clock: Clock) -> None:
        self.run = clock.run

    def put(self, db: Connection, letters: Sequence[Letter], now: datetime) -> Sequence[Letter]:
        """Write letters; returns those that are this process's to send."""
        outbox.put(db, letters, run=self.run, now=now)
        return letters


class SharedOutgoing(Outgoing):
    """One of several: its own are the replies whose lanes nobody else holds, if it sends."""

    shared = True

    def __init__(self, clock: Clock, *, sends: bool) -> None:
        self.run = NOBODY
        self._mine = clock.run
        self._sends = sends

    def put(self, db: Connection, letters: Sequence[Letter], now: datetime) -> Sequence[Letter]:
        return lanes.put(db, letters, run=self._mine, sends=self._sends, now=now)
