"""The chart of accounts, and what a posting and an entry in the club's books are.

Double entry: a debit is positive, a credit negative. Who wrote an entry, why and through which
channel is kept beside it, not in it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from club.calendar import Month
from club.money import NOTHING, Money


class Account(StrEnum):
    """The chart of accounts (Club rules, A.3)."""

    CASH = "cash"
    PRINCIPAL = "principal"
    SHORTAGE = "shortage"
    OWED_TO_LENDERS = "owed_to_lenders"
    MEMBER_SHARE = "member_share"
    OVERAGE = "overage"
    CAPITAL = "capital"
    FEE_INCOME = "fee_income"
    INTEREST_INCOME = "interest_income"
    DONATION_INCOME = "donation_income"
    BUSINESS_INCOME = "business_income"
    EXPENSE = "expense"
    HELP = "help"
    LOSS = "loss"


class Source(StrEnum):
    """Where a fund's money came from. Shares and lent money are owed back; the rest is capital."""

    GRANT = "grant"
    BUDGET = "budget"
    SHARE = "share"
    DONATION = "donation"
    LENT = "lent"
    ADDED_INTEREST = "added_interest"


class Kind(StrEnum):
    """What an entry is about."""

    OPENING = "opening"
    FEE = "fee"
    DONATION = "donation"
    BUSINESS = "business"
    EXPENSE = "expense"
    HELP = "help"
    LOAN_PAID_OUT = "loan_paid_out"
    REPAYMENT = "repayment"
    WRITTEN_OFF = "written_off"
    RECOVERY = "recovery"
    SHARE = "share"
    SHARE_RETURNED = "share_returned"
    LENT_TO_CLUB = "lent_to_club"
    LENDER_REPAID = "lender_repaid"
    TRANSFER = "transfer"
    MOVE = "move"
    SHORTAGE = "shortage"
    OVERAGE = "overage"
    SETTLED = "settled"
    INTEREST_SPLIT = "interest_split"
    HANDED_OVER = "handed_over"
    TAKEN_OVER = "taken_over"
    REVERSAL = "reversal"


RETURNABLE = frozenset({Source.SHARE, Source.LENT})

_MUST_NAME = {
    Account.CASH: "place",
    Account.PRINCIPAL: "loan",
    Account.MEMBER_SHARE: "member",
    Account.CAPITAL: "source",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One line of an entry: so much, debit positive and credit negative, on one account of a fund.

    Cash names its place, principal its loan, a share its member, capital its source; nothing but
    cash has a place and nothing but capital a source.
    """

    account: Account
    fund: int
    amount: Money
    place: int | None = None
    member: int | None = None
    loan: int | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        if not self.amount:
            raise ValueError(f"a posting on {self.account} of nothing")
        name = _MUST_NAME.get(self.account)
        if name and getattr(self, name) is None:
            raise ValueError(f"a posting on {self.account} names its {name}")
        if self.place is not None and self.account is not Account.CASH:
            raise ValueError(f"{self.account} has no place")
        if self.source is not None and self.account is not Account.CAPITAL:
            raise ValueError(f"{self.account} has no source")
        if self.source in RETURNABLE:
            raise ValueError(f"{self.source} is owed to somebody, it is not capital")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Postings that belong together; they sum to zero within each fund (Club rules, A.2).

    happened_on: the day the money moved; means: the fee month or instalment month it stands for.
    """

    kind: Kind
    happened_on: date
    means: Month | None
    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        if not self.postings:
            raise ValueError("an entry without postings")
        sums: dict[int, Money] = defaultdict(lambda: NOTHING)
        for posting in self.postings:
            sums[posting.fund] += posting.amount
        open_funds = {fund: left.dong for fund, left in sums.items() if left}
        if open_funds:
            raise ValueError(f"a {self.kind} entry does not sum to zero in funds {open_funds}")
