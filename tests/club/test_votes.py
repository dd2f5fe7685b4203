from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from club.members import Office, Person, Role
from club.refusals import Code, Refused
from club.votes import (
    Outcome,
    Vote,
    check_vote,
    entitled_to_vote,
    last_voting_day,
    may_vote,
    outcome,
)

OPENED = date(2026, 10, 1)
LAST_DAY = date(2026, 10, 8)
FIVE = frozenset({1, 2, 3, 4, 5})


def votes(said: str) -> list[Vote]:
    """The word "ynn" is person 1 yes, 2 no, 3 no."""
    return [Vote(number, each == "y", "vì sao") for number, each in enumerate(said, start=1)]


@pytest.mark.parametrize(
    ("entitled", "said", "expected"),
    [
        (5, "", Outcome.PENDING),
        (5, "yy", Outcome.PENDING),
        (5, "yyy", Outcome.AGREED),
        (5, "yynn", Outcome.PENDING),
        (5, "yynny", Outcome.AGREED),
        (5, "nnn", Outcome.REFUSED),
        (5, "yynnn", Outcome.REFUSED),
        (4, "yy", Outcome.PENDING),
        (4, "yyn", Outcome.PENDING),
        (4, "yynn", Outcome.REFUSED),  # half is not more than half
        (4, "yyy", Outcome.AGREED),
        (4, "nn", Outcome.REFUSED),
        (3, "yy", Outcome.PENDING),  # two of three agree, but the third must take part
        (3, "yyn", Outcome.AGREED),
        (3, "nn", Outcome.REFUSED),
        (2, "yy", Outcome.NEEDS_MEETING),
        (0, "", Outcome.NEEDS_MEETING),
        (9, "yyyy", Outcome.PENDING),
        (9, "yyyyy", Outcome.AGREED),
    ],
)
def test_where_a_vote_stands(entitled: int, said: str, expected: Outcome) -> None:
    people = frozenset(range(1, entitled + 1))
    assert outcome(votes(said), people, opened_on=OPENED, today=OPENED) is expected


def test_a_vote_without_a_result_ends_after_seven_days() -> None:
    assert last_voting_day(OPENED) == LAST_DAY
    still = outcome(votes("yy"), FIVE, opened_on=OPENED, today=LAST_DAY)
    over = outcome(votes("yy"), FIVE, opened_on=OPENED, today=LAST_DAY + timedelta(days=1))
    assert (still, over) == (Outcome.PENDING, Outcome.EXPIRED)


def test_a_result_stays_a_result_when_the_days_are_over() -> None:
    later = LAST_DAY + timedelta(days=30)
    assert outcome(votes("yyy"), FIVE, opened_on=OPENED, today=later) is Outcome.AGREED
    assert outcome(votes("nnn"), FIVE, opened_on=OPENED, today=later) is Outcome.REFUSED


def test_votes_of_people_not_entitled_do_not_count() -> None:
    said = [*votes("yy"), Vote(77, True), Vote(78, True)]
    assert outcome(said, FIVE, opened_on=OPENED, today=OPENED) is Outcome.PENDING


@given(st.integers(3, 9), st.lists(st.booleans(), max_size=9), st.integers(0, 10))
def test_the_outcome_is_what_counting_all_ways_it_can_end_says(
    entitled: int, said: list[bool], days: int
) -> None:
    said = said[:entitled]
    people = frozenset(range(1, entitled + 1))
    cast = [Vote(number, yes, "vì sao") for number, yes in enumerate(said, start=1)]
    found = outcome(cast, people, opened_on=OPENED, today=OPENED + timedelta(days=days))
    open_votes = entitled - len(said)
    finals = {(sum(said) + more) * 2 > entitled for more in range(open_votes + 1)}
    if finals == {False}:
        assert found is Outcome.REFUSED
    elif sum(said) * 2 > entitled and len(said) >= 3:
        assert found is Outcome.AGREED
    else:
        assert found is (Outcome.EXPIRED if days > 7 else Outcome.PENDING)


def test_nobody_votes_on_his_own_or_his_households_loan() -> None:
    borrower = Person(5, household=50)
    board = [
        Office(Role.CHAIR, Person(1, household=10)),
        Office(Role.CASHIER, Person(2, household=50)),
        Office(Role.SECRETARY, borrower),
        Office(Role.BOOKKEEPER, Person(4)),
        Office(Role.GROUP_LEADER, Person(6)),
    ]
    assert entitled_to_vote(board, borrower) == {1, 4}
    assert not may_vote(borrower, borrower)


def test_somebody_with_two_offices_has_one_vote() -> None:
    board = [Office(Role.CHAIR, Person(1)), Office(Role.SECRETARY, Person(1))]
    assert entitled_to_vote(board, Person(9)) == {1}


@pytest.mark.parametrize(
    ("vote", "before", "today", "code"),
    [
        (Vote(9, True), "", OPENED, Code.OWN_AFFAIR),
        (Vote(1, True), "y", OPENED, Code.ALREADY_DONE),
        (Vote(4, True), "yyy", OPENED, Code.VOTING_OVER),
        (Vote(1, True), "", LAST_DAY + timedelta(days=1), Code.VOTING_OVER),
        (Vote(2, False, "  "), "y", OPENED, Code.REASON_MISSING),
    ],
)
def test_a_vote_that_does_not_count_is_refused(
    vote: Vote, before: str, today: date, code: Code
) -> None:
    with pytest.raises(Refused) as refused:
        check_vote(vote, votes(before), FIVE, opened_on=OPENED, today=today)
    assert refused.value.code is code


@pytest.mark.parametrize("vote", [Vote(2, True), Vote(2, False, "chưa trả đợt trước")])
def test_a_yes_needs_no_reason_and_a_no_with_one_is_taken(vote: Vote) -> None:
    check_vote(vote, votes("y"), FIVE, opened_on=OPENED, today=LAST_DAY)
