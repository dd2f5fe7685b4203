"""How much of its time a process gives to people who talk."""

from math import exp

from bot.clock import Clock

LOOKS_BACK_SECONDS = 1.0


class Talking:
    """The share of the time that turns with answers took, the latest second counting most."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seconds = 0.0
        self._at = clock.monotonic()

    def took(self, seconds: float) -> None:
        """A turn with answers has ended, which took so long."""
        self._seconds = self._faded() + seconds
        self._at = self._clock.monotonic()

    @property
    def share(self) -> float:
        """From 0 to about 1."""
        return self._faded() / LOOKS_BACK_SECONDS

    def _faded(self) -> float:
        return self._seconds * exp((self._at - self._clock.monotonic()) / LOOKS_BACK_SECONDS)
