"""Money is whole đồng. One door in (the parser in messages.understand), one door out
(messages.formats).
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """A sum of whole đồng; may be negative, as a posting is. Never a float."""

    dong: int

    def __post_init__(self) -> None:
        if type(self.dong) is not int:
            raise TypeError(f"Money takes whole đồng, not {type(self.dong).__name__}")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.dong + other.dong)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.dong - other.dong)

    def __neg__(self) -> "Money":
        return Money(-self.dong)

    def __mul__(self, times: int) -> "Money":
        return Money(self.dong * times)

    def __bool__(self) -> bool:
        return self.dong != 0

    def part(self, numerator: int, denominator: int) -> "Money":
        """numerator/denominator of the sum, rounded half up to the đồng (half away from zero
        below it).
        """
        sign = -1 if self.dong < 0 else 1
        return Money(sign * ((2 * abs(self.dong) * numerator + denominator) // (2 * denominator)))

    def split(self, parts: int, *, step: int = 1) -> list["Money"]:
        """Equal parts, each a multiple of `step` đồng; the last one takes what is left over."""
        if parts < 1 or step < 1:
            raise ValueError("parts and step are at least 1")
        each = Money(self.dong // parts // step * step)
        return [each] * (parts - 1) + [self - each * (parts - 1)]


NOTHING = Money(0)


def total(sums: Iterable[Money]) -> Money:
    """The sum of sums; nothing of none."""
    return Money(sum(each.dong for each in sums))
