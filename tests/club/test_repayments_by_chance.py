"""Whatever is repaid, in whatever order and on whatever day, no đồng is lost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from club.loans import Basis, RepaymentForm, Terms
from club.money import NOTHING, Money, total
from club.repayments import (
    Order,
    Part,
    Spread,
    after_repayment,
    as_repaid,
    next_instalment,
    outstanding,
    spread_repayment,
    sum_to_close,
)
from tests.club.test_repayments import PAID_OUT, begun
from tests.kit.examples import examples

some_terms = st.builds(
    Terms,
    principal=st.integers(1_000, 20_000_000).map(Money),
    months=st.integers(1, 24),
    rate_hundredths_percent_a_month=st.integers(0, 160),
    form=st.sampled_from(RepaymentForm),
    basis=st.sampled_from(Basis),
)


payments = st.lists(
    st.tuples(st.integers(1, 8_000_000).map(Money), st.integers(0, 900)), max_size=15
)


@examples(100)
@given(some_terms, payments, st.sampled_from(Order))
def test_no_repayments_in_any_order_lose_a_dong_or_leave_less_than_nothing(
    agreed: Terms, paid: list[tuple[Money, int]], order: Order
) -> None:
    loan, principal, interest = begun(agreed), NOTHING, NOTHING
    for amount, days in paid:
        on = PAID_OUT + timedelta(days=days)
        asked = sum_to_close(loan, on)
        spread = spread_repayment(loan, amount, on, order)
        assert spread.principal + spread.interest + spread.rest == amount
        assert spread.rest == max(NOTHING, amount - asked)
        loan = after_repayment(loan, spread, terms=agreed, on=on)
        principal, interest = principal + spread.principal, interest + spread.interest
        assert sum_to_close(loan, on) == max(NOTHING, asked - amount)
        assert all(each.principal_left >= NOTHING <= each.interest_left for each in loan)
    assert outstanding(loan) == agreed.principal - principal
    assert total(each.interest_paid for each in loan) == interest
    assert interest <= total(each.instalment.interest for each in begun(agreed))


@examples(100)
@given(some_terms, st.integers(0, 900), st.sampled_from(Order))
def test_the_sum_to_close_closes_for_good(agreed: Terms, days: int, order: Order) -> None:
    on, loan = PAID_OUT + timedelta(days=days), begun(agreed)
    spread = spread_repayment(loan, sum_to_close(loan, on), on, order)
    loan = after_repayment(loan, spread, terms=agreed, on=on)
    assert spread.rest == NOTHING
    assert next_instalment(loan) is None
    assert sum_to_close(loan, on + timedelta(days=1_000)) == NOTHING


@examples(100)
@given(some_terms)
def test_paying_each_instalment_on_its_day_costs_what_the_schedule_says(agreed: Terms) -> None:
    loan = begun(agreed)
    for each in begun(agreed):
        if each.left:
            on = each.instalment.due_on
            spread = spread_repayment(loan, each.left, on)
            assert spread == Spread(
                (Part(each.instalment.number, each.principal_left, each.interest_left),)
            )
            loan = after_repayment(loan, spread, terms=agreed, on=on)
    assert next_instalment(loan) is None


@examples(100)
@given(some_terms, st.integers(1, 20_000_000).map(Money), st.integers(0, 700))
def test_paying_early_never_costs_more(agreed: Terms, amount: Money, days: int) -> None:
    on, loan = PAID_OUT + timedelta(days=days), begun(agreed)
    spread = spread_repayment(loan, amount, on)
    after = after_repayment(loan, spread, terms=agreed, on=on)
    for each, before in zip(after, loan, strict=True):
        assert each.instalment.interest <= before.instalment.interest


@examples(100)
@given(some_terms, payments)
def test_a_loan_read_from_its_booked_parts_is_the_loan_as_it_was_repaid(
    agreed: Terms, paid: list[tuple[Money, int]]
) -> None:
    loan, booked = begun(agreed), list[tuple[date, Part]]()
    for days, amount in sorted({days: amount for amount, days in paid}.items()):
        on = PAID_OUT + timedelta(days=days)
        spread = spread_repayment(loan, amount, on)
        loan = after_repayment(loan, spread, terms=agreed, on=on)
        booked += [(on, each) for each in spread.parts]
    assert as_repaid([each.instalment for each in begun(agreed)], booked, agreed) == loan
