"""Growing pauses for whoever asks a messenger again and again."""

from dataclasses import dataclass
from typing import Any

from bot.clock import Clock

FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 30.0
MOST_DOUBLINGS = 10
LONGEST_ASKED_SECONDS = 3600.0
"""Whoever says to wait for years is asked once more after an hour."""


def asked_pause(parameters: Any, usual: float) -> float:
    """Seconds that a messenger asks for with `retry_after`; `usual` where it says none."""
    asked = parameters.get("retry_after") if isinstance(parameters, dict) else None
    try:
        seconds = float(asked)  # type: ignore[arg-type]  # whatever it is
    except OverflowError:
        return LONGEST_ASKED_SECONDS
    except (TypeError, ValueError):
        return usual
    return min(seconds, LONGEST_ASKED_SECONDS) if seconds >= 0 else usual


@dataclass(slots=True)
class Pauses:
    """Growing, jittered pauses; the first success starts them anew."""

    clock: Clock
    tries: int = 0

    def next(self, at_least: float = 0.0) -> float:
        """Seconds until the next try."""
        self.tries += 1
        # Bounded before it is a float: a number doubled all night fits into none.
        doublings = min(self.tries, MOST_DOUBLINGS)
        longest = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0**doublings)
        return max(at_least, longest * (0.5 + self.clock.chance() / 2))

    def over(self) -> None:
        """It has worked."""
        self.tries = 0
