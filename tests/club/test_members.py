import pytest

from club.members import BOARD, Action, Person, Role
from club.rights import RIGHTS, may

OPEN_TO_ALL_MEMBERS = {
    Action.SEE_OWN_ACCOUNT,
    Action.SEE_FUNDS,
    Action.DECLARE_CONTRIBUTION,
    Action.ASK_LOAN,
    Action.ANSWER_MEETING,
    Action.ASK_FOR_HELP,
    Action.TELL_HARDSHIP,
    Action.SEE_MINUTES,
}


def test_every_action_has_its_line_in_the_table_of_rights() -> None:
    assert set(RIGHTS) == set(Action)
    assert all(each.roles for each in RIGHTS.values())


@pytest.mark.parametrize("action", sorted(OPEN_TO_ALL_MEMBERS))
@pytest.mark.parametrize("role", sorted(BOARD | {Role.MEMBER, Role.GROUP_LEADER, Role.CHECKER}))
def test_whoever_belongs_to_the_club_may_do_what_members_do(role: Role, action: Action) -> None:
    assert may({role}, action)


@pytest.mark.parametrize("action", sorted(set(Action) - OPEN_TO_ALL_MEMBERS))
def test_a_plain_member_may_do_nothing_else(action: Action) -> None:
    assert not may({Role.MEMBER}, action)


@pytest.mark.parametrize("action", list(Action))
def test_a_stranger_and_an_officer_may_do_nothing_inside_a_club(action: Action) -> None:
    assert not may(set(), action)
    assert not may({Role.OFFICER}, action)


def test_a_checker_sees_and_changes_nothing_but_says_what_is_right() -> None:
    beyond_a_member = {
        action for action in set(Action) - OPEN_TO_ALL_MEMBERS if may({Role.CHECKER}, action)
    }
    readings = {
        Action.SEE_MEMBERS,
        Action.SEE_ATTENDANCE,
        Action.SEE_SUMMARY,
        Action.SEE_VOUCHERS,
    }
    assert beyond_a_member == readings | {Action.CHECK_ON_BEHALF}


@pytest.mark.parametrize(
    ("action", "roles"),
    [
        (Action.APPOINT_OFFICE, {Role.CHAIR}),
        (Action.SIGN_UP_SESSION, {Role.VOLUNTEER}),
        (Action.PAY_OUT_LOAN, {Role.CASHIER, Role.CHAIR, Role.DEPUTY}),
        (Action.VOTE_LOAN, BOARD),
        (Action.RECORD_EXPENSE, {Role.CASHIER, Role.BOOKKEEPER}),
    ],
)
def test_these_roles_and_no_others_may(action: Action, roles: set[Role]) -> None:
    assert {role for role in Role if may({role}, action)} == roles


def test_one_fitting_role_among_several_is_enough() -> None:
    assert may([Role.MEMBER, Role.SECRETARY], Action.PLAN_MEETING)


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        (Person(1), Person(1), True),
        (Person(1, household=7), Person(1), True),
        (Person(1, household=7), Person(2, household=7), True),
        (Person(1, household=7), Person(2, household=8), False),
        (Person(1), Person(2), False),
        (Person(1, household=7), Person(2), False),
    ],
)
def test_people_are_close_by_household_or_by_being_the_same(
    one: Person, other: Person, close: bool
) -> None:
    assert one.is_close_to(other) is close
    assert other.is_close_to(one) is close
