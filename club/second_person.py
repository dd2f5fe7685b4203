"""Who says the second yes: another person, on another account, with no part in the matter."""

from collections.abc import Iterable
from dataclasses import dataclass

from club.members import Office, Person, Role
from club.refusals import Code, Refused

SECONDING = (Role.BOOKKEEPER, Role.CHAIR, Role.CASHIER, Role.DEPUTY, Role.SECRETARY)
"""In this order the first is asked; any of the others may answer as well."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What was proposed: by whom, from which account, and whom it concerns beside the club."""

    proposer: Person
    account: int
    concerns: Person | None = None


def seconds(matter: Matter, board: Iterable[Office]) -> list[int]:
    """The persons who may say the second yes, the first to ask first; none where none is left.

    Nobody of the proposer's household, nor of the household it concerns (Club rules, B.4, F.1).
    """
    offices = list(board)
    found = [
        office.holder.id
        for role in SECONDING
        for office in offices
        if office.role is role and _is_impartial(office.holder, matter)
    ]
    return list(dict.fromkeys(found))


def check_second(matter: Matter, board: Iterable[Office], *, person: int, account: int) -> None:
    """Refuses everybody but an impartial second person on an account of his own."""
    offices = list(board)
    if person not in {office.holder.id for office in offices if office.role in SECONDING}:
        raise Refused(Code.NOT_ALLOWED)
    if person not in seconds(matter, offices):
        raise Refused(Code.OWN_AFFAIR)
    if account == matter.account:
        raise Refused(Code.SAME_ACCOUNT)


def _is_impartial(holder: Person, matter: Matter) -> bool:
    concerned = matter.concerns is not None and holder.is_close_to(matter.concerns)
    return not concerned and not holder.is_close_to(matter.proposer)
