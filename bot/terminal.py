"""Vietnamese on the command line, where the machine's language knows no such letters (LANG=C)."""

import io
import sys
from collections.abc import Sequence


def write_every_letter() -> None:
    """From here on what is printed goes out as UTF-8."""
    for each in (sys.stdout, sys.stderr):
        if isinstance(each, io.TextIOWrapper) and each.encoding.lower() not in {"utf-8", "utf8"}:
            each.reconfigure(encoding="utf-8", errors="backslashreplace")


def as_typed(given: Sequence[str]) -> list[str]:
    """The words as they were typed: under LANG=C their bytes come unread.

    Raises UnicodeDecodeError where they are no UTF-8.
    """
    return [each.encode("utf-8", "surrogateescape").decode("utf-8") for each in given]
