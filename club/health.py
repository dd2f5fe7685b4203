"""Weight and blood pressure: what can be true, and what needs a health worker soon.

Nothing here is a diagnosis. The limits of what is possible only catch slips of the finger.
"""

from dataclasses import dataclass

from club.refusals import Code, Refused

WEIGHT_GRAMS = (25_000, 160_000)
HEIGHT_CM = (110, 200)
SYSTOLIC = (60, 260)
DIASTOLIC = (30, 160)
VERY_HIGH = (180, 110)
"""From here on (either of the two) guidelines ask for a second reading and a health worker soon."""
VERY_LOW = 90


@dataclass(frozen=True, slots=True)
class BloodPressure:
    """In mm of mercury, as it is said: 135 over 85."""

    systolic: int
    diastolic: int

    @property
    def is_possible(self) -> bool:
        """Whether anybody can have it; a slip of the finger mostly cannot."""
        high, low = self.systolic, self.diastolic
        return _within(high, SYSTOLIC) and _within(low, DIASTOLIC) and low < high

    @property
    def is_very_high(self) -> bool:
        return self.systolic >= VERY_HIGH[0] or self.diastolic >= VERY_HIGH[1]

    @property
    def is_very_low(self) -> bool:
        return self.systolic < VERY_LOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured at one time; None for what was not."""

    pressure: BloodPressure | None = None
    weight_grams: int | None = None
    height_cm: int | None = None

    @property
    def is_empty(self) -> bool:
        return self.pressure is None and self.weight_grams is None and self.height_cm is None


def check_measured(measured: Measured) -> None:
    """Refuses figures that nobody can have."""
    if measured.pressure is not None and not measured.pressure.is_possible:
        raise Refused(Code.NUMBER_OUT_OF_RANGE, lowest=SYSTOLIC[0], highest=SYSTOLIC[1])
    for value, limits in ((measured.weight_grams, WEIGHT_GRAMS), (measured.height_cm, HEIGHT_CM)):
        if value is not None and not _within(value, limits):
            raise Refused(Code.NUMBER_OUT_OF_RANGE, lowest=limits[0], highest=limits[1])


def _within(value: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
