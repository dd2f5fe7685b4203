"""What a file would change in a club: who and what is new, what is there already, what is wrong."""

from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from club.calendar import Month
from club.importing import (
    At,
    Column,
    IncomingBalance,
    IncomingLoan,
    IncomingMember,
    Reason,
    RowFault,
    Whose,
)
from club.loans import Instalment, Terms
from club.money import Money, total

Key: TypeAlias = int | At
"""A member that is there by her number, a new one by her row."""


class Find(Protocol):
    """Finds whom a row means."""

    def __call__(self, at: At, whose: Whose) -> Key | None:
        """Where that is nobody, or not sure, it is noted as a fault."""

    def knows(self, whose: Whose) -> bool:
        """Whether anybody of this name is or was in the club."""


@dataclass(frozen=True, slots=True)
class PlannedFee:
    """A month a member had paid."""

    whose: Key
    month: Month
    amount: Money


@dataclass(frozen=True, slots=True)
class PlannedLoan:
    """A running loan and what is still to be paid of it."""

    whose: Key
    loan: IncomingLoan
    terms: Terms
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class PlannedBalance:
    """Cash of a fund. `owner` of a share, or of lent money; `lender` is one from outside."""

    fund: int
    owner: Key | None
    balance: IncomingBalance
    lender: str = ""


@dataclass(slots=True)
class Plan:
    """What would be written; `there` counts what was taken over before."""

    members: list[IncomingMember] = field(default_factory=list)
    fees: list[PlannedFee] = field(default_factory=list)
    loans: list[PlannedLoan] = field(default_factory=list)
    balances: list[PlannedBalance] = field(default_factory=list)
    members_there: int = 0
    fees_there: int = 0
    loans_there: int = 0
    balances_there: int = 0
    faults: list[RowFault] = field(default_factory=list)

    def wrong(self, at: At, column: Column | None, reason: Reason, **values: object) -> None:
        """Note what is wrong in a row."""
        self.faults.append(RowFault(at, column, reason, values))

    @property
    def fee_sum(self) -> Money:
        return total(each.amount for each in self.fees)

    @property
    def principal_left(self) -> Money:
        return total(each.loan.left for each in self.loans)

    @property
    def cash(self) -> Money:
        return total(each.balance.amount for each in self.balances)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.members or self.fees or self.loans or self.balances)


def cause_of_loan(club_id: int, member_id: int, loan: IncomingLoan) -> str:
    """A loan is the same when it was lent to the same member on the same day in the same sum."""
    return f"import:{club_id}:loan:{member_id}:{loan.lent_on}:{loan.principal.dong}"


def cause_of_balance(club_id: int, fund: int, balance: IncomingBalance, owner: int | None) -> str:
    """A balance is the same when fund, place, source and owner are."""
    key = f"{fund}:{balance.place}:{balance.source.value}:{owner or 0}"
    return f"import:{club_id}:balance:{key}"
