"""Who goes when somebody comes, and that a club is never left without a chair."""

import pytest

from club.invitations import digest_of, kept, secret_carried
from club.members import Role
from club.offices import Holding, check_chair_stays, check_stand_in, ended_by
from club.refusals import Code, Refused

CHAIR = Holding(1, 10, Role.CHAIR)
DEPUTY = Holding(2, 20, Role.DEPUTY)
CASHIER = Holding(3, 30, Role.CASHIER)
LEADER = Holding(4, 30, Role.GROUP_LEADER)
CHECKER = Holding(5, 60, Role.CHECKER)
HELD = [CHAIR, DEPUTY, CASHIER, LEADER, CHECKER]


@pytest.mark.parametrize(
    ("person", "role", "ended"),
    [
        (40, Role.CASHIER, [CASHIER]),
        (40, Role.DEPUTY, []),  # there may be two
        (40, Role.BOOKKEEPER, []),
        (20, Role.CHAIR, [CHAIR, DEPUTY]),  # one office of the board for a person
        (30, Role.BOOKKEEPER, [CASHIER]),  # leading a group goes on
        (10, Role.GROUP_LEADER, []),
        (60, Role.DEPUTY, [CHECKER]),  # who looks at what the board does is none of it
        (60, Role.CASHIER, [CASHIER, CHECKER]),
        (60, Role.GROUP_LEADER, []),
    ],
)
def test_what_ends_when_somebody_takes_an_office(
    person: int, role: Role, ended: list[Holding]
) -> None:
    assert ended_by(HELD, person=person, role=role) == ended


@pytest.mark.parametrize(
    ("person", "role", "code"),
    [
        (30, Role.CASHIER, Code.ALREADY_DONE),
        (10, Role.DEPUTY, Code.LAST_CHAIR),
        (10, Role.CASHIER, Code.LAST_CHAIR),
    ],
)
def test_what_cannot_be_taken(person: int, role: Role, code: Code) -> None:
    with pytest.raises(Refused) as no:
        ended_by(HELD, person=person, role=role)
    assert no.value.code is code


@pytest.mark.parametrize("office", [Role.CASHIER, Role.CHAIR])
def test_the_checker_stands_in_for_nobody(office: Role) -> None:
    with pytest.raises(Refused) as no:
        check_stand_in([Role.CHECKER], for_role=office)
    assert no.value.code is Code.CHECKER_OF_BOARD
    check_stand_in([Role.DEPUTY], for_role=office)


def test_the_last_chair_stays_but_one_of_two_may_go() -> None:
    with pytest.raises(Refused):
        check_chair_stays(HELD, [CHAIR])
    check_chair_stays([*HELD, Holding(6, 50, Role.CHAIR)], [CHAIR])
    check_chair_stays(HELD, [DEPUTY, CASHIER])


@pytest.mark.parametrize(
    "text", ["", "i-", "i-short", "x-" + "a" * 22, "i-" + "a" * 23, "HXMK2345"]
)
def test_other_words_carry_no_secret(text: str) -> None:
    assert secret_carried(text) is None


def test_what_is_kept_tells_nothing_of_what_the_link_carries() -> None:
    secret = secret_carried("i-" + "aB3_-" * 4 + "zz")
    assert secret is not None
    digest = digest_of(secret)
    assert len(f"s:accept_invitation:{digest}") <= 64
    assert len({secret, digest, kept(digest)}) == 3
