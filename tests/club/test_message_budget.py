"""What still goes out when the month's messages run low."""

from club.message_budget import PLEASANT, PRESSING, Budget, Weight, share, weight_of
from club.reminders import Kind


def goes(left: int) -> set[Weight]:
    budget = Budget(most=100, spent=100 - left)
    return {weight_of(kind) for kind in Kind if budget.allows(kind)}


def test_what_matters_less_stops_earlier() -> None:
    assert goes(100) == goes(41) == set(Weight)
    assert goes(40) == goes(21) == {Weight.USEFUL, Weight.PRESSING}
    assert goes(20) == goes(6) == {Weight.PRESSING}
    assert goes(5) == goes(0) == set()


def test_a_greeting_is_pleasant_and_an_instalment_presses() -> None:
    assert weight_of(Kind.GREETING) is Weight.PLEASANT
    assert weight_of(Kind.FEE_NOT_PAID) is Weight.USEFUL
    assert weight_of(Kind.INSTALMENT) is Weight.PRESSING
    assert not PLEASANT & PRESSING


def test_more_is_never_left_than_nothing() -> None:
    assert Budget(most=10, spent=25).left == 0
    assert not Budget(most=0, spent=0).allows(Kind.INSTALMENT)


def test_each_club_has_an_equal_share() -> None:
    assert share(3000, 2) == 1500
    assert share(3000, 0) == 3000
