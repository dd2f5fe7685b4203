"""The table of rights asked about oneself, about the own household and about somebody else.

`pytest -s` prints how many questions were asked.
"""

import sys
from itertools import product

from club.helping import helper_may
from club.members import Action, Person, Role
from club.rights import RIGHTS, in_first_place, may, may_concern, pays

DOER = Person(1, 7)
HERSELF, AT_HOME, ELSEWHERE = DOER, Person(2, 7), Person(3, 8)
NOT_FOR_HIMSELF = {
    *(Action.CONFIRM_CONTRIBUTION, Action.PAY_OUT_LOAN, Action.TAKE_REPAYMENT),
    *(Action.RECORD_EXPENSE, Action.PAY_STANDING, Action.VOTE_LOAN, Action.SECOND),
    Action.CONFIRM_ACCOUNT,
}


def test_every_action_has_its_line() -> None:
    assert set(RIGHTS) == set(Action)


def test_nobody_decides_on_himself_or_his_household_where_money_or_trust_is_at_stake() -> None:
    leaks = []
    for action, (name, whom) in product(
        Action, {"self": HERSELF, "household": AT_HOME, "other": ELSEWHERE}.items()
    ):
        allowed = name == "other" or action not in NOT_FOR_HIMSELF
        if may_concern(action, DOER, whom) is not allowed:
            leaks.append((action, name))
    sys.stdout.write(f"\nrights by household: {len(Action) * 3} tries; {len(leaks)} leaks\n")
    assert leaks == []


def test_every_role_and_every_action() -> None:
    """No role but those of its line; strangers nothing; a helper nothing that pays."""
    for action, role in product(Action, Role):
        assert may({role}, action) is (role in RIGHTS[action].roles)
    for action in Action:
        assert not may((), action)
        assert not (helper_may(action) and pays(action))
        assert in_first_place(RIGHTS[action].roles) <= RIGHTS[action].roles


def test_officers_of_the_association_do_nothing_in_a_club() -> None:
    assert [each for each in Action if may({Role.OFFICER}, each)] == []
