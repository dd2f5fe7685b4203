"""Processes under measurement: started, looked at through /proc, ended by their id."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
ROOT = Path(__file__).parent.parent


class Measured:
    """One running program with all processes it starts; output goes to a file kept on failure."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        surroundings = {
            name: value
            for name, value in os.environ.items()
            # Bytecode is written, so that only the first start compiles.
            if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("LIEN_")
        }
        self.started_at = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable if part == "python" else part for part in command],
            env=surroundings | dict(environment),
            cwd=ROOT,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    @property
    def has_ended(self) -> bool:
        """Whether it ended by itself, which no program under measurement should."""
        return self._process.poll() is not None

    def cpu_seconds(self) -> float:
        """User and system time of the program and its children so far, ended ones included."""
        return sum(_cpu_ticks(number) for number in self._tree()) / _TICKS_PER_SECOND

    def memory_megabytes(self) -> float:
        """Resident memory of all its processes, in 1,000,000 bytes."""
        return sum(_resident_pages(number) for number in self._tree()) * _PAGE_BYTES / 1e6

    def output(self) -> str:
        """The last of what it wrote."""
        self._log.seek(0)
        return self._log.read()[-4000:].decode(errors="replace")

    def end(self, patience_seconds: float = 5) -> None:
        """Asks it to stop, then stops it."""
        if not self.has_ended:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(patience_seconds)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()

    def _tree(self) -> list[int]:
        found, waiting = [], [self._process.pid]
        while waiting:
            number = waiting.pop()
            found.append(number)
            waiting += _children(number)
        return found


def busy_seconds() -> float:
    """CPU time that all processes of the machine used so far."""
    user, nice, system, _idle, _wait, *others = [
        int(ticks) for ticks in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]
    ]
    return (user + nice + system + sum(others[:2])) / _TICKS_PER_SECOND


def _children(number: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{number}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _cpu_ticks(number: int) -> int:
    try:
        after_name = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(int(ticks) for ticks in after_name[11:15])


def _resident_pages(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:
        return 0
