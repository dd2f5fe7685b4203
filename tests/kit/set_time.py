"""`lien run` in processes of their own by a clock that goes on from an hour of the story's own.

    clock = clock_at(START)
    program = program_by(clock, settings, log)

`python -m tests.kit.set_time SECONDS` is such a process, so many seconds ahead of the real time.
"""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import PracticeClock
from bot.log_lines import write_log_lines
from bot.run import run
from bot.settings import settings
from tests.kit.running_program import RunningProgram
from tests.kit.telegram_house import NO_FILE


def clock_at(moment: datetime) -> PracticeClock:
    """A clock that shows this moment now, and goes on."""
    return PracticeClock(moment - datetime.now(UTC))


def program_by(
    clock: PracticeClock,
    chosen: Mapping[str, str],
    log: Path,
    kind: type[RunningProgram] = RunningProgram,
) -> RunningProgram:
    """A program with these settings by this clock, not yet begun."""
    ahead = str(clock.ahead.total_seconds())
    return kind(chosen, log, module="tests.kit.set_time", command=ahead)


def main() -> None:
    write_log_lines()
    clock = PracticeClock(timedelta(seconds=float(sys.argv[1])))
    raise SystemExit(run(settings(dict(os.environ), NO_FILE), clock=clock))


if __name__ == "__main__":
    main()
