"""`lien run` as if it were ten in the morning: `python -m bench.by_day`.

At night a word to many waits for the morning, and there would be nothing to measure.
"""

import logging
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import PracticeClock
from bot.run import run
from bot.settings import settings
from club.calendar import VIETNAM

COMMAND = ("python", "-m", "bench.by_day")
MORNING_HOUR = 10


def until_morning(now: datetime) -> timedelta:
    """How far ahead of `now` ten in the morning is; nothing while it is day."""
    local = now.astimezone(VIETNAM)
    if MORNING_HOUR - 3 <= local.hour < MORNING_HOUR + 8:
        return timedelta(0)
    morning = local.replace(hour=MORNING_HOUR, minute=0)
    return morning - local if morning > local else morning + timedelta(days=1) - local


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    clock = PracticeClock(until_morning(datetime.now(UTC)))
    raise SystemExit(run(settings(dict(os.environ), Path(os.devnull)), clock=clock))


if __name__ == "__main__":
    main()
