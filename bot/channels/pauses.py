"""Growing pauses for whoever asks a messenger again and again."""

from dataclasses import dataclass

from bot.clock import Clock

FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 30.0
MOST_DOUBLINGS = 10


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
