"""What this process has done, counted where it happens: a few numbers, no names, no texts.

One for the whole process, as the log is: whoever does something says so here, and nobody has to
hand it around.
"""

import time
from collections import Counter
from dataclasses import dataclass, field

STEP_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Up to these a turn of the loop is counted; above the last it is only counted."""


@dataclass(slots=True)
class Durations:
    """How long something took, by the first bound that it stayed within."""

    within: Counter[float] = field(default_factory=Counter)
    count: int = 0
    seconds: float = 0.0

    def add(self, seconds: float) -> None:
        self.count += 1
        self.seconds += seconds
        for bound in STEP_SECONDS:
            if seconds <= bound:
                self.within[bound] += 1
                return


@dataclass(slots=True)
class Measures:
    """sends: by kind and how they ended; failures: by kind of failure, also of what is tried again;
    turns: of the loop with at least one step; seen: when each part last gave a sign of life.
    not_stored: messages beyond what a chat, or all strangers, may bring in.
    """

    sends: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    turns: Durations = field(default_factory=Durations)
    steps: int = 0
    not_stored: int = 0
    began: float = field(default_factory=time.monotonic)
    _seen: dict[str, float] = field(default_factory=dict)
    _away_since: float | None = None

    def turned(self, seconds: float, steps: int) -> None:
        """A turn of the loop is over."""
        self.sign("turn")
        if steps:
            self.turns.add(seconds)
            self.steps += steps

    def sent(self, kind: str, outcome: str) -> None:
        """A sending has ended."""
        self.sends[kind, outcome] += 1

    def failed(self, failure: Exception) -> None:
        """A messenger did not take something."""
        self.failures[type(failure).__name__] += 1

    def sign(self, part: str) -> None:
        """This part is at work."""
        self._seen[part] = time.monotonic()

    def rests(self, part: str) -> None:
        """This part was ended, or another process does it: nobody waits for its signs."""
        self._seen.pop(part, None)

    def database_away(self, *, is_away: bool) -> None:
        """The database has begun to take nothing, or takes something again."""
        self._away_since = time.monotonic() if is_away else None

    @property
    def away_seconds(self) -> float:
        """For how long the database has taken nothing; 0 while it does."""
        return 0.0 if self._away_since is None else time.monotonic() - self._away_since

    def silent_seconds(self) -> dict[str, float]:
        """How long ago each part that is at work gave a sign."""
        now = time.monotonic()
        return {part: now - at for part, at in sorted(self._seen.items())}


MEASURES = Measures()
