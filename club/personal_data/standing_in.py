"""What stands in the books in place of an erased person's name; and when she may be erased."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from club.money import NOTHING, Money

STAND_IN: Final = "thành viên đã xóa số "
"""Before the number that the books keep of her: it is the same on every paper."""

WAITS: Final = timedelta(days=3)
"""Between asking and erasing, so that a lost phone or a wrong tap harms nobody (Club rules, F.1:
seventy-two hours).
"""

FORGOTTEN_AFTER: Final = timedelta(days=3653)
"""Whoever has left is erased without asking once money records need no name any more (G.3)."""


def stand_in(person_id: int) -> str:
    """The pseudonym of an erased person."""
    return f"{STAND_IN}{person_id}"


@dataclass(frozen=True, slots=True)
class Bonds:
    """What has to be settled before a name may go: until then it stays, and the rest is erased.

    `owes`: principal of running loans; `share`: what the club owes her; `cash`: of the club's money
    in her hands; `offices`: the names of the roles she holds on a board or for an area.
    """

    owes: Money = NOTHING
    share: Money = NOTHING
    cash: Money = NOTHING
    offices: tuple[str, ...] = ()

    @property
    def none(self) -> bool:
        return not (self.owes or self.share or self.cash or self.offices)
