"""Where a fund stands by the books."""

from collections.abc import Mapping
from dataclasses import dataclass

from club.accounts import Account
from club.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class FundPosition:
    """A fund on a day. Lending and repaying change cash and principal, not the total.

    Club rules, A.5.
    """

    cash: Money
    principal: Money
    shortage: Money
    overage: Money
    owed_to_lenders: Money
    members_shares: Money

    @property
    def total(self) -> Money:
        """Cash and principal outstanding: what the norm of 50 million is held against."""
        return self.cash + self.principal

    @property
    def own_capital(self) -> Money:
        """What would be left if everything owed were given back and every inquiry stayed open."""
        owed = self.owed_to_lenders + self.members_shares + self.overage
        return self.total + self.shortage - owed


def fund_position(sums: Mapping[Account, Money]) -> FundPosition:
    """Where a fund stands by the sums of its accounts, debit positive; owed is shown positive."""
    return FundPosition(
        cash=sums[Account.CASH],
        principal=sums[Account.PRINCIPAL],
        shortage=sums[Account.SHORTAGE],
        overage=-sums[Account.OVERAGE],
        owed_to_lenders=-sums[Account.OWED_TO_LENDERS],
        members_shares=-sums[Account.MEMBER_SHARE],
    )
