"""A fee that changes never touches what is past, nor what was paid ahead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.calendar import Month
from club.contributions import (
    PERIODS,
    Belonging,
    FeeFacts,
    FeePaid,
    FeeRate,
    fee_months_owed,
    months_covered,
    months_payable,
    rate_in_force,
    total_owed,
)
from club.fee_rules import (
    OwnRate,
    begun_after,
    club_rate_again,
    kept_for_months_paid,
    own_rate_from,
    rates_of_member,
)
from club.money import NOTHING, Money, total

JOINED = Month(2026, 5)
FIVE = FeeRate(valid_from=JOINED, amount=Money(5_000))

amounts = st.integers(1, 60).map(lambda thousands: Money(thousands * 1_000))
rates = st.builds(
    FeeRate,
    valid_from=st.just(JOINED),
    amount=amounts,
    period_months=st.sampled_from(PERIODS),
)
days = st.dates(date(2026, 6, 1), date(2028, 12, 31))


@given(before=rates, new=rates, day=days)
def test_a_change_begins_a_week_later_where_both_periods_begin(
    before: FeeRate, new: FeeRate, day: date
) -> None:
    begun = begun_after(new, before=before, decided_on=day)
    first = date(begun.valid_from.year, begun.valid_from.month, 1)
    assert first >= day + timedelta(days=7)
    assert before.falls_in(begun.valid_from) and begun.falls_in(begun.valid_from)
    assert (begun.amount, begun.period_months) == (new.amount, new.period_months)


@given(before=rates, new=rates, day=days, until=st.integers(0, 30))
def test_what_was_owed_before_a_change_stays_as_it_was(
    before: FeeRate, new: FeeRate, day: date, until: int
) -> None:
    begun = begun_after(new, before=before, decided_on=day)
    month = min(JOINED.plus(until), begun.valid_from.previous())
    her = [Belonging(joined=JOINED)]
    old = fee_months_owed(FeeFacts(people=her, rates=[before]), month)
    assert fee_months_owed(FeeFacts(people=her, rates=[before, begun]), month) == old


@given(before=rates, new=rates, day=days, ahead=st.integers(0, 12))
def test_months_paid_ahead_are_never_owed_again(
    before: FeeRate, new: FeeRate, day: date, ahead: int
) -> None:
    today = Month.of(day)
    her = [Belonging(joined=JOINED)]
    payable = months_payable(FeeFacts(people=her, rates=[before]), today)[: ahead + 1]
    paid = [FeePaid(each.month, each.amount, paid_in=today) for each in payable]
    begun = begun_after(new, before=before, decided_on=day)
    own = kept_for_months_paid([each.month for each in paid], before, begun)
    after = rates_of_member([before, begun], own)
    facts = FeeFacts(people=her, rates=after, paid=paid)
    paid_months = {each.month.plus(more) for each in paid for more in range(before.period_months)}
    owed = fee_months_owed(facts, today.plus(40))
    assert not paid_months & {each.month for each in owed}


@given(before=rates, new=rates, day=days, ahead=st.integers(0, 12))
def test_after_the_months_paid_no_month_is_left_out(
    before: FeeRate, new: FeeRate, day: date, ahead: int
) -> None:
    begun = begun_after(new, before=before, decided_on=day)
    payable = months_payable(
        FeeFacts(people=[Belonging(joined=JOINED)], rates=[before]), Month.of(day)
    )
    own = kept_for_months_paid([each.month for each in payable[:ahead]], before, begun)
    after = rates_of_member([before, begun], own)
    month, end = begun.valid_from, begun.valid_from.plus(48)
    while month < end:
        rate = rate_in_force(after, month)
        assert rate is not None and rate.falls_in(month)
        month = month.plus(rate.period_months)
        later = rate_in_force(after, month.previous())
        assert later is not None and later.period_months == rate.period_months


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), max_size=12),
    rates,
)
def test_payments_of_any_sums_cover_each_month_once_and_nothing_is_lost(
    payments: list[tuple[int, int]], rate: FeeRate
) -> None:
    """Several months at once, part payments, more than is owed: every đồng lies in a month."""
    paid: list[FeePaid] = []
    given_in_all = NOTHING
    today = JOINED
    for thousands, months_later in payments:
        today = today.plus(months_later % 4)
        facts = FeeFacts(people=[Belonging(joined=JOINED)], rates=[rate], paid=paid)
        covered, rest = months_covered(Money(thousands * 1_000), months_payable(facts, today))
        paid += [FeePaid(each.month, each.amount, paid_in=today) for each in covered]
        given_in_all += Money(thousands * 1_000) - rest
    facts = FeeFacts(people=[Belonging(joined=JOINED)], rates=[rate], paid=paid)
    assert total(each.amount for each in paid) == given_in_all
    last = today.plus(12)
    by_month = {each.month: facts.paid_for(each.month) for each in paid}
    assert all(NOTHING < amount <= rate.amount for amount in by_month.values())
    count = sum(1 for n in range(1, JOINED.months_until(last) + 1) if rate.falls_in(JOINED.plus(n)))
    assert total_owed(fee_months_owed(facts, last)) + given_in_all == total([rate.amount] * count)


def test_somebody_exempt_owes_nothing_from_this_month_and_all_of_the_past() -> None:
    today = Month(2026, 9)
    own = own_rate_from([FIVE], NOTHING, today=today)
    after = rates_of_member([FIVE], [own])
    facts = FeeFacts(people=[Belonging(joined=JOINED)], rates=after)
    owed = fee_months_owed(facts, Month(2027, 3))
    assert [str(each.month) for each in owed] == ["2026-06", "2026-07", "2026-08"]


def test_an_own_rate_begins_with_the_next_period_and_ends_with_one() -> None:
    quarter = FeeRate(valid_from=JOINED, amount=Money(15_000), period_months=3)
    own = own_rate_from([quarter], Money(6_000), today=Month(2026, 10))
    assert own.valid_from == Month(2027, 1)
    again = club_rate_again([quarter], own.rate, today=Month(2027, 2))
    assert again.valid_from == Month(2027, 4)
    after = rates_of_member([quarter], [own, again])
    facts = FeeFacts(people=[Belonging(joined=Month(2026, 9))], rates=after)
    assert [each.amount.dong for each in fee_months_owed(facts, Month(2027, 4))] == [
        15_000,
        6_000,
        15_000,
    ]


def test_a_later_change_of_the_club_does_not_end_an_exception() -> None:
    six = FeeRate(valid_from=Month(2027, 1), amount=Money(6_000))
    exempt = OwnRate(Month(2026, 9), FeeRate(valid_from=Month(2026, 9), amount=NOTHING))
    after = rates_of_member([FIVE, six], [exempt, OwnRate(Month(2027, 5))])
    amounts_by_month = [
        rate.amount.dong
        for month in (Month(2026, 8), Month(2026, 9), Month(2027, 1), Month(2027, 5))
        if (rate := rate_in_force(after, month)) is not None
    ]
    assert amounts_by_month == [5_000, 0, 0, 6_000]


def household(rate: FeeRate, *, first: bool, other_paid: list[FeePaid]) -> FeeFacts:
    return FeeFacts(
        people=[Belonging(joined=JOINED)],
        rates=[rate],
        household=[Belonging(joined=JOINED)],
        household_paid=other_paid,
        answers_for_household=first,
    )


def test_a_household_owes_one_fee_whoever_pays_it() -> None:
    shared = FeeRate(valid_from=JOINED, amount=Money(5_000), per_household=True)
    by_the_other = [FeePaid(Month(2026, 6), Money(5_000), paid_in=Month(2026, 6))]
    first = household(shared, first=True, other_paid=by_the_other)
    other = household(shared, first=False, other_paid=[])
    assert [str(each.month) for each in fee_months_owed(first, Month(2026, 7))] == ["2026-07"]
    assert fee_months_owed(other, Month(2026, 7)) == ()


def test_a_fee_of_each_person_is_not_paid_by_the_household() -> None:
    by_the_other = [FeePaid(Month(2026, 6), Money(5_000), paid_in=Month(2026, 6))]
    first = household(FIVE, first=True, other_paid=by_the_other)
    assert [str(each.month) for each in fee_months_owed(first, Month(2026, 6))] == ["2026-06"]


def test_there_is_no_exception_where_there_is_no_fee() -> None:
    with pytest.raises(LookupError):
        own_rate_from([], NOTHING, today=JOINED)
