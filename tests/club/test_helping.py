"""What a helper may do in a member's name, and which entries a checker looks at."""

from datetime import date

import pytest

from club.calendar import Month
from club.helping import (
    HELPER_MAY,
    check_new_helper,
    helper_may,
    last_day,
    spoken_code,
    typed_code,
)
from club.members import BOARD, Action, Role
from club.on_behalf import PICKED_A_MONTH, picked
from club.refusals import Code, Refused
from club.rights import RIGHTS

ALLOWED = {
    "see_own_account",
    "see_funds",
    "declare_contribution",
    "answer_meeting",
    "ask_for_help",
}


@pytest.mark.parametrize("action", Action)
def test_a_helper_may_these_five_things_and_nothing_else(action: Action) -> None:
    assert helper_may(action) == (action.value in ALLOWED)


def test_a_helper_never_may_what_belongs_to_an_office_nor_ask_for_a_loan() -> None:
    for action in HELPER_MAY:
        assert Role.MEMBER in RIGHTS[action].roles
    assert not any(helper_may(each) for each in Action if RIGHTS[each].roles <= BOARD)
    assert not helper_may(Action.ASK_LOAN)
    assert not helper_may(Action.VOTE_LOAN)


@pytest.mark.parametrize(
    ("began", "last"),
    [
        (date(2026, 11, 2), date(2027, 11, 2)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2026, 12, 31), date(2027, 12, 31)),
    ],
)
def test_help_lasts_twelve_months(began: date, last: date) -> None:
    assert last_day(began) == last


def test_three_people_on_each_side_and_never_oneself() -> None:
    check_new_helper(member=1, helper=2, helped={7, 8}, helpers={9})
    check_new_helper(member=1, helper=2, helped={1, 7, 8}, helpers={2, 8, 9})  # renewed
    with pytest.raises(Refused) as own:
        check_new_helper(member=2, helper=2, helped=(), helpers=())
    assert own.value.code is Code.OWN_CODE
    for helped, helpers in (({7, 8, 9}, set()), (set(), {7, 8, 9})):
        with pytest.raises(Refused) as full:
            check_new_helper(member=1, helper=2, helped=helped, helpers=helpers)
        assert full.value.code is Code.HELPERS_ENOUGH


def test_a_code_is_read_out_in_two_halves_and_understood_however_it_is_typed() -> None:
    assert spoken_code("48217390") == "4821 7390"
    for typed in ("4821 7390", "48217390", "4821-7390", "mã là 4821.7390 ạ"):
        assert typed_code(typed) == "48217390"
    assert typed_code("٤٨٢١٧٣٩٠") == ""


ACTS = range(100, 150)


def test_five_are_picked_and_the_same_five_whoever_asks_in_whatever_order() -> None:
    october = Month(2026, 10)
    found = picked(ACTS, club=3, month=october)
    assert len(found) == len(set(found)) == PICKED_A_MONTH
    assert picked(reversed(ACTS), club=3, month=october) == found
    assert picked([*ACTS, *ACTS], club=3, month=october) == found
    assert set(found) <= set(ACTS)


def test_other_months_and_clubs_have_other_picks_and_each_act_its_turn() -> None:
    months = [Month(2026, number) for number in range(1, 13)]
    picks = {
        (club, month): tuple(picked(ACTS, club=club, month=month))
        for club in range(40)
        for month in months
    }
    assert len(set(picks.values())) > 470
    seen = [each for found in picks.values() for each in found]
    counts = [seen.count(act) for act in ACTS]
    # 480 months of five out of fifty: forty-eight each, give or take.
    assert min(counts) > 20
    assert max(counts) < 85


def test_where_there_are_fewer_all_are_looked_at() -> None:
    few = [7, 8, 9]
    assert sorted(picked(few, club=1, month=Month(2026, 10))) == sorted(few)
    assert picked([], club=1, month=Month(2026, 10)) == []
