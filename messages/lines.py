"""Lines short enough for a large font: broken where a reader draws breath."""

import re
from typing import Final

LONGEST_LINE: Final = 64
# A line or a rest of a line that is shorter than this looks lost.
_SHORTEST: Final = 14
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?…])[”)]? ")
_CLAUSE_ENDS: Final = re.compile(r"(?<=[,;:])[”)]? | (?=[–(])")
# Sums, days and numbers stay in one piece: "1.500.000 đồng", "thứ ba 24/11/2026", "0912 345 678".
_SPACES: Final = re.compile(r"(?<!\d)(?<!\bthứ)(?<!\bchủ)(?<!\btháng) (?!\d|đồng\b|–|ạ\b)")


def broken(text: str) -> str:
    """The text with every line at most 64 characters, unless it is one word."""
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
    """Where to break: behind a sentence, else behind a clause, else between words."""
    latest = min(LONGEST_LINE, len(line) - _SHORTEST)
    for pattern in (_SENTENCE_ENDS, _CLAUSE_ENDS, _SPACES):
        ends = [each.end() for each in pattern.finditer(line)]
        fitting = [each for each in ends if _SHORTEST <= each <= latest + 1]
        if fitting:
            return fitting[-1]
    rest = len(line) - _SHORTEST
    return next((at.end() for at in _SPACES.finditer(line) if _SHORTEST <= at.end() <= rest), None)
