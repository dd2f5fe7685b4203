"""Lending in the monthly summary: what is overdue since when, what was written off."""

from datetime import date

import pytest

from club import ledger
from club.calendar import Month
from club.loans import Instalment
from club.money import Money
from club.summary import count_month
from club.summary.figures import Share
from club.summary.rows import (
    ClubRows,
    LoanRequestRow,
    LoanRow,
    MemberRow,
    PrincipalPaidRow,
)
from tests.club.summary.test_books import (
    DAY,
    FUNDS,
    INCOME_FUND,
    OCTOBER,
    SEPTEMBER,
    TIN,
    TODAY,
    booked,
    opening,
    paid_out,
    repayment,
)


def instalments(*due: date) -> tuple[Instalment, ...]:
    """A million of principal on each day."""
    return tuple(
        Instalment(number=number, due_on=day, principal=Money(1_000_000), interest=Money(0))
        for number, day in enumerate(due, start=1)
    )


def loan(*due: date, paid: int = 0, borrower: int = 1, written_off: Month | None = None) -> LoanRow:
    back = (PrincipalPaidRow(OCTOBER, Money(paid * 1000)),) if paid else ()
    return LoanRow(
        id=borrower,
        borrower=borrower,
        paid_out_month=Month(2026, 5),
        instalments=instalments(*due),
        principal_paid=back,
        written_off_month=written_off,
    )


@pytest.mark.parametrize(
    ("due", "ages"),
    [
        (date(2026, 10, 31), (0, 0, 0)),
        (date(2026, 10, 30), (1, 0, 0)),
        (date(2026, 10, 1), (1, 0, 0)),
        (date(2026, 9, 30), (0, 1, 0)),
        (date(2026, 8, 2), (0, 1, 0)),
        (date(2026, 8, 1), (0, 0, 1)),
    ],
)
def test_overdue_by_age(due: date, ages: tuple[int, int, int]) -> None:
    rows = ClubRows(loans=(loan(due, date(2026, 12, 17)),))
    found = count_month(rows, OCTOBER, today=TODAY).loans.overdue
    millions = (found.to_30_days, found.to_90_days, found.over_90_days)
    assert tuple(each.dong // 1_000_000 for each in millions) == ages
    assert (found.at_risk, found.loans) == ((Money(2_000_000), 1) if any(ages) else (Money(0), 0))


def test_a_payment_fills_the_oldest_instalment_first() -> None:
    due = (date(2026, 9, 17), date(2026, 10, 17), date(2026, 11, 17))
    found = count_month(ClubRows(loans=(loan(*due, paid=1_400),)), OCTOBER, today=TODAY).loans
    assert (found.overdue.to_30_days, found.overdue.to_90_days) == (Money(600_000), Money(0))
    assert found.overdue.at_risk == Money(1_600_000)
    assert found.repayment == Share(400_000, 1_000_000)
    assert found.repayment.percent == 40


def test_a_loan_written_off_is_neither_running_nor_overdue() -> None:
    rows = ClubRows(loans=(loan(date(2026, 8, 1), written_off=OCTOBER),))
    found = count_month(rows, OCTOBER, today=TODAY).loans
    assert (found.borrowers, found.overdue.all) == (0, Money(0))
    before = count_month(rows, SEPTEMBER, today=TODAY).loans
    assert (before.borrowers, before.overdue.loans) == (1, 1)


def test_what_comes_back_on_a_loan_written_off_is_counted_in_its_month() -> None:
    """300 thousand and 200 thousand come back in October, of which the 200 are reversed."""
    first, second = (
        ledger.recovered(
            fund=INCOME_FUND,
            place=TIN,
            loan=1,
            member=1,
            amount=Money(dong),
            happened_on=DAY,
        )
        for dong in (300_000, 200_000)
    )
    postings = (
        *booked(OCTOBER, first),
        *booked(OCTOBER, second),
        *booked(OCTOBER, ledger.reversal_of(second, DAY), reverses=second),
    )
    rows = ClubRows(funds=FUNDS, postings=postings)
    assert count_month(rows, OCTOBER, today=TODAY).loans.recovered == Money(300_000)
    assert count_month(rows, SEPTEMBER, today=TODAY).loans.recovered == Money(0)


def test_lending_in_a_month() -> None:
    rows = ClubRows(
        funds=FUNDS,
        postings=(
            *booked(SEPTEMBER, opening(50_000)),
            *booked(SEPTEMBER, paid_out(4_000)),
            *booked(OCTOBER, paid_out(5_000)),
            *booked(OCTOBER, repayment(1_000, 63)),
        ),
        members=tuple(
            MemberRow(id=member, joined_on=date(2020, 1, 1), needs_loan=needs)
            for member, needs in [(1, None), (2, True), (3, True), (4, False)]
        ),
        loans=(loan(date(2026, 12, 1)), loan(date(2026, 12, 1), borrower=2)),
        loan_requests=(
            LoanRequestRow(OCTOBER, Money(6_000_000), OCTOBER, Money(5_000_000)),
            LoanRequestRow(SEPTEMBER, Money(3_000_000), OCTOBER),
            LoanRequestRow(OCTOBER, Money(2_000_000)),
        ),
    )
    found = count_month(rows, OCTOBER, today=TODAY).loans
    assert (found.requests, found.asked) == (2, Money(8_000_000))
    assert (found.agreements, found.agreed) == (2, Money(8_000_000))
    assert (found.paid_out, found.repaid) == (Money(5_000_000), Money(1_000_000))
    assert (found.interest, found.outstanding) == (Money(63_000), Money(8_000_000))
    assert found.repayment.percent is None
    assert found.borrowers == 2
    assert found.borrowers_in_need == Share(2, 3)
