"""What a club hands to another: what is owed back first, then its own money by source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.accounts import Account, Kind, Source
from club.handing_over import Claim, Means, by_source, handed_over, matched, taken_over
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from tests.kit.entries import DAY

sums = st.integers(0, 10**9).map(Money)


def test_what_was_spent_is_borne_by_interest_first_and_by_grants_last() -> None:
    capital = {Source.GRANT: Money(100), Source.DONATION: Money(20)}
    left = by_source(capital, given=Money(10), earned=Money(-45))
    assert [(each.source, each.amount.dong) for each in left] == [(Source.GRANT, 85)]
    left = by_source(capital, given=Money(10), earned=Money(5))
    assert [(each.source, each.amount.dong) for each in left] == [
        (Source.GRANT, 100),
        (Source.DONATION, 30),
        (Source.ADDED_INTEREST, 5),
    ]


def test_a_fund_that_owes_more_than_it_has_goes_nowhere() -> None:
    with pytest.raises(Refused) as no:
        by_source({Source.GRANT: Money(10)}, given=NOTHING, earned=Money(-11))
    assert no.value.code is Code.OWES_MORE_THAN_IT_HAS
    assert no.value.values["amount"] == Money(1)


@given(
    st.dictionaries(st.sampled_from([Source.GRANT, Source.BUDGET, Source.DONATION]), sums),
    sums,
    st.integers(-(10**9), 10**9).map(Money),
)
def test_by_source_comes_to_all_that_is_there(
    capital: dict[Source, Money], given: Money, earned: Money
) -> None:
    there = total(capital.values()) + given + earned
    if there < NOTHING:
        with pytest.raises(Refused):
            by_source(capital, given, earned)
        return
    left = by_source(capital, given, earned)
    assert total(each.amount for each in left) == there
    assert all(each.amount > NOTHING for each in left)


@given(st.lists(st.integers(1, 9).map(Money), min_size=1, max_size=6), st.data())
def test_every_claim_is_met_in_order_and_no_sum_goes_twice(
    amounts: list[Money], data: st.DataObject
) -> None:
    means = [Means(amount=each, place=number) for number, each in enumerate(amounts, 1)]
    left, claims = total(amounts), []
    while left:
        part = Money(data.draw(st.integers(1, left.dong)))
        claims.append(Claim(account=Account.CAPITAL, amount=part, source=Source.GRANT))
        left -= part
    pairs = matched(means, claims)
    assert [claim for claim, _ in pairs] == claims
    assert all(total(e.amount for e in behind) == claim.amount for claim, behind in pairs)
    for each in means:
        used = total(e.amount for _, behind in pairs for e in behind if e.place == each.place)
        assert used == each.amount


def test_what_is_owed_back_gets_cash_before_loans() -> None:
    means = [Means(amount=Money(30), place=1), Means(amount=Money(70), loan=5, member=9)]
    share = Claim(account=Account.MEMBER_SHARE, amount=Money(20), member=9)
    own = Claim(account=Account.CAPITAL, amount=Money(80), source=Source.GRANT)
    pairs = matched(means, [share, own])
    assert [[(e.place, e.amount.dong) for e in behind] for _, behind in pairs] == [
        [(1, 20)],
        [(1, 10), (None, 70)],
    ]
    with pytest.raises(ValueError, match="not what it is for"):
        matched(means, [share])


def test_the_two_entries_are_each_other_s_opposite() -> None:
    claim = Claim(account=Account.CAPITAL, amount=Money(50), source=Source.BUDGET)
    behind = [Means(amount=Money(20), place=1), Means(amount=Money(30), loan=5, member=9)]
    out = handed_over(fund=1, claim=claim, behind=behind, happened_on=DAY)
    came = taken_over(fund=1, claim=claim, behind=behind, happened_on=DAY)
    assert (out.kind, came.kind) == (Kind.HANDED_OVER, Kind.TAKEN_OVER)
    mine = sorted((e.account.value, -e.amount.dong) for e in out.postings)
    assert mine == sorted((e.account.value, e.amount.dong) for e in came.postings)
