"""Whoever looks into a dispute had no part in what is disputed."""

import pytest

from club.disputes import dispute_handler
from club.members import Office, Person, Role

HOA = Person(1, household=1)
CHAIR = Office(Role.CHAIR, Person(2))
DEPUTY = Office(Role.DEPUTY, Person(3, household=1))
CASHIER = Office(Role.CASHIER, Person(4))
BOARD = [CASHIER, DEPUTY, CHAIR]


@pytest.mark.parametrize(
    ("involved", "board", "expected"),
    [
        ({4}, BOARD, CHAIR),
        ({4, 2}, BOARD, None),  # the deputy is of her household
        ({2}, BOARD, CASHIER),
        (set(), [], None),
        ({4}, [CASHIER, Office(Role.CHAIR, HOA)], None),  # she is the chair herself
    ],
)
def test_the_first_without_a_part_in_it(
    involved: set[int], board: list[Office], expected: Office | None
) -> None:
    assert dispute_handler(HOA, involved, board) == expected
