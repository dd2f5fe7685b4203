"""Who says the second yes: another person, on another account, with no part in the matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from club.members import Action, Office, Person, Role
from club.refusals import Code, Refused
from club.rights import may_concern

SECONDING = (Role.BOOKKEEPER, Role.CHAIR, Role.CASHIER, Role.DEPUTY, Role.SECRETARY)
"""In this order the first is asked; any of the others may answer as well."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What was proposed: by whom, from which account, and whom it concerns beside the club.

    asked: who may answer, by office, the first to ask first.
    """

    proposer: Person
    account: int
    concerns: Person | None = None
    only: frozenset[int] | None = None
    """Where not everybody of the board may answer: the persons who may."""
    asked: tuple[Role, ...] = SECONDING


def seconds(matter: Matter, board: Iterable[Office]) -> list[int]:
    """The persons who may say the second yes, the first to ask first; none where none is left.

    Nobody of the proposer's household, nor of the household it concerns (Club rules, B.4, F.1).
    """
    offices = list(board)
    found = [
        office.holder.id
        for role in matter.asked
        for office in offices
        if office.role is role and _is_impartial(office.holder, matter)
    ]
    return list(dict.fromkeys(found))


def check_second(matter: Matter, board: Iterable[Office], *, person: int, account: int) -> None:
    """Refuses everybody but an impartial second person on an account of his own."""
    offices = list(board)
    if person not in {office.holder.id for office in offices if office.role in matter.asked}:
        raise Refused(Code.NOT_ALLOWED)
    if person not in seconds(matter, offices):
        raise Refused(Code.OWN_AFFAIR)
    if account == matter.account:
        raise Refused(Code.SAME_ACCOUNT)


def _is_impartial(holder: Person, matter: Matter) -> bool:
    if matter.only is not None and holder.id not in matter.only:
        return False
    concerned = matter.concerns is not None and not may_concern(
        Action.SECOND, holder, matter.concerns
    )
    return not concerned and may_concern(Action.SECOND, holder, matter.proposer)
