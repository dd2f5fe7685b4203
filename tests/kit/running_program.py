"""`python -m bot run` as a real process, started and killed at will; its log is kept in a file."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tests.kit.sources import ROOT
from tests.kit.telegram_server import TelegramServer

SECONDS_TO_COME_UP = 90.0
"""Within these it is at work, even where others leave it little of the machine."""


class Begun(Protocol):
    """A process, as subprocess.Popen has it."""

    def poll(self) -> int | None: ...

    def send_signal(self, sig: int) -> None: ...

    def wait(self, timeout: float) -> int: ...


class RunningProgram:
    """One program that is started again and again on the same database."""

    def __init__(
        self,
        settings: Mapping[str, str],
        log: Path,
        *,
        command: str = "run",
        module: str = "bot",
    ) -> None:
        self.settings = settings
        self.log = log
        self.command = command
        self.module = module
        self._process: Begun | None = None

    def start(self) -> None:
        """Start it; returns at once."""
        surroundings = {k: v for k, v in os.environ.items() if not k.startswith("LIEN_")}
        self._process = self._begin(surroundings | dict(self.settings))

    def _begin(self, surroundings: Mapping[str, str]) -> Begun:
        order = [sys.executable, "-m", self.module, self.command]
        with self.log.open("ab") as log:
            return subprocess.Popen(order, env=surroundings, cwd=ROOT, stdout=log, stderr=log)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """SIGKILL: it does nothing any more, not even one instruction."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)

    async def end(self) -> int:
        """SIGTERM, as an operator stops it; returns the exit code."""
        assert self._process is not None
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        return await self.gone()

    async def gone(self, patience_seconds: float = 60) -> int:
        """The exit code, once it has ended by whatever way."""
        assert self._process is not None
        return await asyncio.to_thread(self._process.wait, patience_seconds)

    @property
    def output(self) -> str:
        """What it has written so far, over all starts."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""


def telegram_settings(server: TelegramServer, database_url: str, **more: str) -> dict[str, str]:
    """The settings of a program that works against this stand-in, which bears any pace."""
    return {
        "LIEN_TELEGRAM_TOKEN": server.token,
        "LIEN_TELEGRAM_API": server.url,
        "LIEN_DATABASE_URL": database_url,
        "LIEN_CHAT_GAP_SECONDS": "0",
        "LIEN_CHAT_MESSAGES_A_MINUTE": "0",
        **more,
    }
