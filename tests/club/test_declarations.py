from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from club.declarations import (
    Declaration,
    check_can_take_back,
    check_confirmer,
    confirmer_for,
    role_to_appoint,
)
from club.members import Office, Person, Role
from club.refusals import Code, Refused

CASHIER = Person(1, household=10)
CHAIR = Person(2, household=20)
DEPUTY = Person(3, household=30)
SECRETARY = Person(4, household=40)
MEMBER = Person(9, household=90)

BOARD = [
    Office(Role.SECRETARY, SECRETARY),
    Office(Role.DEPUTY, DEPUTY),
    Office(Role.CHAIR, CHAIR),
    Office(Role.CASHIER, CASHIER),
]


@pytest.mark.parametrize(
    ("concerns", "entered_by", "confirmer"),
    [
        (MEMBER, MEMBER.id, CASHIER.id),
        (CASHIER, CASHIER.id, CHAIR.id),
        (Person(8, household=10), 8, CHAIR.id),  # of the cashier's household
        (Person(8, household=10), CHAIR.id, DEPUTY.id),
        (MEMBER, CASHIER.id, CHAIR.id),  # entered by the cashier for somebody without a phone
        (CHAIR, CHAIR.id, CASHIER.id),
    ],
)
def test_the_cashier_confirms_else_the_chair_else_the_deputy(
    concerns: Person, entered_by: int, confirmer: int
) -> None:
    assert confirmer_for(Declaration(concerns, entered_by), BOARD) == confirmer


def test_a_chair_of_the_cashiers_household_gives_way_to_the_deputy() -> None:
    kin = Person(CHAIR.id, household=10)
    board = [Office(Role.CASHIER, CASHIER), Office(Role.CHAIR, kin), Office(Role.DEPUTY, DEPUTY)]
    assert confirmer_for(Declaration(CASHIER, CASHIER.id), board) == DEPUTY.id


def test_nobody_is_asked_about_himself_his_household_or_what_he_entered() -> None:
    people = [Person(number, household) for number, household in product((1, 2, 3, 9), (1, 2))]
    for concerns, entered in product(people, (1, 2, 3, 9)):
        for homes in product((1, 2), repeat=3):
            roles = (Role.CASHIER, Role.CHAIR, Role.DEPUTY)
            board = [
                Office(role, Person(number, home))
                for role, number, home in zip(roles, (1, 2, 3), homes, strict=True)
            ]
            found = confirmer_for(Declaration(concerns, entered), board)
            if found is not None:
                assert found not in (concerns.id, entered)
                assert homes[found - 1] != concerns.household


@pytest.mark.parametrize(
    ("board", "missing"),
    [
        ([], Role.CASHIER),
        ([Office(Role.CASHIER, CASHIER)], Role.CHAIR),
        ([Office(Role.CASHIER, CASHIER), Office(Role.CHAIR, Person(2, 10))], Role.DEPUTY),
        (
            [
                Office(Role.CASHIER, CASHIER),
                Office(Role.CHAIR, Person(2, 10)),
                Office(Role.DEPUTY, Person(3, 10)),
            ],
            Role.DEPUTY,
        ),
        (BOARD, None),
    ],
)
def test_where_nobody_is_left_the_office_to_fill_is_named(
    board: list[Office], missing: Role | None
) -> None:
    declaration = Declaration(CASHIER, CASHIER.id)
    assert role_to_appoint(declaration, board) is missing
    assert (confirmer_for(declaration, board) is None) is (missing is not None)


@pytest.mark.parametrize(
    ("concerns", "person", "code"),
    [
        (MEMBER, CHAIR.id, Code.NOT_ALLOWED),  # the cashier is there
        (MEMBER, SECRETARY.id, Code.NOT_ALLOWED),
        (MEMBER, MEMBER.id, Code.NOT_ALLOWED),
        (CASHIER, SECRETARY.id, Code.NOT_ALLOWED),
        (CASHIER, CASHIER.id, Code.OWN_AFFAIR),
        (Person(8, household=10), CASHIER.id, Code.OWN_AFFAIR),
    ],
)
def test_others_are_refused_with_the_reason(concerns: Person, person: int, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        check_confirmer(Declaration(concerns, concerns.id), BOARD, person)
    assert refused.value.code is code


def test_the_one_who_is_asked_may_confirm() -> None:
    check_confirmer(Declaration(MEMBER, MEMBER.id), BOARD, CASHIER.id)


NOON = datetime(2026, 10, 15, 5, 0, tzinfo=UTC)


def test_a_declaration_can_be_taken_back_for_ten_minutes() -> None:
    ten = NOON + timedelta(minutes=10)
    check_can_take_back(declared_at=NOON, now=ten, waiting=True)
    with pytest.raises(Refused, match="too_late_to_take_back"):
        check_can_take_back(declared_at=NOON, now=ten + timedelta(seconds=1), waiting=True)


def test_what_was_decided_cannot_be_taken_back() -> None:
    with pytest.raises(Refused, match="nothing_waiting"):
        check_can_take_back(declared_at=NOON, now=NOON, waiting=False)
