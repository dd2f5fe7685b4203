"""The log: one line a record, nothing of a person in it, and never the token."""

import json
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


class OneObject(OneLine):
    """The same as a JSON object a line, for whoever collects logs: time, level, where, what.

    `process` tells several on one machine apart.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": f"{self.formatTime(record, self.datefmt)}.{record.msecs:03.0f}Z",
            "level": record.levelname,
            "where": record.name,
            "process": record.process,
            "said": _TOKEN.sub("(token)", record.getMessage()),
        }
        if record.exc_info:
            said["fault"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


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


def write_log_lines(to: TextIO | None = None, *, form: str = "lines") -> None:
    """From here on the log goes to `to` (stderr), from INFO up; libraries from WARNING up.

    form: "lines", or "json" for an object a line.
    """
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(OneObject() if form == "json" else OneLine())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("lien").setLevel(logging.INFO)
