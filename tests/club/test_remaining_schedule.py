"""What is still to be paid of a loan that has run for a while before the books began."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from club.calendar import MeetingDay
from club.loans import (
    Basis,
    RepaymentForm,
    Terms,
    due_meetings,
    instalment_months,
    remaining_schedule,
    schedule,
    total_interest,
)
from club.money import Money, total

MEETS = MeetingDay.parse("solar 24")
LENT_ON = date(2026, 1, 10)
TERMS = st.builds(
    Terms,
    principal=st.integers(1, 500).map(lambda hundreds: Money(hundreds * 100_000)),
    months=st.integers(1, 36),
    rate_hundredths_percent_a_month=st.integers(0, 150),
    form=st.sampled_from(RepaymentForm),
    basis=st.sampled_from(Basis),
)


@given(TERMS, st.data())
def test_a_loan_repaid_by_its_plan_goes_on_as_planned(terms: Terms, data: st.DataObject) -> None:
    plan = schedule(terms, due_meetings(terms, LENT_ON, MEETS))
    paid = data.draw(st.integers(0, len(plan) - 1))
    left = plan[paid:]
    rest = remaining_schedule(
        terms,
        left=total(each.principal for each in left),
        instalments_left=len(left),
        next_due_on=left[0].due_on,
        meets=MEETS,
    )
    assert [(each.number, each.due_on, each.months) for each in rest] == [
        (each.number, each.due_on, each.months) for each in left
    ]
    # The last instalment holds what rounding left over: of the whole loan, or of the rest of it.
    steps = terms.step * len(plan)
    for ours, theirs in zip(rest, left, strict=True):
        assert abs(ours.principal.dong - theirs.principal.dong) <= steps
        assert abs(ours.interest.dong - theirs.interest.dong) <= steps
    if not paid:
        assert rest == plan


@given(TERMS, st.integers(1, 400), st.integers(1, 36))
def test_every_dong_that_is_left_is_in_it(terms: Terms, hundreds: int, wanted: int) -> None:
    left = min(Money(hundreds * 100_000 + 7), terms.principal)
    count = min(wanted, len(instalment_months(terms)))
    rest = remaining_schedule(
        terms, left=left, instalments_left=count, next_due_on=date(2026, 5, 3), meets=MEETS
    )
    assert total(each.principal for each in rest) == left
    assert len(rest) == count
    assert rest[0].due_on == date(2026, 5, 3)
    assert rest[-1].number == len(instalment_months(terms))
    assert [each.due_on for each in rest] == sorted({each.due_on for each in rest})
    if not terms.rate:
        assert not total_interest(rest)


def test_an_overdue_loan_begins_with_its_oldest_instalment() -> None:
    terms = Terms(principal=Money(12_000_000), months=12)
    rest = remaining_schedule(
        terms,
        left=Money(7_000_000),
        instalments_left=7,
        next_due_on=date(2026, 5, 30),
        meets=MEETS,
    )
    assert [each.principal.dong for each in rest] == [1_000_000] * 7
    assert [each.interest.dong for each in rest] == [
        *(49_000, 42_000, 35_000, 28_000, 21_000, 14_000, 7_000),
    ]
    assert rest[1].due_on == date(2026, 6, 24)
