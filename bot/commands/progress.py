"""How far a long command is: one line that is written over, for somebody who looks on."""

import sys


def time_left(done: int, of: int, seconds: float) -> str:
    """How long the rest will take at the pace so far, as minutes and seconds."""
    left = round(seconds / done * (of - done))
    minutes, rest = divmod(left, 60)
    return f"{minutes}:{rest:02}"


def show(line: str) -> None:
    """Nothing goes into files and pipes; an empty line takes the last one away."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
