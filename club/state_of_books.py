"""How the books stand on a day: what is handed over with an office and signed by both."""

from dataclasses import dataclass
from datetime import date

from club.balances import FundPosition
from club.calendar import Month
from club.money import NOTHING, Money, total


@dataclass(frozen=True, slots=True)
class FundState:
    """A fund by its kind, and its name where the club gave it one."""

    kind: str
    name: str
    position: FundPosition


@dataclass(frozen=True, slots=True)
class PlaceState:
    """Cash in a place, by its kind and name, or by who keeps it; and whether that is too much."""

    kind: str
    name: str
    keeper: str
    amount: Money
    is_above_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StateOfBooks:
    """Everything that whoever takes over an office should know; papers are drawn from it too.

    last_slips: the newest of each series; closed: the last closed month with its code, if any;
    cash_limit: the most that may lie in one place at home, nothing where the club has no limit.
    """

    club_name: str
    day: date
    funds: tuple[FundState, ...]
    places: tuple[PlaceState, ...]
    loans_running: int
    missing: Money
    extra: Money
    waiting: int
    proposals: int
    disputes: int
    last_slips: tuple[str, ...]
    last_sequence: int
    closed: Month | None = None
    closing_code: str = ""
    cash_limit: Money = NOTHING

    @property
    def cash(self) -> Money:
        return total(each.amount for each in self.places)

    @property
    def lent(self) -> Money:
        return total(each.position.principal for each in self.funds)

    @property
    def owed_to_lenders(self) -> Money:
        return total(each.position.owed_to_lenders for each in self.funds)

    @property
    def members_shares(self) -> Money:
        return total(each.position.members_shares for each in self.funds)
