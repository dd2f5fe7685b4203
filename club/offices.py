"""Offices of the board: who may hold what beside what, and who has to go when somebody comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from club.members import BOARD, Role
from club.refusals import Code, Refused

TO_APPOINT = (
    Role.CHAIR,
    Role.DEPUTY,
    Role.SECRETARY,
    Role.BOOKKEEPER,
    Role.CASHIER,
    Role.GROUP_LEADER,
)
"""What a chair appoints to. A checker is elected, and belongs to no board."""

HELD_BY_ONE = frozenset({Role.CHAIR, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER})

LONGEST_STAND_IN = timedelta(days=60)
"""So long somebody stands in for the cashier, or is acting chair (Club rules, E.1)."""

_CHECK_ONE_ANOTHER = frozenset({Role.CHAIR, Role.BOOKKEEPER, Role.CASHIER})


@dataclass(frozen=True, slots=True)
class Holding:
    """An office as it is held today."""

    office_id: int
    person_id: int
    role: Role


def ended_by(holdings: Iterable[Holding], *, person: int, role: Role) -> list[Holding]:
    """The offices that end when this person takes this office.

    One holder each but for deputies and group leaders; and one office of the board for a person,
    since chair, bookkeeper and cashier check one another, and the checker all of them.
    Raises Refused(ALREADY_DONE) where the person holds it, Refused(LAST_CHAIR) where the club would
    be left without a chair.
    """
    held = list(holdings)
    if any(each.person_id == person and each.role is role for each in held):
        raise Refused(Code.ALREADY_DONE)
    replaced = [each for each in held if each.role is role and role in HELD_BY_ONE]
    given_up = [
        each
        for each in held
        if each.person_id == person
        and role in BOARD
        and each.role in {*BOARD, Role.CHECKER}
        and each not in replaced
    ]
    ended = replaced + given_up
    if role is not Role.CHAIR:
        check_chair_stays(held, ended)
    return ended


def check_chair_stays(holdings: Iterable[Holding], ended: Iterable[Holding]) -> None:
    """The last chair cannot go without a successor."""
    gone = list(ended)
    chairs = [each for each in holdings if each.role is Role.CHAIR]
    if chairs and all(each in gone for each in chairs):
        raise Refused(Code.LAST_CHAIR)


def check_stand_in(holds: Iterable[Role], *, for_role: Role) -> None:
    """Chair, bookkeeper and cashier check one another: none of them stands in for another, nor
    does the checker, who looks at what they all do for others.
    """
    held = set(holds)
    if for_role in held:
        raise Refused(Code.ALREADY_DONE)
    if Role.CHECKER in held:
        raise Refused(Code.CHECKER_OF_BOARD)
    if held & _CHECK_ONE_ANOTHER:
        raise Refused(Code.CHECK_ONE_ANOTHER)
