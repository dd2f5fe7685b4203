from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import Month
from club.contributions import (
    Belonging,
    ExemptRule,
    FeeFacts,
    FeeOwed,
    FeePaid,
    FeeRate,
    Ground,
    Span,
    exempt_spans,
    fee_left,
    fee_months_ahead,
    fee_months_owed,
    long_in_arrears,
    months_covered,
    months_payable,
    total_owed,
)
from club.money import NOTHING, Money, total

TODAY = Month(2026, 10)
FIVE = Money(5_000)
SIX = Money(6_000)


def month(text: str) -> Month:
    return Month.parse(text)


def rate(valid_from: str, amount: Money = FIVE, period_months: int = 1) -> FeeRate:
    return FeeRate(valid_from=month(valid_from), amount=amount, period_months=period_months)


def facts(
    joined: str = "2026-06",
    rates: Sequence[FeeRate] = (rate("2025-01"),),
    exempt: Sequence[Span] = (),
    paid: Sequence[FeePaid] = (),
    left: str | None = None,
) -> FeeFacts:
    last = None if left is None else month(left)
    person = Belonging(joined=month(joined), left=last, exempt=exempt)
    return FeeFacts(people=[person], rates=rates, paid=paid)


def paid(for_month: str, amount: Money, paid_in: str | None = None) -> FeePaid:
    return FeePaid(month(for_month), amount, month(paid_in or for_month))


def owed(who: FeeFacts, today: Month = TODAY) -> dict[str, int]:
    return {str(each.month): each.amount.dong for each in fee_months_owed(who, today)}


def test_a_new_member_owes_from_the_next_month() -> None:
    assert owed(facts(joined="2026-08")) == {"2026-09": 5_000, "2026-10": 5_000}
    assert owed(facts(joined="2026-10")) == {}


def test_nothing_is_owed_after_leaving() -> None:
    assert owed(facts(left="2026-08")) == {"2026-07": 5_000, "2026-08": 5_000}


def test_months_paid_are_not_owed_and_part_payments_lessen_theirs() -> None:
    who = facts(paid=[paid("2026-07", FIVE), paid("2026-08", Money(2_000))])
    assert owed(who) == {"2026-08": 3_000, "2026-09": 5_000, "2026-10": 5_000}


def test_the_exempt_do_not_owe() -> None:
    sick = Span(month("2026-08"), month("2026-09"))
    assert owed(facts(exempt=[sick])) == {"2026-07": 5_000, "2026-10": 5_000}
    assert owed(facts(exempt=[Span(month("2026-01"))])) == {}


def test_a_raise_holds_from_its_month_on() -> None:
    who = facts(joined="2026-07", rates=[rate("2026-09", SIX), rate("2025-01", FIVE)])
    assert owed(who) == {"2026-08": 5_000, "2026-09": 6_000, "2026-10": 6_000}


def test_a_raise_never_touches_a_month_paid_before_it() -> None:
    raised = [rate("2025-01", FIVE), rate("2026-09", SIX)]
    early = facts(joined="2026-08", rates=raised, paid=[paid("2026-10", FIVE, "2026-08")])
    late = facts(joined="2026-08", rates=raised, paid=[paid("2026-10", FIVE, "2026-10")])
    assert owed(early) == {"2026-09": 6_000}
    assert owed(late) == {"2026-09": 6_000, "2026-10": 1_000}


def test_another_month_paid_before_the_raise_does_not_make_this_one_cheaper() -> None:
    raised = [rate("2025-01", FIVE), rate("2026-09", SIX)]
    both = [paid("2026-09", FIVE, "2026-08"), paid("2026-10", FIVE, "2026-10")]
    assert owed(facts(joined="2026-08", rates=raised, paid=both)) == {"2026-10": 1_000}


def test_a_reversal_frees_the_month() -> None:
    back = [paid("2026-07", FIVE), paid("2026-07", -FIVE, "2026-09")]
    assert owed(facts(joined="2026-06", paid=back), month("2026-07")) == {"2026-07": 5_000}


def test_nothing_is_owed_before_the_first_fee() -> None:
    assert owed(facts(joined="2026-01", rates=[rate("2026-10")])) == {"2026-10": 5_000}
    assert owed(facts(rates=[])) == {}


@pytest.mark.parametrize(
    ("period_months", "months"),
    [
        (3, ["2026-01", "2026-04", "2026-07", "2026-10"]),
        (6, ["2026-01", "2026-07"]),
        (12, ["2026-01"]),
    ],
)
def test_longer_periods_are_owed_in_their_first_month(
    period_months: int, months: list[str]
) -> None:
    who = facts(joined="2025-12", rates=[rate("2025-01", SIX, period_months)])
    assert list(owed(who)) == months


def test_a_quarter_paid_ahead_costs_a_quarter_whatever_month_it_is_paid_in() -> None:
    who = facts(joined="2026-06", rates=[rate("2025-01", SIX, 3)])
    ahead = fee_months_ahead(who, month("2026-08"))
    assert ahead[0] == FeeOwed(month("2026-10"), SIX)


def test_another_period_from_a_month_on_leaves_earlier_months_alone() -> None:
    changed = [rate("2025-01", FIVE, 1), rate("2026-07", Money(12_000), 3)]
    who = facts(joined="2026-04", rates=changed)
    assert owed(who) == {"2026-05": 5_000, "2026-06": 5_000, "2026-07": 12_000, "2026-10": 12_000}


def test_paying_ahead_is_at_todays_fee_and_at_the_lower_one_if_it_falls() -> None:
    rising = facts(joined="2026-09", rates=[rate("2025-01", FIVE), rate("2026-12", SIX)])
    falling = facts(joined="2026-09", rates=[rate("2025-01", SIX), rate("2026-12", FIVE)])
    assert {each.amount for each in fee_months_ahead(rising, TODAY)} == {FIVE}
    prices = [each.amount for each in fee_months_ahead(falling, TODAY, limit=3)]
    assert prices == [SIX, FIVE, FIVE]


def test_the_first_fee_and_a_fee_by_other_periods_can_be_paid_ahead_at_their_own_price() -> None:
    first = facts(rates=[rate("2026-12")])
    quarterly = facts(joined="2026-10", rates=[rate("2025-01"), rate("2027-01", Money(12_000), 3)])
    assert fee_months_ahead(first, TODAY, limit=2) == (FeeOwed(month("2026-12"), FIVE),)
    prices = [each.amount.dong for each in fee_months_ahead(quarterly, TODAY, limit=6)]
    assert prices == [5_000, 5_000, 12_000, 12_000]


def test_paying_ahead_ends_at_the_limit() -> None:
    ahead = fee_months_ahead(facts(), TODAY, limit=2)
    assert [str(each.month) for each in ahead] == ["2026-11", "2026-12"]


def test_whoever_joined_this_month_can_pay_from_the_next() -> None:
    assert months_payable(facts(joined="2026-10"), TODAY)[0].month == month("2026-11")


def test_a_sum_pays_the_oldest_month_first_and_the_last_one_in_part() -> None:
    covered, rest = months_covered(Money(12_000), fee_months_owed(facts(), TODAY))
    assert [(str(each.month), each.amount.dong, each.in_full) for each in covered] == [
        ("2026-07", 5_000, True),
        ("2026-08", 5_000, True),
        ("2026-09", 2_000, False),
    ]
    assert rest == NOTHING


def test_what_covers_more_than_can_be_paid_is_left_over() -> None:
    payable = months_payable(facts(), TODAY, limit=2)
    covered, rest = months_covered(Money(100_000), payable)
    assert (len(covered), rest) == (6, Money(70_000))
    assert all(each.in_full for each in covered)


def test_no_month_is_covered_by_nothing() -> None:
    assert months_covered(NOTHING, months_payable(facts(), TODAY)) == ((), NOTHING)


def test_a_household_owes_one_fee_while_any_of_it_would() -> None:
    wife = Belonging(joined=month("2026-06"), left=month("2026-07"))
    husband = Belonging(joined=month("2026-05"), exempt=[Span(month("2026-06"), month("2026-08"))])
    paid_by_him = [paid("2026-10", FIVE)]
    home = FeeFacts(people=[wife, husband], rates=[rate("2025-01")], paid=paid_by_him)
    assert owed(home) == {"2026-07": 5_000, "2026-09": 5_000}


def test_arrears_of_more_than_a_year_are_seen() -> None:
    just_a_year = fee_months_owed(facts(joined="2025-09"), TODAY)
    longer = fee_months_owed(facts(joined="2025-08"), TODAY)
    assert not long_in_arrears(just_a_year, TODAY)
    assert long_in_arrears(longer, TODAY)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (ExemptRule(), ["2026-05", "2030-01"]),
        (ExemptRule(from_age=None, grounds=frozenset()), []),
        (ExemptRule(from_age=75, grounds=frozenset({Ground.NEAR_POOR})), ["2024-03", "2025-01"]),
    ],
)
def test_the_club_sets_who_is_exempt(rule: ExemptRule, expected: list[str]) -> None:
    spans = {
        Ground.SICK: [Span(month("2026-05"), month("2026-06"))],
        Ground.NEAR_POOR: [Span(month("2024-03"))],
    }
    found = exempt_spans(rule, 1950, spans)
    assert [str(span.first) for span in found] == expected


def test_without_a_year_of_birth_age_exempts_nobody() -> None:
    assert exempt_spans(ExemptRule(), None, {}) == ()


@pytest.mark.parametrize("period_months", [0, 2, 5, 24])
def test_a_fee_for_another_number_of_months_is_a_fault(period_months: int) -> None:
    with pytest.raises(ValueError, match="a fee is for"):
        rate("2026-01", FIVE, period_months)


def test_a_fee_is_for_one_month_unless_said_otherwise_and_may_be_nothing() -> None:
    free = FeeRate(valid_from=TODAY, amount=NOTHING)
    assert free.period_months == 1
    assert owed(facts(rates=[free])) == {}


def test_a_negative_fee_is_a_fault() -> None:
    with pytest.raises(ValueError, match="a fee of"):
        rate("2026-01", Money(-1))


payments = st.lists(st.integers(1, 40_000), max_size=12)


@given(payments, st.integers(2_000, 10_000))
def test_paying_month_after_month_loses_no_dong_and_owes_what_a_simple_count_says(
    sums: list[int], fee: int
) -> None:
    rates = [rate("2025-01", Money(fee))]
    so_far: list[FeePaid] = []
    handed_back = NOTHING
    for amount in sums:
        payable = months_payable(facts(rates=rates, paid=so_far), TODAY)
        covered, rest = months_covered(Money(amount), payable)
        assert total(each.amount for each in covered) + rest == Money(amount)
        so_far += [FeePaid(each.month, each.amount, TODAY) for each in covered]
        handed_back += rest
    kept = sum(sums) - handed_back.dong
    who = facts(rates=rates, paid=so_far)
    assert total_owed(fee_months_owed(who, TODAY)).dong == max(0, 4 * fee - kept)
    assert kept <= 16 * fee
    assert all(fee_left(who, each.month, TODAY) >= NOTHING for each in so_far)


@given(payments, payments)
def test_a_sum_in_two_halves_covers_the_same_months(first: list[int], second: list[int]) -> None:
    def after(sums: list[int]) -> dict[Month, Money]:
        so_far: list[FeePaid] = []
        for amount in sums:
            payable = months_payable(facts(paid=so_far), TODAY)
            covered, _ = months_covered(Money(amount), payable)
            so_far += [FeePaid(each.month, each.amount, TODAY) for each in covered]
        months = {each.month for each in so_far}
        return {each: facts(paid=so_far).paid_for(each) for each in months}

    assert after(first + second) == after([sum(first + second)])
