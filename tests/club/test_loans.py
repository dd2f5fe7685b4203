from datetime import date, timedelta
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import MeetingDay, Month
from club.loans import (
    Basis,
    Instalment,
    RepaymentForm,
    Terms,
    check_rate,
    due_meetings,
    due_months,
    instalment_months,
    schedule,
    total_interest,
    yearly_rate_hundredths_percent,
)
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from tests.kit.due_days import due_days
from tests.kit.examples import examples

PAID_OUT = date(2026, 10, 15)

some_terms = st.builds(
    Terms,
    principal=st.one_of(
        st.integers(100, 60_000).map(lambda thousands: Money(thousands * 1_000)),
        st.integers(1, 60_000_000).map(Money),
    ),
    months=st.integers(1, 36),
    rate_hundredths_percent_a_month=st.integers(0, 200),
    form=st.sampled_from(RepaymentForm),
    basis=st.sampled_from(Basis),
    step=st.sampled_from([1, 100, 1_000, 10_000]),
)


def terms(
    *,
    millions: int = 5,
    months: int = 12,
    rate: int = 70,
    form: RepaymentForm = RepaymentForm.MONTHLY,
    basis: Basis = Basis.REMAINING,
) -> Terms:
    return Terms(
        principal=Money(millions * 1_000_000),
        months=months,
        rate_hundredths_percent_a_month=rate,
        form=form,
        basis=basis,
    )


def planned(loan: Terms) -> tuple[Instalment, ...]:
    return schedule(loan, due_days(loan, PAID_OUT))


def in_thousands(instalments: tuple[Instalment, ...]) -> list[tuple[float, float]]:
    return [(each.principal.dong / 1_000, each.interest.dong / 1_000) for each in instalments]


def test_five_million_over_twelve_months_as_a_cashier_counts_it() -> None:
    assert in_thousands(planned(terms())) == [
        *((416, 35), (416, 32), (416, 29), (416, 26), (416, 23), (416, 20)),
        *((416, 17), (416, 14), (416, 11), (416, 8), (416, 5), (424, 7.808)),
    ]


@pytest.mark.parametrize(
    ("loan", "expected"),
    [
        (
            terms(millions=6, months=12, form=RepaymentForm.QUARTERLY),
            [(1_500, 126), (1_500, 94), (1_500, 63), (1_500, 32)],
        ),
        (
            terms(millions=4, months=4, form=RepaymentForm.QUARTERLY),
            [(2_000, 84), (2_000, 14)],
        ),
        (
            terms(millions=5, months=3, form=RepaymentForm.INTEREST_MONTHLY),
            [(0, 35), (0, 35), (5_000, 35)],
        ),
        (terms(millions=5, months=6, form=RepaymentForm.ALL_AT_END), [(5_000, 210)]),
        (
            terms(millions=1, months=3, rate=100, basis=Basis.FLAT),
            [(333, 10), (333, 10), (334, 10)],
        ),
        (terms(millions=1, months=2, rate=0), [(500, 0), (500, 0)]),
    ],
    ids=[
        "quarterly",
        "a last quarter of one month",
        "principal at the end",
        "all at the end",
        "flat",
        "without interest",
    ],
)
def test_each_form_of_repayment(loan: Terms, expected: list[tuple[float, float]]) -> None:
    assert in_thousands(planned(loan)) == expected


def counted_independently(loan: Terms) -> list[tuple[int, int]]:
    """The schedule by hand: months one by one, in fractions, the last instalment from the sums."""
    ends = {
        RepaymentForm.MONTHLY: range(1, loan.months + 1),
        RepaymentForm.INTEREST_MONTHLY: range(1, loan.months + 1),
        RepaymentForm.QUARTERLY: sorted({*range(3, loan.months + 1, 3), loan.months}),
        RepaymentForm.ALL_AT_END: [loan.months],
    }[loan.form]
    whole = loan.principal.dong
    share = floor(Fraction(whole, len(ends)) / loan.step) * loan.step
    if loan.form is RepaymentForm.INTEREST_MONTHLY:
        share = 0
    left, rows, exact, running = whole, [], Fraction(0), Fraction(0)
    for month in range(1, loan.months + 1):
        counted_on = left if loan.basis is Basis.REMAINING else whole
        running += Fraction(counted_on * loan.rate_hundredths_percent_a_month, 10_000)
        if month in ends:
            exact += running
            rows.append((share, floor(running / loan.step) * loan.step))
            left -= share
            running = Fraction(0)
    rows.pop()
    nearest = floor(exact + Fraction(1, 2))
    principal = whole - sum(each for each, _ in rows)
    return [*rows, (principal, nearest - sum(each for _, each in rows))]


@examples(200)
@given(some_terms)
def test_a_schedule_is_what_an_independent_count_in_fractions_says(loan: Terms) -> None:
    found = [(each.principal.dong, each.interest.dong) for each in planned(loan)]
    assert found == counted_independently(loan)


@examples(100)
@given(some_terms)
def test_principal_sums_exactly_in_steps_and_nothing_is_negative(loan: Terms) -> None:
    instalments = planned(loan)
    assert total(each.principal for each in instalments) == loan.principal
    assert sum(each.months for each in instalments) == loan.months
    assert all(each.principal >= NOTHING and each.interest >= NOTHING for each in instalments)
    for each in instalments[:-1]:
        assert each.principal.dong % loan.step == each.interest.dong % loan.step == 0
    assert [each.number for each in instalments] == list(range(1, len(instalments) + 1))


def test_the_months_of_the_due_days_are_known_for_a_meeting_day() -> None:
    loan = terms(months=7, form=RepaymentForm.QUARTERLY)
    assert due_months(loan, PAID_OUT) == (Month(2027, 1), Month(2027, 4), Month(2027, 5))
    assert instalment_months(loan) == (3, 6, 7)


@pytest.mark.parametrize(
    "days",
    [
        [PAID_OUT],
        [PAID_OUT, PAID_OUT],
        [PAID_OUT, PAID_OUT - timedelta(days=1)],
        [PAID_OUT + timedelta(days=number) for number in range(3)],
    ],
)
def test_due_days_that_do_not_fit_the_terms_are_a_fault(days: list[date]) -> None:
    with pytest.raises(ValueError, match="2 rising due dates"):
        schedule(terms(months=2), days)


@pytest.mark.parametrize(
    "fault",
    [{"principal": Money(0)}, {"months": 0}, {"step": 0}, {"rate_hundredths_percent_a_month": -1}],
)
def test_terms_of_nothing_are_a_fault(fault: dict[str, object]) -> None:
    good: dict[str, object] = {"principal": Money(1_000_000), "months": 3}
    with pytest.raises(ValueError, match=r"no loan|no rate"):
        Terms(**{**good, **fault})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("loan", "hundredths"),
    [
        (terms(millions=12, rate=100, basis=Basis.FLAT), 2_146),  # 1 % flat is 21.5 % a year
        (terms(form=RepaymentForm.INTEREST_MONTHLY), 840),  # 0.7 % a month on what is left
        (terms(form=RepaymentForm.INTEREST_MONTHLY, rate=0), 0),
        (terms(months=1, rate=150), 1_800),
        (terms(months=12, rate=100, form=RepaymentForm.ALL_AT_END), 1_139),
    ],
)
def test_what_a_loan_costs_a_year(loan: Terms, hundredths: int) -> None:
    assert yearly_rate_hundredths_percent(loan) == hundredths


@examples(100)
@given(some_terms)
def test_the_yearly_rate_is_where_the_cash_flow_in_floats_is_worth_the_principal(
    loan: Terms,
) -> None:
    flows = list(zip(instalment_months(loan), planned(loan), strict=True))

    def left_over(monthly: float) -> float:
        return sum(each.amount.dong / (1 + monthly) ** month for month, each in flows)

    yearly = yearly_rate_hundredths_percent(loan)
    lower, upper = (max(0, yearly - 1) / 120_000, (yearly + 1) / 120_000)
    assert left_over(lower) >= loan.principal.dong * (1 - 1e-9)
    assert left_over(upper) <= loan.principal.dong * (1 + 1e-9)


def test_the_limit_of_the_law_is_twenty_percent_and_includes_it() -> None:
    check_rate(terms(form=RepaymentForm.INTEREST_MONTHLY, rate=166))
    with pytest.raises(Refused):
        check_rate(terms(form=RepaymentForm.INTEREST_MONTHLY, rate=167))
    exactly = terms(millions=3, months=1, rate=100, form=RepaymentForm.ALL_AT_END)
    check_rate(exactly, limit=1_200)
    with pytest.raises(Refused):
        check_rate(exactly, limit=1_199)


def test_one_percent_flat_over_twelve_months_is_refused_with_what_it_costs() -> None:
    with pytest.raises(Refused) as refused:
        check_rate(terms(millions=12, rate=100, basis=Basis.FLAT))
    assert refused.value.code is Code.RATE_TOO_HIGH
    assert refused.value.values == {"yearly": 2_146, "limit": 2_000}


def test_the_default_rate_is_allowed_in_every_form() -> None:
    for form in RepaymentForm:
        for basis in Basis:
            check_rate(terms(form=form, basis=basis))


def test_an_instalment_holds_one_month_unless_said_otherwise() -> None:
    first = planned(terms())[0]
    assert first == Instalment(
        number=1, due_on=first.due_on, principal=first.principal, interest=first.interest
    )


def test_interest_of_the_whole_loan() -> None:
    assert total_interest(planned(terms())) == Money(227_808)


def test_instalments_are_due_on_the_clubs_meeting_days() -> None:
    loan = terms(months=3)
    fourth = due_meetings(loan, PAID_OUT, MeetingDay.parse("solar 24"))
    assert fourth == (date(2026, 11, 24), date(2026, 12, 24), date(2027, 1, 24))
    full_moon = due_meetings(loan, PAID_OUT, MeetingDay.parse("lunar 15"))
    assert full_moon == (date(2026, 11, 23), date(2026, 12, 23), date(2027, 1, 22))


def test_a_month_without_its_lunar_day_is_due_on_its_last_day() -> None:
    due = due_meetings(terms(months=3), date(2033, 1, 5), MeetingDay.parse("lunar 1"))
    assert due[0] == date(2033, 2, 28)
    assert list(due) == sorted(set(due))


def test_a_month_with_two_meetings_is_due_on_the_later() -> None:
    # The first of a lunar month fell on 1 and on 31 March 2033.
    (due,) = due_meetings(terms(months=1), date(2033, 2, 5), MeetingDay.parse("lunar 1"))
    assert due == date(2033, 3, 31)
