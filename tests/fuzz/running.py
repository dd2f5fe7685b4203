"""Runs many inputs from a seed through the places that read what strangers send, and counts."""

import asyncio
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from storage.schema import bring_up_to_date
from storage.store import Store
from tests.fuzz.over_http import OVER_HTTP, Sent, faults_in
from tests.fuzz.places import ALONE, Place
from tests.fuzz.typed import Typed
from tests.kit.everybody import Country, everybody
from tests.kit.http_door import HttpDoor, http_door

TYPED = "typed"
PLACES = (*ALONE, TYPED, *OVER_HTTP)
SLOW_SECONDS = 5.0


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
    found = [tried(name, ALONE[name], seed, numbers) for name in places if name in ALONE]
    if set(places) & {TYPED, *OVER_HTTP}:
        with TemporaryDirectory() as folder:
            found += _in_a_country(
                f"sqlite+aiosqlite:///{Path(folder) / 'lien.db'}", places, seed, numbers
            )
    return found


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


def _in_a_country(
    url: str, places: Sequence[str], seed: int, numbers: Sequence[int]
) -> list[Found]:
    store = Store(url)
    bring_up_to_date(store)
    store.close_now()
    found = []
    with everybody(url) as country:
        if TYPED in places:
            found.append(tried(TYPED, Typed(country), seed, numbers))
    wanted = {name: sent for name, sent in OVER_HTTP.items() if name in places}
    return (
        [*found, *asyncio.run(over_http(url, country, wanted, seed, numbers))] if wanted else found
    )


async def over_http(
    url: str, country: Country, wanted: dict[str, Sent], seed: int, numbers: Sequence[int]
) -> list[Found]:
    """Everything behind one door, of which the house is at work all the while."""
    async with http_door(url, country) as door:
        return [await _sent(door, name, sent, seed, numbers) for name, sent in wanted.items()]


async def _sent(door: HttpDoor, name: str, sent: Sent, seed: int, numbers: Sequence[int]) -> Found:
    found = Found(name, seed)
    known = set(faults_in(door))
    for number in numbers:
        began = time.monotonic()
        status = await sent(chance_of(seed, name, number), door)
        await door.house.until_idle()
        took = time.monotonic() - began
        new = set(faults_in(door)) - known
        known |= new
        for each in new:
            found.wrongly(f"a fault set aside: {each}", number)
        if status > 499 or took > SLOW_SECONDS:
            found.wrongly(f"answered {status}" if status > 499 else "slow", number)
        elif not new:
            found.note(str(status) if status else "cut off", took)
    return found
