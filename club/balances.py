"""What the books say: balances of accounts, and where a fund stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from club.accounts import Account, Posting
from club.money import NOTHING, Money, total


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


def balance(postings: Iterable[Posting], account: Account) -> Money:
    """The account's sum, debit positive."""
    return total(each.amount for each in postings if each.account is account)


def fund_position(postings: Iterable[Posting], fund: int) -> FundPosition:
    """Where one fund stands after these postings; what is owed is shown positive."""
    own = [each for each in postings if each.fund == fund]
    return FundPosition(
        cash=balance(own, Account.CASH),
        principal=balance(own, Account.PRINCIPAL),
        shortage=balance(own, Account.SHORTAGE),
        overage=-balance(own, Account.OVERAGE),
        owed_to_lenders=-balance(own, Account.OWED_TO_LENDERS),
        members_shares=-balance(own, Account.MEMBER_SHARE),
    )


def cash_by_place(postings: Iterable[Posting]) -> dict[int, Money]:
    """The cash that lies in each place, over all funds."""
    found: dict[int, Money] = defaultdict(lambda: NOTHING)
    for posting in postings:
        if posting.place is not None:
            found[posting.place] += posting.amount
    return dict(found)


def cash_by_fund(postings: Iterable[Posting]) -> dict[int, Money]:
    """The cash of each fund, over all places; the same sum as over the places."""
    found: dict[int, Money] = defaultdict(lambda: NOTHING)
    for posting in postings:
        if posting.account is Account.CASH:
            found[posting.fund] += posting.amount
    return dict(found)
