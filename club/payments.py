"""Paying money out: what for, who may, and when a second person has to agree.

Club rules, A.10, B.4 and E.2.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from club.areas import Area
from club.declarations import Declaration, confirmer_for
from club.ledger import DAYS_BACK
from club.members import Action, Office, Person
from club.money import Money
from club.refusals import Code, Refused
from club.rights import may, may_concern


class Purpose(StrEnum):
    """What a payment slip is for."""

    EXPENSE = "expense"
    HELP = "help"
    SICK_VISIT = "sick_visit"
    FUNERAL = "funeral"
    LONGEVITY = "longevity"


STANDING = {
    Purpose.SICK_VISIT: "sick_visit_sum",
    Purpose.FUNERAL: "funeral_sum",
    Purpose.LONGEVITY: "longevity_sum",
}
"""Amounts voted once and then paid by the cashier alone, by the setting that holds them."""

AREA_OF_VISITS = Area.CULTURE
AREA_OF_HELP = Area.SELF_HELP


def check_payer(
    purpose: Purpose, board: Iterable[Office], *, payer: Person, receiver: Person | None
) -> None:
    """Refuses everybody who may not pay this out.

    Nobody pays himself or his household. What concerns the cashier or his household is paid by
    the chair, else by the deputy (Club rules, B.4).
    receiver: a person of the club; None for somebody outside.
    """
    if receiver is not None and not may_concern(Action.RECORD_EXPENSE, payer, receiver):
        raise Refused(Code.OWN_AFFAIR)
    offices = list(board)
    roles = {office.role for office in offices if office.holder.id == payer.id}
    if may(roles, Action.PAY_STANDING if purpose in STANDING else Action.RECORD_EXPENSE):
        return
    if receiver is None or stand_in(receiver, offices) != payer.id:
        raise Refused(Code.NOT_ALLOWED)


def stand_in(receiver: Person, board: Iterable[Office]) -> int | None:
    """Who pays this person: the cashier, else the chair, else the deputy; None if nobody may."""
    return confirmer_for(Declaration(receiver, entered_by=receiver.id), board)


def needs_second(
    purpose: Purpose, amount: Money, *, limit: Money, happened_on: date, today: date
) -> bool:
    """Whether a second person has to agree: above the club's limit, or for a day long ago.

    Standing amounts have been voted already (Club rules, A.8 and E.2).
    """
    long_ago = (today - happened_on).days > DAYS_BACK
    return long_ago or (purpose not in STANDING and amount > limit)
