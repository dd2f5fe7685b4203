from datetime import date, timedelta

import pytest

from club.arrears import Age, Overdue, age_of, at_risk, late, overdue_by_age
from club.loans import Instalment
from club.money import NOTHING, Money
from club.repayments import OpenInstalment

DUE = date(2026, 10, 15)


def instalment(
    due_on: date = DUE, *, principal: int = 400, interest: int = 30, paid: int = 0, number: int = 1
) -> OpenInstalment:
    """Sums in thousands; what is paid is principal, and interest too once that is all paid."""
    planned = Instalment(
        number=number,
        due_on=due_on,
        principal=Money(principal * 1_000),
        interest=Money(interest * 1_000),
    )
    interest_paid = Money(interest * 1_000) if paid == principal else NOTHING
    return OpenInstalment(planned, Money(paid * 1_000), interest_paid)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (1, Age.DAYS_1_30),
        (30, Age.DAYS_1_30),
        (31, Age.DAYS_31_90),
        (90, Age.DAYS_31_90),
        (91, Age.DAYS_OVER_90),
        (1_000, Age.DAYS_OVER_90),
    ],
)
def test_the_age_of_what_is_late(days: int, age: Age) -> None:
    assert age_of(days) is age
    by_age = overdue_by_age([instalment()], DUE + timedelta(days=days))
    assert by_age == {
        **dict.fromkeys(Age, Overdue()),
        age: Overdue(Money(400_000), Money(30_000), 1),
    }


@pytest.mark.parametrize("days", [-5, 0])
def test_nothing_is_late_up_to_its_day(days: int) -> None:
    assert late([instalment()], DUE + timedelta(days=days)) == []


def test_what_is_paid_is_never_late_and_a_part_lessens_it() -> None:
    later = DUE + timedelta(days=5)
    by_age = overdue_by_age([instalment(paid=400), instalment(paid=150)], later)
    assert by_age[Age.DAYS_1_30] == Overdue(Money(250_000), Money(30_000), 1)


def test_late_instalments_of_several_loans_add_up() -> None:
    both = [instalment(), instalment(DUE - timedelta(days=60), principal=100)]
    by_age = overdue_by_age(both, DUE + timedelta(days=1))
    assert by_age[Age.DAYS_1_30].principal == Money(400_000)
    assert by_age[Age.DAYS_31_90].principal == Money(100_000)
    twice = overdue_by_age([instalment(), instalment()], DUE + timedelta(days=1))
    assert twice[Age.DAYS_1_30] == Overdue(Money(800_000), Money(60_000), 2)


def test_at_risk_is_all_that_remains_of_a_loan_with_one_late_instalment() -> None:
    behind = [instalment(paid=100), instalment(DUE + timedelta(days=31), number=2)]
    in_order = [instalment(paid=400), instalment(DUE + timedelta(days=31), number=2)]
    assert at_risk([behind, in_order], DUE + timedelta(days=1)) == Money(700_000)
    assert at_risk([behind, in_order], DUE) == NOTHING
