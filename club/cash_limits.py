"""How much cash may lie in one place at home before the board is told (Club rules, A.1)."""

from club.money import NOTHING, Money

AT_HOME = frozenset({"tin", "hands"})
"""Kinds of places that have a limit; a bank keeps any sum."""


def is_above(limit: Money, *, kind: str, there: Money) -> bool:
    """Whether more lies in a place than the club wants there. A limit of nothing is none."""
    return kind in AT_HOME and NOTHING < limit < there


def came_above(limit: Money, *, kind: str, there: Money, gained: Money) -> bool:
    """Whether it was `gained` just now that brought the place above its limit: what lay above it
    before has been told already.
    """
    above = is_above(limit, kind=kind, there=there)
    return above and not is_above(limit, kind=kind, there=there - gained)
