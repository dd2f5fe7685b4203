"""Who takes whom along to the meeting: neighbours first, then whoever asked first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MOST_SEATS = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """A member who needs a lift and has none."""

    member_id: int
    hamlet: str


@dataclass(frozen=True, slots=True)
class Free:
    """A member who rides to the meeting, with the places behind her that nobody has taken."""

    member_id: int
    hamlet: str
    seats: int


def paired(waiting: Sequence[Waiting], free: Sequence[Free]) -> list[tuple[int, int]]:
    """Rider and driver by number, in the order in which both lists stand.

    Those of the same hamlet ride together first; whoever is left rides with anybody who has a
    place. Nobody rides with herself, and no more ride than there are places.
    """
    left = Counter({each.member_id: each.seats for each in free})
    found: dict[int, int] = {}
    for near in (True, False):
        for rider in waiting:
            if rider.member_id in found:
                continue
            for driver in free:
                fits = not near or (rider.hamlet != "" and rider.hamlet == driver.hamlet)
                is_other = driver.member_id != rider.member_id
                if fits and is_other and left[driver.member_id] > 0:
                    found[rider.member_id] = driver.member_id
                    left[driver.member_id] -= 1
                    break
    return [(each.member_id, found[each.member_id]) for each in waiting if each.member_id in found]
