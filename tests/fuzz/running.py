"""Runs many inputs from a seed through the places that read what strangers send, and counts."""

import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz.places import PLACES, Place


@dataclass(slots=True)
class Found:
    """What came of one place: how inputs ended, and what went wrong, once each with its input."""

    place: str
    seed: int
    ends: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, int] = field(default_factory=dict)
    slowest_seconds: float = 0.0

    @property
    def inputs(self) -> int:
        return sum(self.ends.values())

    def note(self, end: str, seconds: float) -> None:
        self.ends[end] += 1
        self.slowest_seconds = max(self.slowest_seconds, seconds)

    def wrongly(self, what: str, number: int) -> None:
        """`number`: which input it was; --only says it again."""
        self.ends["wrong"] += 1
        self.wrong.setdefault(what, number)

    def line(self) -> str:
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.ends.items()))
        slowest = f"slowest {self.slowest_seconds * 1000:.0f} ms"
        lines = [f"{self.place}: {self.inputs} inputs ({ends}); {slowest}"]
        lines += [f"  WRONG input {number}: {what}" for what, number in self.wrong.items()]
        return "\n".join(lines)


def chance_of(seed: int, place: str, number: int) -> Random:
    """Of this one input, whichever came before it."""
    return Random(f"{seed} {place} {number}")


def run(places: Sequence[str], seed: int, numbers: Sequence[int]) -> list[Found]:
    """Every place with the inputs of these numbers."""
    return [tried(name, PLACES[name], seed, numbers) for name in places]


def tried(name: str, place: Place, seed: int, numbers: Sequence[int]) -> Found:
    found = Found(name, seed)
    for number in numbers:
        began = time.monotonic()
        try:
            end = place(chance_of(seed, name, number))
        except Exception as error:
            found.wrongly(where(error), number)
            continue
        found.note(end, time.monotonic() - began)
    return found


def where(error: Exception) -> str:
    """The kind of an error and the line of ours it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if "site-packages" not in each.filename] or frames
    return f"{type(error).__name__} at {Path(ours[-1].filename).name}:{ours[-1].lineno}"
