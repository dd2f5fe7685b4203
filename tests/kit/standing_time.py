"""`lien run` in processes of their own by one clock that stands still: the time is in a file.

`python -m tests.kit.standing_time FILE` is such a process, with the settings of its surroundings.
"""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.run import run
from bot.settings import settings
from tests.kit.telegram_house import NO_FILE

LOOK_SECONDS = 0.05
KNOCK_SECONDS = 1.0


class TimeInAFile(Clock):
    """It is what is written there, for everybody who reads it; numbers and pauses are real."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def now(self) -> datetime:
        return datetime.fromisoformat(self._file.read_text())

    def uptime(self) -> float:
        return self.now().timestamp()


def write_time(file: Path, now: datetime) -> None:
    """From now on it is this time; whoever reads meanwhile sees the old or the new one."""
    new = file.with_suffix(".new")
    new.write_text(now.isoformat())
    new.replace(file)


@asynccontextmanager
async def _knocking_as_it_moves(
    knock: Callable[[], Awaitable[int]], *, timezone: str, clock: Clock
) -> AsyncIterator[None]:
    """Knocks at once, whenever the clock has been moved, and each second: another process may have
    died whose work it was.
    """
    async with asyncio.TaskGroup() as tasks:
        hand = tasks.create_task(_knocks(knock, clock), name=f"knocking in {timezone}")
        try:
            yield
        finally:
            hand.cancel()


async def _knocks(knock: Callable[[], Awaitable[int]], clock: Clock) -> None:
    while True:
        now, ends = clock.now(), clock.monotonic() + KNOCK_SECONDS
        try:
            await knock()
        except Exception as error:
            # As the clock face does: the next one comes all the same.
            logging.getLogger("lien.scheduler").error("a knock failed: %s", type(error).__name__)
        while clock.now() == now and clock.monotonic() < ends:  # noqa: ASYNC110 – a file tells nobody
            await asyncio.sleep(LOOK_SECONDS)


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    clock = TimeInAFile(Path(sys.argv[1]))
    face = partial(_knocking_as_it_moves, clock=clock)
    raise SystemExit(run(settings(dict(os.environ), NO_FILE), clock=clock, face=face))


if __name__ == "__main__":
    main()
