"""Who may pay out what to whom, and when two have to agree."""

from datetime import date

import pytest

from club.members import Office, Person, Role
from club.money import Money
from club.payments import Purpose, check_payer, needs_second, stand_in
from club.refusals import Code, Refused

CHAIR, DEPUTY, BOOKKEEPER, CASHIER = (Person(1, 10), Person(2, 20), Person(3, 30), Person(4, 40))
BOARD = [
    Office(Role.CHAIR, CHAIR),
    Office(Role.DEPUTY, DEPUTY),
    Office(Role.BOOKKEEPER, BOOKKEEPER),
    Office(Role.CASHIER, CASHIER),
]
HOA = Person(9, 90)
OF_THE_CASHIERS_HOUSE = Person(8, 40)
TODAY = date(2026, 11, 2)


def refused(purpose: Purpose, payer: Person, receiver: Person | None) -> Code | None:
    try:
        check_payer(purpose, BOARD, payer=payer, receiver=receiver)
    except Refused as no:
        return no.code
    return None


@pytest.mark.parametrize("purpose", [Purpose.EXPENSE, Purpose.HELP])
def test_cashier_and_bookkeeper_pay_others_do_not(purpose: Purpose) -> None:
    assert refused(purpose, CASHIER, HOA) is None
    assert refused(purpose, BOOKKEEPER, HOA) is None
    assert refused(purpose, CHAIR, HOA) is Code.NOT_ALLOWED
    assert refused(purpose, HOA, None) is Code.NOT_ALLOWED


def test_standing_amounts_are_paid_by_the_cashier_alone() -> None:
    assert refused(Purpose.SICK_VISIT, CASHIER, HOA) is None
    assert refused(Purpose.SICK_VISIT, BOOKKEEPER, HOA) is Code.NOT_ALLOWED


def test_for_the_cashiers_household_the_chair_stands_in() -> None:
    for receiver in (CASHIER, OF_THE_CASHIERS_HOUSE):
        assert refused(Purpose.SICK_VISIT, CASHIER, receiver) is Code.OWN_AFFAIR
        assert refused(Purpose.SICK_VISIT, CHAIR, receiver) is None
        assert refused(Purpose.SICK_VISIT, DEPUTY, receiver) is Code.NOT_ALLOWED
        assert stand_in(receiver, BOARD) == CHAIR.id


def test_where_nobody_is_left_nobody_stands_in() -> None:
    alone = [Office(Role.CASHIER, CASHIER)]
    assert stand_in(OF_THE_CASHIERS_HOUSE, alone) is None


@pytest.mark.parametrize(
    ("purpose", "dong", "day", "two"),
    [
        (Purpose.EXPENSE, 1_000_000, TODAY, False),
        (Purpose.EXPENSE, 1_000_001, TODAY, True),
        (Purpose.HELP, 1_000_001, TODAY, True),
        (Purpose.FUNERAL, 5_000_000, TODAY, False),
        (Purpose.EXPENSE, 1, date(2026, 9, 3), False),
        (Purpose.EXPENSE, 1, date(2026, 9, 2), True),
    ],
)
def test_two_agree_above_the_limit_and_on_days_long_ago(
    purpose: Purpose, dong: int, day: date, two: bool
) -> None:
    limit = Money(1_000_000)
    assert needs_second(purpose, Money(dong), limit=limit, happened_on=day, today=TODAY) is two
