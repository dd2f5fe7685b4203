"""The meeting table: whatever the order in which two phones are heard, the table is the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.meeting_table import (
    Answer,
    Cash,
    Due,
    Sums,
    Version,
    Why,
    added_up,
    entries,
    groups_in_order,
    over_loans,
    reckoned,
)
from club.money import NOTHING, Money, total

BEGUN = datetime(2026, 11, 24, 2, tzinfo=UTC)
FEE = Sums(fee=Money(20_000))
DUE = Due(fee=Money(20_000), fee_most=Money(80_000), loan_most=Money(100_000))
DUES = dict.fromkeys((1, 2, 3), DUE)

sums = st.builds(
    Sums,
    fee=st.sampled_from([NOTHING, Money(10_000), Money(20_000), Money(90_000)]),
    principal=st.sampled_from([NOTHING, Money(50_000), Money(120_000)]),
    gift=st.sampled_from([NOTHING, Money(5_000)]),
)
versions = st.lists(
    st.builds(
        Version,
        entry=st.sampled_from(["a1", "a2", "b1", "b2"]),
        key=st.uuids().map(str),
        number=st.integers(1, 3),
        made_at=st.integers(0, 90).map(lambda minutes: BEGUN + timedelta(minutes=minutes)),
        member=st.sampled_from([1, 2, 3, 4]),
        sums=sums,
        by=st.sampled_from([7, 8]),
        answer=st.sampled_from(list(Answer)),
        is_removed=st.booleans(),
    ),
    max_size=12,
)


def version(entry: str, minutes: int = 0, **more: object) -> Version:
    made = Version(
        entry=entry,
        key=f"{entry}:{minutes}",
        number=1,
        made_at=BEGUN + timedelta(minutes=minutes),
        member=1,
        sums=FEE,
        by=7,
    )
    return replace(made, **more)  # type: ignore[arg-type]


@given(versions, st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_ends_in_the_same_table(
    heard: list[Version], dice: st.DataObject
) -> None:
    again = [*heard, *heard[: len(heard) // 2]]
    dice.shuffle(again)  # type: ignore[attr-defined]
    assert reckoned(again, DUES) == reckoned(heard, DUES)


@given(versions)
def test_every_entry_counts_once_or_is_a_question(heard: list[Version]) -> None:
    found = reckoned(heard, DUES)
    counted = [each.name for line in found.lines.values() for each in line.entries]
    asked = [each.entry.name for each in found.questions]
    assert sorted([*counted, *asked]) == sorted(each.name for each in entries(heard))
    assert found.sums.total == total(line.sums.total for line in found.lines.values())


@given(versions)
def test_nothing_counts_that_the_books_would_not_take(heard: list[Version]) -> None:
    for member, line in reckoned(heard, DUES).lines.items():
        assert member in DUES
        assert line.sums.fee <= DUE.fee_most
        assert line.sums.repaid <= DUE.loan_most


@given(versions)
def test_once_all_is_answered_no_question_is_left(heard: list[Version]) -> None:
    known = list(heard)
    for _ in range(10):
        found = reckoned(known, DUES)
        if not found.questions:
            break
        asked = found.questions[0]
        now = asked.entry.now
        changes: dict[str, object] = {"is_removed": True}
        if asked.why in {Why.TWICE, Why.TOLD}:
            changes = {"answer": Answer.ANOTHER}
        elif asked.keeps is not None and asked.keeps.total:
            changes = {"sums": asked.keeps}
        known.append(replace(now, number=now.number + 1, key=f"{now.key}+", **changes))  # type: ignore[arg-type]
    assert not reckoned(known, DUES).questions


def test_the_same_fee_twice_is_a_question_about_the_later_one() -> None:
    first, second = version("a", 12), version("b", 15, by=8)
    found = reckoned([second, first], DUES)
    (asked,) = found.questions
    assert (asked.why, asked.entry.name) == (Why.TWICE, "b")
    assert asked.other is not None
    assert (asked.other.by, asked.other.made_at) == (7, first.made_at)
    assert found.sums == FEE
    another = replace(second, number=2, key="more", answer=Answer.ANOTHER)
    assert reckoned([first, second, another], DUES).sums.fee == Money(40_000)


def test_a_correction_keeps_who_made_the_entry_and_when() -> None:
    first = version("a", 5)
    corrected = replace(first, number=2, key="c", made_at=BEGUN + timedelta(minutes=9), by=8)
    (entry,) = entries([corrected, first])
    assert (entry.by, entry.made_at, entry.now) == (7, first.made_at, corrected)


def test_of_two_corrections_at_once_the_later_clock_holds() -> None:
    first = version("a")
    one = replace(first, number=2, key="x", made_at=BEGUN + timedelta(minutes=3), is_removed=True)
    two = replace(first, number=2, key="y", made_at=BEGUN + timedelta(minutes=2))
    assert entries([first, one, two]) == entries([two, one, first]) == []


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_of_one_moment_the_other_one_comes_after_what_it_looks_like(names: tuple[str, str]) -> None:
    first = version(names[0], 12)
    another = replace(version(names[1], 12), answer=Answer.ANOTHER)
    found = reckoned([another, first], DUES)
    assert not found.questions
    assert found.sums == added_up([FEE, FEE])


def test_more_than_is_owed_says_what_the_books_take_and_what_is_left() -> None:
    given = Sums(fee=Money(100_000), interest=Money(30_000), principal=Money(90_000))
    (asked,) = reckoned([version("a", sums=given)], DUES).questions
    assert asked.why is Why.TOO_MUCH
    assert asked.keeps == Sums(fee=Money(80_000), interest=Money(30_000), principal=Money(70_000))
    assert asked.rest == Money(40_000)


def test_a_fee_she_told_of_is_a_question_until_it_is_answered() -> None:
    told = {1: replace(DUE, told=Money(20_000))}
    (asked,) = reckoned([version("a")], told).questions
    assert asked.why is Why.TOLD
    for answer in (Answer.TOLD, Answer.ANOTHER):
        assert not reckoned([version("a", answer=answer)], told).questions
    assert not reckoned([version("a", sums=Sums(gift=Money(5_000)))], told).questions


def test_nobody_pays_who_is_no_member_any_more() -> None:
    (asked,) = reckoned([version("a", member=9)], DUES).questions
    assert asked.why is Why.GONE


def test_cash_before_and_entries_and_what_was_booked_beside_make_what_is_expected() -> None:
    cash = Cash(Money(500_000), Money(240_000), Money(-200_000))
    assert cash.expected == Money(540_000)
    assert cash.difference(Money(540_000)) == NOTHING
    assert cash.difference(Money(500_000)) == Money(-40_000)


def test_less_than_nothing_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        Sums(fee=Money(-1))


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=4).map(
        lambda most: [Money(m) for m in most]
    ),
    st.integers(0, 100),
)
def test_a_repayment_over_several_loans_loses_nothing(most: list[Money], percent: int) -> None:
    amount = Money(total(most).dong * percent // 100)
    parts = over_loans(amount, most)
    assert total(parts) == amount
    assert all(part <= end for part, end in zip(parts, most, strict=True))


def test_more_than_all_loans_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="more than is owed"):
        over_loans(Money(11), [Money(10)])


def test_groups_come_in_the_order_of_the_list() -> None:
    named = [("Tổ 2", Money(1)), ("Tổ 1", Money(2)), ("Tổ 2", Money(3))]
    assert groups_in_order(named) == [("Tổ 2", Money(4)), ("Tổ 1", Money(2))]
    assert added_up([FEE, FEE]).fee == Money(40_000)
