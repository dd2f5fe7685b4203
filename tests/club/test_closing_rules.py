"""Rules of closing, of a second person, of differences and of splitting interest, without books."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.accounts import Account
from club.calendar import Month
from club.chain import beginning_of, canonical, closing_code, digest, salted
from club.closing import CashHeld, Checklist, check_can_close, closer_missing, month_to_close
from club.inquiries import difference_entries, is_to_be_read_out, sum_of_notes
from club.interest_split import InterestReceived, SplitRule, shares, split_entry, still_due
from club.members import Office, Person, Role
from club.money import Money, total
from club.refusals import Code, Refused
from club.second_person import Matter, check_second, seconds
from tests.kit.postings import cash_by_fund

DAY = date(2026, 11, 2)
OCTOBER = Month(2026, 10)
TIN, INCOME, OPERATING = 1, 1, 2


# Closing


@pytest.mark.parametrize(
    ("month", "code"),
    [
        (OCTOBER.previous(), Code.MONTH_CLOSED),
        (OCTOBER.next(), Code.MONTH_OUT_OF_ORDER),
    ],
)
def test_months_close_in_their_order(month: Month, code: Code) -> None:
    with pytest.raises(Refused) as no:
        check_can_close(month, next_one=OCTOBER, today=DAY)
    assert no.value.code is code


def test_a_month_closes_when_it_is_over() -> None:
    check_can_close(OCTOBER, next_one=OCTOBER, today=date(2026, 11, 1))
    with pytest.raises(Refused) as no:
        check_can_close(OCTOBER, next_one=OCTOBER, today=date(2026, 10, 31))
    assert no.value.code is Code.MONTH_NOT_OVER


def test_the_first_month_is_that_of_the_books() -> None:
    assert month_to_close([], OCTOBER) == OCTOBER
    assert month_to_close([OCTOBER, OCTOBER.previous()], OCTOBER.previous()) == OCTOBER.next()


def test_chair_and_bookkeeper_wait_for_each_other() -> None:
    assert closer_missing([Role.CHAIR]) is Role.BOOKKEEPER
    assert closer_missing([Role.BOOKKEEPER, Role.MEMBER]) is Role.CHAIR


def a_checklist(*cash: CashHeld, **more: object) -> Checklist:
    nothing = {
        "waiting": 0, "proposals": 0, "met_on": DAY, "has_minutes": True, "disputes": 0,
        "unsettled": 0, "read_out": 0,
    }  # fmt: skip
    return Checklist(month=OCTOBER, today=DAY, cash=cash, **{**nothing, **more})  # type: ignore[arg-type]


def test_money_with_collectors_is_listed_after_seven_days() -> None:
    week = CashHeld(1, Money(5_000), is_counted=True, collector_since=date(2026, 10, 26))
    longer = CashHeld(2, Money(5_000), is_counted=True, collector_since=date(2026, 10, 25))
    assert a_checklist(week, longer).with_collectors == (longer,)


def test_what_is_open_is_carried_over_and_nothing_else() -> None:
    def carried(found: Checklist) -> dict[str, int]:
        return {name: count for name, count in found.carried_over().items() if count}

    assert carried(a_checklist(CashHeld(1, Money(5_000), is_counted=True))) == {}
    assert carried(a_checklist(met_on=None, has_minutes=False)) == {}
    for name in ("waiting", "proposals", "disputes", "unsettled"):
        assert carried(a_checklist(**{name: 3})) == {name: 3}
    assert carried(a_checklist(has_minutes=False)) == {"minutes_missing": 1}
    uncounted = CashHeld(1, Money(5_000), is_counted=False)
    assert carried(a_checklist(uncounted)) == {"not_counted": 1}


# The chain


def test_the_canonical_form_knows_composed_letters_and_order() -> None:
    composed = "thôn Đoài"
    apart = unicodedata.normalize("NFD", composed)
    assert canonical({"b": apart, "a": [1, None, True]}) == canonical(
        {"a": (1, None, True), "b": composed}
    )
    assert canonical({"a": 1}) == b'{"a":1}'
    with pytest.raises(TypeError):
        canonical({"a": 1.5})


@given(st.integers(0, (1 << 60) - 1))
def test_every_code_leads_back_to_the_digest(number: int) -> None:
    whole = f"{number:015x}" + "0" * 49
    code = closing_code(whole)
    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert beginning_of(code) == whole[:15]


def test_words_cannot_be_guessed_from_their_digest_without_the_salt() -> None:
    assert salted("ghi nhầm", "a") != salted("ghi nhầm", "b")
    assert digest("a", "b") != digest("ab")


# Differences


def test_what_is_missing_is_taken_from_daily_cash_first() -> None:
    cash = {OPERATING: Money(30_000), INCOME: Money(100_000)}
    entries = difference_entries(Money(-50_000), cash, place=TIN, happened_on=DAY)
    taken = {each.postings[0].fund: each.postings[0].amount for each in entries}
    assert taken == {OPERATING: Money(30_000), INCOME: Money(20_000)}
    [extra] = difference_entries(Money(7_000), cash, place=TIN, happened_on=DAY)
    assert {each.fund for each in extra.postings} == {OPERATING}
    assert difference_entries(Money(0), cash, place=TIN, happened_on=DAY) == []
    with pytest.raises(ValueError, match="more are missing"):
        difference_entries(Money(-130_001), cash, place=TIN, happened_on=DAY)


def test_notes_add_up() -> None:
    assert sum_of_notes({500_000: 2, 1_000: 3}) == Money(1_003_000)


def test_a_difference_is_read_out_after_two_closings() -> None:
    assert not is_to_be_read_out(OCTOBER, [OCTOBER.previous(), OCTOBER])
    assert is_to_be_read_out(OCTOBER, [OCTOBER, OCTOBER.next()])


# Interest


RULES = (
    SplitRule(date(2026, 1, 1), ((OPERATING, 30),)),
    SplitRule(date(2026, 10, 1), ((OPERATING, 50), (3, 20))),
)


def test_interest_goes_by_the_percentages_of_its_day() -> None:
    before = InterestReceived(INCOME, date(2026, 9, 30), Money(21_000))
    after = InterestReceived(INCOME, date(2026, 10, 1), Money(21_000))
    assert shares(before, RULES) == {(INCOME, OPERATING): Money(6_300)}
    assert shares(after, RULES) == {
        (INCOME, OPERATING): Money(10_500),
        (INCOME, 3): Money(4_200),
    }
    assert shares(before, ()) == {}
    with pytest.raises(ValueError, match="more than all"):
        SplitRule(DAY, ((OPERATING, 60), (3, 50)))


@given(st.lists(st.integers(1, 10**7), max_size=8))
def test_received_and_reversed_leaves_nothing_to_split(amounts: list[int]) -> None:
    there = [InterestReceived(INCOME, DAY, Money(each)) for each in amounts]
    back = [InterestReceived(INCOME, DAY, Money(-each)) for each in amounts]
    assert still_due(there + back, RULES, {}) == {}
    due = still_due(there, RULES, {})
    assert still_due(there, RULES, due) == {}


def test_only_the_cash_that_is_there_is_moved() -> None:
    cash = {(TIN, INCOME): Money(4_000), (2, INCOME): Money(3_000)}
    entry = split_entry({(INCOME, OPERATING): Money(10_000)}, cash, DAY)
    assert entry is not None
    moved = cash_by_fund(entry.postings)
    assert moved == {INCOME: Money(-7_000), OPERATING: Money(7_000)}
    interest = [each.amount for each in entry.postings if each.account is Account.INTEREST_INCOME]
    assert total(interest) == Money(0)
    assert split_entry({(INCOME, OPERATING): Money(10_000)}, {}, DAY) is None
    back = split_entry({(INCOME, OPERATING): Money(-500)}, {(TIN, OPERATING): Money(900)}, DAY)
    assert back is not None
    assert cash_by_fund(back.postings) == {OPERATING: Money(-500), INCOME: Money(500)}


# A second person


BOARD = [
    Office(Role.CHAIR, Person(1)),
    Office(Role.DEPUTY, Person(2, household=7)),
    Office(Role.SECRETARY, Person(3)),
    Office(Role.BOOKKEEPER, Person(4)),
    Office(Role.CASHIER, Person(5, household=7)),
]


def test_the_second_is_of_neither_household() -> None:
    assert seconds(Matter(Person(5, household=7), 50), BOARD) == [4, 1, 3]
    about_kin = Matter(Person(4), 40, concerns=Person(9, household=7))
    assert seconds(about_kin, BOARD) == [1, 3]
    assert seconds(Matter(Person(1), 10), BOARD[:1]) == []


@pytest.mark.parametrize(
    ("person", "account", "code"),
    [
        (5, 51, Code.OWN_AFFAIR),
        (2, 20, Code.OWN_AFFAIR),
        (9, 90, Code.NOT_ALLOWED),
        (4, 50, Code.SAME_ACCOUNT),
    ],
)
def test_who_may_not_be_second(person: int, account: int, code: Code) -> None:
    with pytest.raises(Refused) as no:
        check_second(Matter(Person(5, household=7), 50), BOARD, person=person, account=account)
    assert no.value.code is code


def test_another_person_on_another_account_may() -> None:
    check_second(Matter(Person(5, household=7), 50), BOARD, person=4, account=40)
