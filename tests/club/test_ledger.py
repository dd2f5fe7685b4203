from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club import ledger
from club.accounts import RETURNABLE, Account, Entry, Kind, Posting, Source
from club.ledger import reversal_of
from club.money import NOTHING, Money, total
from club.refusals import Code, Refused
from tests.kit.entries import (
    BINH,
    CASH_IN_INCOME,
    DAY,
    HUNDRED,
    INCOME_FUND,
    LOAN,
    MADE,
    MAKERS,
    OCTOBER,
    OPERATING_FUND,
    TIN,
    Naming,
)
from tests.kit.postings import balance, cash_by_fund, cash_by_place, position_of

amounts = st.integers(1, 10**12).map(Money)
entries = st.builds(lambda maker, amount: maker(amount), st.sampled_from(MAKERS), amounts)


@pytest.mark.parametrize(
    ("maker", "in_tin", "account", "on_account"),
    [row[1:] for row in MADE],
    ids=[row[0] for row in MADE],
)
def test_what_each_way_of_moving_money_does(
    maker: Callable[[Money], Entry], in_tin: int, account: Account, on_account: int
) -> None:
    own = [each for each in maker(HUNDRED).postings if each.fund == INCOME_FUND]
    tin = total(each.amount for each in own if each.place == TIN)
    assert (tin, balance(own, account)) == (HUNDRED * in_tin, HUNDRED * on_account)


def test_every_kind_of_entry_has_a_maker() -> None:
    # Reversals and the split of interest are made from other entries, and so is what goes from
    # club to club (club.handing_over).
    made = {maker(HUNDRED).kind for maker in MAKERS} | {Kind.REVERSAL, Kind.INTEREST_SPLIT}
    made |= {Kind.HANDED_OVER, Kind.TAKEN_OVER}
    assert made == set(Kind)


@given(st.lists(entries, max_size=20))
def test_every_fund_sums_to_zero_and_places_hold_what_funds_own(book: list[Entry]) -> None:
    postings = [posting for entry in book for posting in entry.postings]
    for fund in (INCOME_FUND, OPERATING_FUND):
        assert total(each.amount for each in postings if each.fund == fund) == NOTHING
    by_place, by_fund = cash_by_place(postings), cash_by_fund(postings)
    assert total(by_place.values()) == total(by_fund.values()) == balance(postings, Account.CASH)


@given(st.lists(entries, max_size=20))
def test_own_capital_is_what_was_earned_and_given_less_what_was_spent(book: list[Entry]) -> None:
    postings = [posting for entry in book for posting in entry.postings]
    own = {
        *(Account.CAPITAL, Account.FEE_INCOME, Account.INTEREST_INCOME, Account.DONATION_INCOME),
        *(Account.BUSINESS_INCOME, Account.EXPENSE, Account.HELP, Account.LOSS),
    }
    for fund in (INCOME_FUND, OPERATING_FUND):
        earned = total(
            each.amount for each in postings if each.fund == fund and each.account in own
        )
        assert position_of(postings, fund).own_capital == -earned


@given(amounts, amounts)
def test_lending_and_repaying_principal_leave_the_funds_total(start: Money, lent: Money) -> None:
    opening = ledger.opening_balance(**CASH_IN_INCOME, amount=start, source=Source.GRANT)
    paid_out = ledger.loan_paid_out(**CASH_IN_INCOME, loan=LOAN, member=BINH, principal=lent)
    postings = [*opening.postings, *paid_out.postings]
    position = position_of(postings, INCOME_FUND)
    assert (position.total, position.principal, position.cash) == (start, lent, start - lent)


def test_a_fund_shows_beside_its_total_what_it_owes() -> None:
    book = [
        ledger.opening_balance(**CASH_IN_INCOME, amount=Money(50_000_000), source=Source.GRANT),
        ledger.lent_to_club(**CASH_IN_INCOME, amount=Money(20_000_000)),
        ledger.share_received(**CASH_IN_INCOME, amount=Money(1_000_000), member=BINH),
        ledger.loan_paid_out(**CASH_IN_INCOME, loan=LOAN, member=BINH, principal=Money(5_000_000)),
        ledger.shortage_found(**CASH_IN_INCOME, amount=Money(30_000)),
        ledger.overage_found(**CASH_IN_INCOME, amount=Money(10_000)),
    ]
    position = position_of([each for entry in book for each in entry.postings], INCOME_FUND)
    assert position.cash == Money(65_980_000)
    assert position.total == Money(70_980_000)
    assert position.owed_to_lenders == Money(20_000_000)
    assert position.members_shares == Money(1_000_000)
    assert (position.shortage, position.overage) == (Money(30_000), Money(10_000))
    assert position.own_capital == Money(50_000_000)


@given(st.lists(entries, min_size=1, max_size=10))
def test_a_reversal_undoes_its_entry_on_every_account_place_and_loan(book: list[Entry]) -> None:
    for entry in book:
        back = reversal_of(entry, DAY + timedelta(days=9))
        assert (back.kind, back.means, back.happened_on.day) == (Kind.REVERSAL, entry.means, 24)
        for posting, opposite in zip(entry.postings, back.postings, strict=True):
            assert opposite == replace(posting, amount=-posting.amount)


def test_a_reversal_is_final() -> None:
    back = reversal_of(ledger.donation_received(**CASH_IN_INCOME, amount=HUNDRED), DAY)
    with pytest.raises(Refused) as refused:
        reversal_of(back, DAY)
    assert refused.value.code is Code.REVERSAL_FINAL


@pytest.mark.parametrize("maker", MAKERS, ids=[row[0] for row in MADE])
@pytest.mark.parametrize("amount", [Money(0), Money(-1)])
def test_no_entry_is_about_nothing_or_less(maker: Callable[[Money], Entry], amount: Money) -> None:
    with pytest.raises(ValueError, match=r"nothing|repayment"):
        maker(amount)


def test_a_repayment_has_both_parts_in_one_entry() -> None:
    entry = ledger.repayment_received(
        **CASH_IN_INCOME,
        loan=LOAN,
        member=BINH,
        principal=Money(416_000),
        interest=Money(35_000),
        means=OCTOBER,
    )
    assert [(each.account, each.amount.dong) for each in entry.postings] == [
        (Account.CASH, 451_000),
        (Account.PRINCIPAL, -416_000),
        (Account.INTEREST_INCOME, -35_000),
    ]
    assert entry.means == OCTOBER


def test_principal_and_interest_may_be_equal() -> None:
    entry = ledger.repayment_received(
        **CASH_IN_INCOME, loan=LOAN, member=BINH, principal=HUNDRED, interest=HUNDRED
    )
    assert balance(entry.postings, Account.CASH) == HUNDRED * 2


def test_a_repayment_cannot_hide_one_part_behind_the_other() -> None:
    with pytest.raises(ValueError, match="repayment"):
        ledger.repayment_received(
            **CASH_IN_INCOME, loan=LOAN, member=BINH, principal=Money(9), interest=Money(-1)
        )


def test_a_share_of_the_opening_balance_names_its_member() -> None:
    with pytest.raises(ValueError, match="member"):
        ledger.opening_balance(**CASH_IN_INCOME, amount=HUNDRED, source=Source.SHARE)


def test_money_cannot_be_moved_to_where_it_is() -> None:
    with pytest.raises(ValueError, match="goes from"):
        ledger.moved(
            fund=INCOME_FUND, from_place=TIN, to_place=TIN, amount=HUNDRED, happened_on=DAY
        )
    with pytest.raises(ValueError, match="goes from"):
        ledger.transferred(
            from_fund=INCOME_FUND,
            to_fund=INCOME_FUND,
            place=TIN,
            amount=HUNDRED,
            source=Source.GRANT,
            happened_on=DAY,
        )


@pytest.mark.parametrize(
    ("account", "naming", "fault"),
    [
        (Account.CASH, {}, "names its place"),
        (Account.PRINCIPAL, {}, "names its loan"),
        (Account.MEMBER_SHARE, {}, "names its member"),
        (Account.CAPITAL, {}, "names its source"),
        (Account.FEE_INCOME, {"place": TIN}, "has no place"),
        (Account.FEE_INCOME, {"source": Source.GRANT}, "has no source"),
        *((Account.CAPITAL, {"source": source}, "owed") for source in sorted(RETURNABLE)),
    ],
)
def test_a_posting_that_names_too_little_or_too_much_is_a_fault(
    account: Account, naming: Naming, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Posting(account=account, fund=INCOME_FUND, amount=HUNDRED, **naming)


def test_an_entry_across_funds_must_balance_in_each() -> None:
    with pytest.raises(ValueError, match="does not sum to zero"):
        Entry(
            kind=Kind.TRANSFER,
            happened_on=DAY,
            means=None,
            postings=(
                Posting(account=Account.CASH, fund=INCOME_FUND, place=TIN, amount=-HUNDRED),
                Posting(account=Account.CASH, fund=OPERATING_FUND, place=TIN, amount=HUNDRED),
            ),
        )
    with pytest.raises(ValueError, match="without postings"):
        Entry(kind=Kind.MOVE, happened_on=DAY, means=None, postings=())


TODAY = date(2026, 10, 15)


@pytest.mark.parametrize(
    ("day", "has_second", "code"),
    [
        (TODAY, False, None),
        (date(2026, 8, 16), False, None),  # 60 days back
        (date(2026, 8, 15), False, Code.DAY_TOO_OLD),
        (date(2026, 8, 15), True, None),
        (date(2026, 10, 16), False, Code.DAY_IN_FUTURE),
        (date(2026, 10, 16), True, Code.DAY_IN_FUTURE),
    ],
)
def test_the_day_something_happened(day: date, has_second: bool, code: Code | None) -> None:
    if code is None:
        ledger.check_day(day, today=TODAY, has_second=has_second)
        return
    with pytest.raises(Refused) as refused:
        ledger.check_day(day, today=TODAY, has_second=has_second)
    assert refused.value.code is code


def test_no_more_cash_goes_out_than_is_there() -> None:
    ledger.check_cash(HUNDRED, there=HUNDRED)
    with pytest.raises(Refused) as refused:
        ledger.check_cash(HUNDRED + Money(1), there=HUNDRED)
    assert refused.value.code is Code.CASH_TOO_SMALL
