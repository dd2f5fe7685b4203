from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.borrowing import (
    Borrower,
    LendingRules,
    check_amount,
    check_borrower,
    check_term,
    first_day_to_ask,
    free_money,
    loan_limit,
    what_can_be_lent,
)
from club.money import NOTHING, Money
from club.refusals import Code, Refused

RULES = LendingRules()
TODAY = date(2026, 10, 15)
MILLION = Money(1_000_000)


def borrower(joined_on: date = date(2026, 1, 1), **facts: object) -> Borrower:
    return Borrower(joined_on=joined_on, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (borrower(), None),
        (borrower(date(2026, 7, 15)), None),  # three months to the day
        (borrower(date(2026, 7, 16)), Code.MEMBER_TOO_NEW),
        (borrower(has_open_loan=True), Code.LOAN_OPEN),
        (borrower(has_open_loan=True, is_overdue=True), Code.LOAN_OVERDUE),
        (borrower(date(2026, 10, 1), is_overdue=True), Code.LOAN_OVERDUE),
    ],
)
def test_who_may_borrow(who: Borrower, code: Code | None) -> None:
    if code is None:
        check_borrower(who, RULES, TODAY)
        return
    with pytest.raises(Refused) as refused:
        check_borrower(who, RULES, TODAY)
    assert refused.value.code is code


def test_a_club_may_allow_a_second_loan_but_never_beside_an_overdue_one() -> None:
    rules = LendingRules(one_at_a_time=False)
    check_borrower(borrower(has_open_loan=True), rules, TODAY)
    with pytest.raises(Refused, match="loan_overdue"):
        check_borrower(borrower(has_open_loan=True, is_overdue=True), rules, TODAY)


def test_a_new_member_hears_from_when_she_may_ask() -> None:
    with pytest.raises(Refused) as refused:
        check_borrower(borrower(date(2026, 9, 30)), RULES, TODAY)
    assert refused.value.values == {"months": 3, "since": date(2026, 12, 30)}


def test_three_months_after_a_day_that_the_month_lacks_is_its_last_day() -> None:
    assert first_day_to_ask(date(2026, 11, 30), RULES) == date(2027, 2, 28)


@pytest.mark.parametrize(("repaid", "millions"), [(0, 5), (1, 10), (2, 20), (3, 20), (40, 20)])
def test_the_limit_rises_with_loans_repaid(repaid: int, millions: int) -> None:
    assert loan_limit(borrower(loans_repaid=repaid), RULES) == MILLION * millions


@pytest.mark.parametrize(
    ("free", "possible"),
    [
        (Money(50_000_000), Money(5_000_000)),
        (Money(3_200_999), Money(3_200_000)),
        (Money(500_000), Money(500_000)),
        (Money(499_999), NOTHING),
        (NOTHING, NOTHING),
    ],
)
def test_what_can_be_lent_today(free: Money, possible: Money) -> None:
    assert what_can_be_lent(borrower(), RULES, free) == possible


def test_money_promised_is_not_free() -> None:
    assert free_money(MILLION * 8, MILLION * 3) == MILLION * 5
    assert free_money(MILLION * 2, MILLION * 3) == NOTHING


@pytest.mark.parametrize(
    ("amount", "free", "code"),
    [
        (MILLION * 5, MILLION * 50, None),
        (Money(5_000_001), MILLION * 50, Code.SUM_TOO_LARGE),
        (Money(500_000), MILLION * 50, None),
        (Money(499_999), MILLION * 50, Code.SUM_TOO_SMALL),
        (MILLION * 3, MILLION * 3, None),
        (MILLION * 4, MILLION * 3, Code.FUND_TOO_SMALL),
        (MILLION * 9, MILLION * 3, Code.SUM_TOO_LARGE),
    ],
)
def test_how_much_she_may_borrow(amount: Money, free: Money, code: Code | None) -> None:
    if code is None:
        check_amount(amount, borrower=borrower(), rules=RULES, free=free)
        return
    with pytest.raises(Refused) as refused:
        check_amount(amount, borrower=borrower(), rules=RULES, free=free)
    assert refused.value.code is code


@given(st.integers(0, 5), st.integers(0, 60_000_000))
def test_what_is_offered_instead_is_never_refused(repaid: int, free: int) -> None:
    who = borrower(loans_repaid=repaid)
    with pytest.raises(Refused) as refused:
        check_amount(MILLION * 61, borrower=who, rules=RULES, free=Money(free))
    possible = refused.value.values["possible"]
    assert isinstance(possible, Money)
    if possible:
        check_amount(possible, borrower=who, rules=RULES, free=Money(free))
    else:
        assert free < RULES.smallest.dong


@pytest.mark.parametrize(("months", "offered"), [(2, False), (3, True), (24, True), (25, False)])
def test_the_terms_on_offer(months: int, offered: bool) -> None:
    if offered:
        check_term(months, RULES)
        return
    with pytest.raises(Refused) as refused:
        check_term(months, RULES)
    assert refused.value.values == {"shortest": 3, "longest": 24}
