"""A program whose modules are loaded already: begun by a fork of a process that has loaded them.

Loading them costs two seconds of processor time at each start, and a story of kills starts it a
dozen times. From there on it is as `python -m bot`: a process of its own that is killed as such.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.kit.running_program import Begun, RunningProgram
from tests.kit.sources import ROOT

# What `lien run` and `lien try` load on both databases.
LOADED = (
    *("bot.commands.run", "bot.run", "bot.house", "handlers.everything", "scheduler.planning"),
    *("aiosqlite", "psycopg", "sqlalchemy.dialects.sqlite.aiosqlite"),
    *("sqlalchemy.dialects.postgresql.psycopg", "bot.channels.telegram.sending"),
    *("bot.channels.telegram.service", "bot.channels.web.server", "bot.channels.zalo.service"),
)


class LoadedProgram(RunningProgram):
    """As RunningProgram, begun quickly."""

    def _begin(self, surroundings: Mapping[str, str]) -> Begun:
        words = (self.module, self.command)
        args = (words, dict(surroundings), self.log)
        process = _loaded().Process(target=_be, args=args, daemon=True)
        process.start()
        return _Forked(process)


@cache
def _loaded() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


def _be(words: tuple[str, str], surroundings: dict[str, str], log: Path) -> None:
    """In the new process: what `python -m MODULE COMMAND` is, started with these surroundings."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(surroundings)
    os.chdir(ROOT)
    with log.open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    module, command = words
    sys.argv = [module, command]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


class _Forked:
    """What RunningProgram asks of a process."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, sig: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, sig)

    def wait(self, timeout: float) -> int:
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            raise subprocess.TimeoutExpired("a loaded program", timeout)
        return code
