"""On which side of the cash book a sum stands."""

import pytest

from club.accounts import Kind
from club.cash_flow import Side, side_of
from club.money import Money

IN, OUT = Money(20_000), Money(-20_000)


@pytest.mark.parametrize(
    ("kind", "amount", "is_reversal", "side"),
    [
        (Kind.FEE, IN, False, Side.RECEIVED),
        (Kind.EXPENSE, OUT, False, Side.PAID),
        # A fee entered by mistake leaves the cash again and lessens what came in.
        (Kind.FEE, OUT, True, Side.RECEIVED),
        (Kind.EXPENSE, IN, True, Side.PAID),
        (Kind.OPENING, IN, False, Side.BROUGHT),
        (Kind.OPENING, OUT, True, Side.BROUGHT),
        (Kind.MOVE, IN, False, Side.MOVED),
        (Kind.MOVE, OUT, False, Side.MOVED),
    ],
)
def test_a_sum_stands_on_its_side_and_its_reversal_too(
    kind: Kind, amount: Money, is_reversal: bool, side: Side
) -> None:
    assert side_of(kind, amount, is_reversal=is_reversal) is side
