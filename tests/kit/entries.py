"""Every way of moving money, in one club: what makes an entry, and what it does."""

from collections.abc import Callable
from datetime import date
from typing import TypedDict

from club import ledger
from club.accounts import Account, Entry, Source
from club.calendar import Month
from club.inquiries import Settlement, settled
from club.money import NOTHING, Money

DAY = date(2026, 10, 15)


OCTOBER = Month(2026, 10)


INCOME_FUND, OPERATING_FUND = 1, 2


TIN, BANK = 11, 12


BINH, LOAN = 101, 201


HUNDRED = Money(100_000)


class Where(TypedDict):
    fund: int
    place: int
    happened_on: date


class Naming(TypedDict, total=False):
    place: int
    source: Source


CASH_IN_INCOME: Where = {"fund": INCOME_FUND, "place": TIN, "happened_on": DAY}


# What each maker does to the cash of the income fund in the tin, and to one other account.
MADE: list[tuple[str, Callable[[Money], Entry], int, Account, int]] = [
    (
        "opening cash",
        lambda sum_: ledger.opening_balance(**CASH_IN_INCOME, amount=sum_, source=Source.GRANT),
        +1,
        Account.CAPITAL,
        -1,
    ),
    (
        "opening share",
        lambda sum_: ledger.opening_balance(
            **CASH_IN_INCOME, amount=sum_, source=Source.SHARE, member=BINH
        ),
        +1,
        Account.MEMBER_SHARE,
        -1,
    ),
    (
        "opening money lent to the club",
        lambda sum_: ledger.opening_balance(**CASH_IN_INCOME, amount=sum_, source=Source.LENT),
        +1,
        Account.OWED_TO_LENDERS,
        -1,
    ),
    (
        "opening loan",
        lambda sum_: ledger.opening_loan(
            fund=INCOME_FUND,
            loan=LOAN,
            member=BINH,
            principal=sum_,
            source=Source.BUDGET,
            happened_on=DAY,
        ),
        0,
        Account.PRINCIPAL,
        +1,
    ),
    (
        "fee",
        lambda sum_: ledger.fee_received(**CASH_IN_INCOME, amount=sum_, member=BINH, means=OCTOBER),
        +1,
        Account.FEE_INCOME,
        -1,
    ),
    (
        "donation",
        lambda sum_: ledger.donation_received(**CASH_IN_INCOME, amount=sum_),
        +1,
        Account.DONATION_INCOME,
        -1,
    ),
    (
        "business",
        lambda sum_: ledger.business_income(**CASH_IN_INCOME, amount=sum_),
        +1,
        Account.BUSINESS_INCOME,
        -1,
    ),
    (
        "expense",
        lambda sum_: ledger.expense_paid(**CASH_IN_INCOME, amount=sum_),
        -1,
        Account.EXPENSE,
        +1,
    ),
    (
        "help",
        lambda sum_: ledger.help_paid(**CASH_IN_INCOME, amount=sum_, member=BINH),
        -1,
        Account.HELP,
        +1,
    ),
    (
        "share",
        lambda sum_: ledger.share_received(**CASH_IN_INCOME, amount=sum_, member=BINH),
        +1,
        Account.MEMBER_SHARE,
        -1,
    ),
    (
        "share returned",
        lambda sum_: ledger.share_returned(**CASH_IN_INCOME, amount=sum_, member=BINH),
        -1,
        Account.MEMBER_SHARE,
        +1,
    ),
    (
        "lent to the club",
        lambda sum_: ledger.lent_to_club(**CASH_IN_INCOME, amount=sum_),
        +1,
        Account.OWED_TO_LENDERS,
        -1,
    ),
    (
        "lender repaid",
        lambda sum_: ledger.lender_repaid(**CASH_IN_INCOME, amount=sum_),
        -1,
        Account.OWED_TO_LENDERS,
        +1,
    ),
    (
        "loan paid out",
        lambda sum_: ledger.loan_paid_out(**CASH_IN_INCOME, loan=LOAN, member=BINH, principal=sum_),
        -1,
        Account.PRINCIPAL,
        +1,
    ),
    (
        "principal repaid",
        lambda sum_: ledger.repayment_received(
            **CASH_IN_INCOME, loan=LOAN, member=BINH, principal=sum_, interest=NOTHING
        ),
        +1,
        Account.PRINCIPAL,
        -1,
    ),
    (
        "interest received",
        lambda sum_: ledger.repayment_received(
            **CASH_IN_INCOME, loan=LOAN, member=BINH, principal=NOTHING, interest=sum_
        ),
        +1,
        Account.INTEREST_INCOME,
        -1,
    ),
    (
        "loan written off",
        lambda sum_: ledger.loan_written_off(
            fund=INCOME_FUND, loan=LOAN, member=BINH, principal=sum_, happened_on=DAY
        ),
        0,
        Account.LOSS,
        +1,
    ),
    (
        "recovery",
        lambda sum_: ledger.recovered(**CASH_IN_INCOME, loan=LOAN, member=BINH, amount=sum_),
        +1,
        Account.LOSS,
        -1,
    ),
    (
        "carried to the bank",
        lambda sum_: ledger.moved(
            fund=INCOME_FUND, from_place=TIN, to_place=BANK, amount=sum_, happened_on=DAY
        ),
        -1,
        Account.CAPITAL,
        0,
    ),
    (
        "given to the operating fund",
        lambda sum_: ledger.transferred(
            from_fund=INCOME_FUND,
            to_fund=OPERATING_FUND,
            place=TIN,
            amount=sum_,
            source=Source.ADDED_INTEREST,
            happened_on=DAY,
        ),
        -1,
        Account.CAPITAL,
        +1,
    ),
    (
        "shortage",
        lambda sum_: ledger.shortage_found(**CASH_IN_INCOME, amount=sum_),
        -1,
        Account.SHORTAGE,
        +1,
    ),
    (
        "overage",
        lambda sum_: ledger.overage_found(**CASH_IN_INCOME, amount=sum_),
        +1,
        Account.OVERAGE,
        -1,
    ),
    (
        "missing money came back",
        lambda sum_: settled(Settlement.FOUND, **CASH_IN_INCOME, amount=sum_),
        +1,
        Account.SHORTAGE,
        -1,
    ),
]


MAKERS = [maker for _, maker, *_ in MADE]
