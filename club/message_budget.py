"""A messenger may bound how many messages a bot sends in a month: what is said when it runs low.

Each club has an equal share. What matters less stops earlier, so that the last messages are there
for what cannot wait, and for answers, which are never held back.
"""

from dataclasses import dataclass
from enum import IntEnum

from club.reminders import Kind


class Weight(IntEnum):
    """How much it matters that this is heard in time."""

    PLEASANT = 1
    USEFUL = 2
    PRESSING = 3


PRESSING = frozenset(
    {
        *(Kind.MEETING_TODAY, Kind.DECISION_DUE, Kind.INSTALMENT, Kind.INSTALMENT_LATE),
        *(Kind.SESSION_SOON, Kind.HELP_SOON, Kind.MONTH_NOT_CLOSED, Kind.VISITS_MISSED),
    }
)
PLEASANT = frozenset(
    {
        *(Kind.GREETING, Kind.LESSON, Kind.UNFINISHED, Kind.LOAN_NEED, Kind.LONGEVITY),
        *(Kind.AREAS_UNTOUCHED, Kind.TRAINING, Kind.MEETING_PLANNED),
    }
)
KEPT_PERCENT = {Weight.PLEASANT: 40, Weight.USEFUL: 20, Weight.PRESSING: 5}
"""So much of the month's messages must be left for one of this weight to go out."""


def weight_of(kind: Kind) -> Weight:
    if kind in PRESSING:
        return Weight.PRESSING
    return Weight.PLEASANT if kind in PLEASANT else Weight.USEFUL


@dataclass(slots=True)
class Budget:
    """A club's messages of a month at one messenger; `spent` with those on their way."""

    most: int
    spent: int

    @property
    def left(self) -> int:
        return max(0, self.most - self.spent)

    def allows(self, kind: Kind) -> bool:
        """Whether one more of this kind may go out."""
        return self.left > self.most * KEPT_PERCENT[weight_of(kind)] // 100


def share(a_month: int, clubs: int) -> int:
    """What one of so many clubs may send in a month."""
    return a_month // max(1, clubs)
