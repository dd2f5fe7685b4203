"""The log: one line a record, nothing of a person in it, and never the token."""

import logging
import re
import sys
import time
import traceback
from types import TracebackType
from typing import TextIO

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
_FRAMES = 12

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class OneLine(logging.Formatter):
    """Time in UTC, level, where, what. Of an exception kind and frames: its text may quote."""

    def __init__(self) -> None:
        super().__init__(
            "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S"
        )

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record).replace("\n", " | ").replace("\r", " ")
        return _TOKEN.sub("(token)", line)

    def formatException(self, ei: object) -> str:
        return shown(ei) if isinstance(ei, tuple) and ei[1] is not None else ""

    def formatStack(self, stack_info: str) -> str:
        return ""


def shown(fault: ExceptionInfo) -> str:
    """An exception as kind and frames, the innermost last; those inside a group too."""
    kind, error, trace = fault
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    line = f"{kind.__name__} at " + " > ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames
    )
    if isinstance(error, BaseExceptionGroup):
        inner = [shown((type(each), each, each.__traceback__)) for each in error.exceptions]
        return f"{line} [{'; '.join(inner)}]"
    return line


def write_log_lines(to: TextIO | None = None) -> None:
    """From here on the log goes to `to` (stderr), from INFO up; libraries from WARNING up."""
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(OneLine())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("lien").setLevel(logging.INFO)
