from dataclasses import replace
from datetime import date, timedelta

import pytest

from club.loans import Basis, RepaymentForm, Terms, schedule
from club.money import Money
from club.repayments import (
    OpenInstalment,
    Order,
    Part,
    Spread,
    after_repayment,
    months_begun,
    next_instalment,
    opened,
    outstanding,
    spread_repayment,
    sum_to_close,
)
from tests.kit.due_days import due_days

PAID_OUT = date(2026, 10, 15)
Loan = tuple[OpenInstalment, ...]


def terms(
    form: RepaymentForm = RepaymentForm.MONTHLY,
    basis: Basis = Basis.REMAINING,
    *,
    months: int = 6,
    rate: int = 100,
) -> Terms:
    return Terms(
        principal=Money(6_000_000),
        months=months,
        rate_hundredths_percent_a_month=rate,
        form=form,
        basis=basis,
    )


def begun(agreed: Terms) -> Loan:
    return opened(schedule(agreed, due_days(agreed, PAID_OUT)))


def repay(loan: Loan, thousands: int, on: date, agreed: Terms) -> tuple[Loan, Spread]:
    spread = spread_repayment(loan, Money(thousands * 1_000), on)
    return after_repayment(loan, spread, terms=agreed, on=on), spread


def part(number: int, principal: int = 0, interest: int = 0) -> Part:
    return Part(number, Money(principal * 1_000), Money(interest * 1_000))


# Monthly, 6 million at 1 %: principal 1,000 a month; interest 60, 50, 40, 30, 20, 10 (thousands).
# Due on the 15th from November to April.
@pytest.mark.parametrize(
    ("thousands", "on", "parts", "rest"),
    [
        (1_060, date(2026, 11, 15), [part(1, 1_000, 60)], 0),
        (1_060, date(2026, 11, 3), [part(1, 1_000, 60)], 0),  # early in the month, all the same
        (500, date(2026, 11, 15), [part(1, 440, 60)], 0),
        (40, date(2026, 11, 15), [part(1, 0, 40)], 0),
        (2_060, date(2026, 11, 15), [part(1, 1_000, 60), part(2, 1_000)], 0),
        (100, date(2026, 12, 15), [part(1, 0, 60), part(2, 0, 40)], 0),
        (150, date(2026, 12, 15), [part(1, 40, 60), part(2, 0, 50)], 0),
        (2_110, date(2026, 12, 15), [part(1, 1_000, 60), part(2, 1_000, 50)], 0),
        # All at once in the second month: interest of two months, none of the four to come.
        (
            6_200,
            date(2026, 11, 16),
            [part(1, 1_000, 60), part(2, 1_000, 50), *(part(each, 1_000) for each in range(3, 7))],
            90,
        ),
    ],
)
def test_interest_overdue_then_interest_due_then_principal(
    thousands: int, on: date, parts: list[Part], rest: int
) -> None:
    spread = spread_repayment(begun(terms()), Money(thousands * 1_000), on)
    assert list(spread.parts) == parts
    assert spread.rest == Money(rest * 1_000)


@pytest.mark.parametrize(
    ("order", "parts"),
    [
        (Order.INTEREST_FIRST, [part(1, 1_000, 60), part(2, 90, 50)]),
        (Order.PRINCIPAL_FIRST, [part(1, 1_000), part(2, 200)]),
        (Order.OLDEST_FIRST, [part(1, 1_000, 60), part(2, 90, 50)]),
    ],
)
def test_the_club_chooses_what_is_paid_first(order: Order, parts: list[Part]) -> None:
    spread = spread_repayment(begun(terms()), Money(1_200_000), date(2026, 12, 15), order)
    assert list(spread.parts) == parts


def test_oldest_first_finishes_an_instalment_before_the_interest_of_the_next() -> None:
    spread = spread_repayment(
        begun(terms()), Money(1_050_000), date(2026, 12, 15), Order.OLDEST_FIRST
    )
    assert list(spread.parts) == [part(1, 990, 60)]


def test_principal_paid_early_saves_interest_of_the_months_not_begun() -> None:
    agreed = terms()
    after, _ = repay(begun(agreed), 3_060, date(2026, 11, 15), agreed)
    assert [each.instalment.interest.dong // 1_000 for each in after] == [60, 30, 30, 30, 20, 10]
    assert outstanding(after) == Money(3_000_000)


def test_what_is_paid_when_due_changes_no_interest() -> None:
    agreed = terms()
    after, _ = repay(begun(agreed), 1_060, date(2026, 11, 15), agreed)
    assert [each.instalment for each in after] == [each.instalment for each in begun(agreed)]


def test_a_flat_loan_keeps_its_interest_until_all_principal_is_paid() -> None:
    agreed = terms(basis=Basis.FLAT)
    part_paid, _ = repay(begun(agreed), 3_060, date(2026, 11, 15), agreed)
    assert [each.instalment.interest.dong // 1_000 for each in part_paid] == [60] * 6
    closed, spread = repay(part_paid, 4_000, date(2026, 12, 15), agreed)
    assert (spread.interest, spread.principal) == (Money(60_000), Money(3_000_000))
    assert spread.rest == Money(940_000)
    assert next_instalment(closed) is None


@pytest.mark.parametrize(
    ("on", "thousands"),
    [
        (PAID_OUT, 6_060),
        (date(2026, 11, 15), 6_060),
        (date(2026, 11, 16), 6_110),
        (date(2027, 4, 15), 6_210),
        (date(2028, 1, 1), 6_210),  # lateness costs nothing
    ],
)
def test_what_ends_the_loan_on_a_day(on: date, thousands: int) -> None:
    assert sum_to_close(begun(terms()), on) == Money(thousands * 1_000)


@pytest.mark.parametrize(
    ("form", "on", "months"),
    [
        (RepaymentForm.ALL_AT_END, PAID_OUT, 1),
        (RepaymentForm.ALL_AT_END, date(2026, 11, 15), 1),
        (RepaymentForm.ALL_AT_END, date(2026, 11, 16), 2),
        (RepaymentForm.ALL_AT_END, date(2027, 3, 16), 6),
        (RepaymentForm.ALL_AT_END, date(2027, 9, 1), 6),
        (RepaymentForm.QUARTERLY, date(2026, 12, 20), 3),
        (RepaymentForm.MONTHLY, date(2026, 12, 20), 1),
    ],
)
def test_how_many_months_of_interest_have_begun(form: RepaymentForm, on: date, months: int) -> None:
    assert months_begun(begun(terms(form)), 0, on) == months


def test_a_later_instalment_begins_the_day_after_the_one_before_is_due() -> None:
    loan = begun(terms(RepaymentForm.QUARTERLY))
    due = loan[0].instalment.due_on
    assert [months_begun(loan, 1, due + timedelta(days=each)) for each in (0, 1, 31, 32, 60)] == [
        *(0, 1, 1, 2, 3),
    ]


def test_a_meeting_that_was_put_off_does_not_begin_the_next_month() -> None:
    agreed = terms(months=2)
    days = [date(2026, 11, 18), date(2026, 12, 15)]  # the first one was moved by three days
    loan = opened(schedule(agreed, days))
    assert sum_to_close(loan, date(2026, 11, 18)) == Money(6_060_000)


def test_a_meeting_that_falls_out_makes_two_instalments_due_on_the_next() -> None:
    agreed = terms(months=3)
    first, second, _ = due_days(agreed, PAID_OUT)
    fallen_out, *others = schedule(agreed, due_days(agreed, PAID_OUT))
    loan = opened([replace(fallen_out, due_on=second), *others])
    assert not any(each.days_late(second) for each in loan)
    spread = spread_repayment(loan, Money(4_100_000), second)
    assert list(spread.parts) == [part(1, 2_000, 60), part(2, 2_000, 40)]
    assert sum_to_close(loan, first) == Money(6_060_000)


def test_all_at_the_end_paid_in_the_third_month_costs_three_months() -> None:
    agreed = terms(RepaymentForm.ALL_AT_END)
    after, spread = repay(begun(agreed), 6_500, date(2027, 1, 10), agreed)
    assert (spread.interest, spread.rest) == (Money(180_000), Money(320_000))
    assert next_instalment(after) is None
    assert not after[0].days_late(date(2028, 1, 1))


def test_all_at_the_end_paid_in_part_costs_less_from_then_on() -> None:
    agreed = terms(RepaymentForm.ALL_AT_END)
    after, spread = repay(begun(agreed), 2_180, date(2027, 1, 10), agreed)
    assert (spread.interest, spread.principal) == (Money(180_000), Money(2_000_000))
    assert sum_to_close(after, date(2027, 4, 15)) == Money(4_000_000 + 3 * 40_000)


def test_the_next_instalment_is_the_first_with_something_left() -> None:
    agreed = terms()
    loan = begun(agreed)
    assert next_instalment(loan) == loan[0]
    after, _ = repay(loan, 1_060, date(2026, 11, 15), agreed)
    assert next_instalment(after) == loan[1]
    assert loan[1].left == Money(1_050_000)


@pytest.mark.parametrize("dong", [0, -1])
def test_a_repayment_of_nothing_is_a_fault(dong: int) -> None:
    with pytest.raises(ValueError, match="a repayment of"):
        spread_repayment(begun(terms()), Money(dong), PAID_OUT)


def test_months_after_an_early_part_cost_what_is_then_owed_month_by_month() -> None:
    agreed = terms(RepaymentForm.ALL_AT_END)
    loan, _ = repay(begun(agreed), 2_180, date(2027, 1, 10), agreed)  # three months begun
    to_close = [sum_to_close(loan, date(2027, 1, 15))]
    to_close += [sum_to_close(loan, date(2027, each, 15)) for each in (2, 3, 4)]
    assert [each.dong // 1_000 for each in to_close] == [4_000, 4_040, 4_080, 4_120]
