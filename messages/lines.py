"""Lines broken where a reader draws breath, and nowhere else.

Between two words only the phone breaks a line: it alone knows how wide it is and how large the
letters are, and a line broken twice is ragged.
"""

import re
from typing import Final

LONGEST_LINE: Final = 64
# What ends a sentence, what ends a clause; and how short a line or the rest of one may be before it
# looks lost.
_BREATHS: Final = (
    (re.compile(r"(?<=[.!?…])[”)]? "), 8),
    (re.compile(r"(?<=[,;:])[”)]? | (?=[–(])"), 14),
)


def broken(text: str) -> str:
    """The text with every line at most 64 characters, where there is a place for a breath."""
    return "\n".join(
        _broken(line) if len(line) > LONGEST_LINE else line for line in text.split("\n")
    )


def _broken(line: str) -> str:
    done = []
    while len(line) > LONGEST_LINE:
        end = _where(line)
        if end is None:
            break
        done.append(line[:end].rstrip())
        line = line[end:].lstrip()
    return "\n".join([*done, line])


def _where(line: str) -> int | None:
    """Where to break: behind a sentence, else behind a clause, else where the next one ends."""
    ends = [
        [at for at in _ends(pattern, line) if shortest <= at <= len(line) - shortest + 1]
        for pattern, shortest in _BREATHS
    ]
    for found in ends:
        fitting = [at for at in found if at <= LONGEST_LINE + 1]
        if fitting:
            return fitting[-1]
    return min((at for found in ends for at in found), default=None)


def _ends(pattern: re.Pattern[str], line: str) -> list[int]:
    return [each.end() for each in pattern.finditer(line)]
