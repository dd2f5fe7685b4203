"""Sums of postings, added up without a database."""

from collections import defaultdict
from collections.abc import Iterable

from club.accounts import Account, Posting
from club.balances import FundPosition, fund_position
from club.money import NOTHING, Money, total


def balance(postings: Iterable[Posting], account: Account) -> Money:
    """The account's sum, debit positive."""
    return total(each.amount for each in postings if each.account is account)


def position_of(postings: Iterable[Posting], fund: int) -> FundPosition:
    """Where one fund stands after these postings."""
    own = [each for each in postings if each.fund == fund]
    return fund_position({each: balance(own, each) for each in Account})


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
