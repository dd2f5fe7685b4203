"""What waits for the next turn of the core, and those who wait for it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.inbox import Arrival
from storage.outbox import Outcome

Waiters = Sequence[asyncio.Future[set[int]]]


@dataclass(slots=True)
class Pending:
    """What came since the last turn, each with who waits for it."""

    arrivals: list[Arrival] = field(default_factory=list)
    bringers: list[asyncio.Future[set[int]]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    to_begin: list[int] = field(default_factory=list)
    senders: list[asyncio.Future[set[int]]] = field(default_factory=list)
    kept: bool = False

    def __bool__(self) -> bool:
        return bool(self.bringers or self.senders)

    @property
    def waiters(self) -> list[asyncio.Future[set[int]]]:
        return self.bringers + self.senders


def resolve(waiters: Waiters, begun: set[int]) -> None:
    """They hear that it is kept, and which letters may be sent."""
    for waiter in waiters:
        if not waiter.done():
            waiter.set_result(begun)


def fail(waiters: Waiters, error: Exception) -> None:
    """They hear why it is not kept."""
    for waiter in waiters:
        if not waiter.done():
            waiter.set_exception(error)
