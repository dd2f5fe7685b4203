from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import MeetingDay
from club.loans import Basis, Instalment, RepaymentForm, Terms, due_meetings, schedule
from club.money import NOTHING, Money, total
from club.repayments import (
    OpenInstalment,
    Order,
    Part,
    as_repaid,
    opened,
    outstanding,
    spread_repayment,
    sum_to_close,
)
from club.rescheduling import rescheduled, starts_on
from club.rounds import Applicant, ranked
from tests.kit.examples import examples

PAID_OUT = date(2026, 10, 15)
MEETS = MeetingDay.parse("solar 24")
AGREED = Terms(principal=Money(6_000_000), months=6, rate_hundredths_percent_a_month=100)
Repaid = list[tuple[date, Part]]


def plan(terms: Terms) -> tuple[Instalment, ...]:
    return schedule(terms, due_meetings(terms, PAID_OUT, MEETS))


def repaid(
    instalments: tuple[Instalment, ...], parts: Repaid, terms: Terms, paid: Money, on: date
) -> tuple[OpenInstalment, ...]:
    """Pays as much of it as is owed, notes it in `parts`, and reads the loan anew."""
    loan = as_repaid(instalments, parts, terms)
    spread = spread_repayment(loan, min(paid, sum_to_close(loan, on)), on)
    parts += [(on, part) for part in spread.parts]
    return as_repaid(instalments, parts, terms)


# 6 million at 1 %: 1,000 a month, interest 60, 50, 40, 30, 20, 10 thousand; due on the 24th.
def test_unpaid_interest_is_carried_over_and_never_becomes_principal() -> None:
    today = date(2027, 1, 5)  # the third month has begun: 60 + 50 + 40 are owed
    new = rescheduled(opened(plan(AGREED)), AGREED, months=3, meets=MEETS, today=today)
    later = [each for each in new if each.months]
    assert total(each.principal for each in new) == AGREED.principal
    assert later[0].carried == Money(150_000)
    assert [each.interest.dong // 1_000 for each in later] == [150 + 60, 40, 20]
    assert [each.due_on for each in later] == [date(2027, month, 24) for month in (2, 3, 4)]


def test_a_month_that_has_begun_is_counted_once() -> None:
    loan = opened(plan(AGREED))
    assert starts_on(loan, date(2027, 1, 5)) == date(2027, 1, 24)
    assert starts_on(loan, date(2027, 1, 24)) == date(2027, 1, 24)
    assert starts_on(loan, date(2027, 12, 1)) == date(2027, 12, 1)


def test_ended_on_the_day_it_was_rescheduled_it_costs_what_it_did_before() -> None:
    today = date(2027, 1, 5)
    loan = opened(plan(AGREED))
    new = rescheduled(loan, AGREED, months=9, meets=MEETS, today=today)
    assert sum_to_close(opened(new), today) == sum_to_close(loan, today)


def test_what_was_paid_stays_where_it_was_paid() -> None:
    parts: Repaid = []
    before = repaid(plan(AGREED), parts, AGREED, Money(1_560_000), date(2026, 11, 24))
    new = rescheduled(before, AGREED, months=5, meets=MEETS, today=date(2026, 12, 1))
    after = as_repaid(new, parts, AGREED)
    assert outstanding(after) == outstanding(before) == Money(4_500_000)
    assert all(not each.left for each in after if not each.instalment.months)


def paid_at_times(
    terms: Terms, parts: Repaid, payments: list[tuple[int, int]]
) -> tuple[tuple[OpenInstalment, ...], date]:
    """The loan and the day after these payments: so many thousands, so many days later each."""
    instalments, day = plan(terms), PAID_OUT
    loan = opened(instalments)
    for paid, wait in payments:
        day += timedelta(days=wait)
        if sum_to_close(loan, day):
            loan = repaid(instalments, parts, terms, Money(paid * 1_000), day)
    return loan, day


def check_same_debt(
    before: tuple[OpenInstalment, ...], after: tuple[OpenInstalment, ...], day: date
) -> None:
    """Rescheduled, it owes what it did, to the đồng."""
    assert outstanding(after) == outstanding(before)
    assert sum_to_close(after, day) == sum_to_close(before, day)
    assert all(each.principal_left >= NOTHING and each.interest_left >= NOTHING for each in after)


def check_closed_by_its_sum(loan: tuple[OpenInstalment, ...], day: date, order: Order) -> None:
    spread = spread_repayment(loan, sum_to_close(loan, day), day, order)
    assert spread.rest == NOTHING
    assert spread.principal == outstanding(loan)


FORMS = st.sampled_from(list(RepaymentForm))
BASES = st.sampled_from(list(Basis))


@given(
    thousands=st.integers(500, 20_000),
    months=st.integers(1, 24),
    rate=st.integers(0, 160),
    form=FORMS,
    basis=BASES,
    days=st.integers(0, 900),
    more=st.integers(1, 36),
    payments=st.lists(st.tuples(st.integers(1, 4_000), st.integers(0, 60)), max_size=5),
    order=st.sampled_from(list(Order)),
)
@examples(200)
def test_any_loan_rescheduled_on_any_day_keeps_its_sums(
    thousands: int,
    months: int,
    rate: int,
    form: RepaymentForm,
    basis: Basis,
    days: int,
    more: int,
    payments: list[tuple[int, int]],
    order: Order,
) -> None:
    terms = Terms(
        principal=Money(thousands * 1_000),
        months=months,
        rate_hundredths_percent_a_month=rate,
        form=form,
        basis=basis,
    )
    parts: Repaid = []
    loan, day = paid_at_times(terms, parts, payments)
    day += timedelta(days=days)
    if not outstanding(loan):
        return
    new = rescheduled(loan, terms, months=more, meets=MEETS, today=day)
    after = as_repaid(new, parts, terms)
    check_same_debt(loan, after, day)
    assert total(each.principal for each in new) == terms.principal
    check_closed_by_its_sum(after, day + timedelta(days=45), order)


@given(
    rate=st.integers(0, 160),
    more=st.integers(1, 36),
    form=FORMS,
    basis=BASES,
)
@examples(100)
def test_the_new_interest_is_that_of_an_independent_count(
    rate: int, more: int, form: RepaymentForm, basis: Basis
) -> None:
    terms = Terms(
        principal=Money(7_350_000),
        months=6,
        rate_hundredths_percent_a_month=rate,
        form=form,
        basis=basis,
    )
    today = PAID_OUT  # nothing has begun but the first month
    loan = opened(plan(terms))
    new = [
        each
        for each in rescheduled(loan, terms, months=more, meets=MEETS, today=today)
        if each.months
    ]
    left, exact = terms.principal.dong, Fraction(0)
    for each in new:
        counted_on = terms.principal.dong if basis is Basis.FLAT else left
        exact += Fraction(counted_on * rate * each.months, 10_000)
        left -= each.principal.dong
    carried = new[0].carried.dong
    assert left == 0
    assert abs(total(each.interest for each in new).dong - carried - exact) <= Fraction(1, 2)


@pytest.mark.parametrize("number", range(3))
def test_who_has_borrowed_least_is_talked_about_first(number: int) -> None:
    first = Applicant(3, 0, date(2020, 1, 1))
    second = Applicant(1, 0, date(2021, 1, 1))
    third = Applicant(2, 1, date(2019, 1, 1))
    assert ranked([third, second, first])[number] == (first, second, third)[number]
