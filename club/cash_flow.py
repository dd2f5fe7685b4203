"""On which side of a month's cash book a sum stands; every form of the books asks here."""

from enum import StrEnum

from club.accounts import Kind
from club.money import NOTHING, Money


class Side(StrEnum):
    """BROUGHT: what the club had when its books began. MOVED: only the place is another."""

    BROUGHT = "brought"
    RECEIVED = "received"
    PAID = "paid"
    MOVED = "moved"


def side_of(kind: Kind, amount: Money, *, is_reversal: bool) -> Side:
    """Where cash of an entry counts; of a reversal, `kind` is that of the entry it reverses.

    A reversal lessens the side it reverses instead of swelling the other, so that what was entered
    wrongly stands in neither sum at the end.
    """
    match kind:
        case Kind.OPENING:
            return Side.BROUGHT
        case Kind.MOVE:
            return Side.MOVED
    return Side.RECEIVED if (amount > NOTHING) is not is_reversal else Side.PAID
