"""Who looks into it when somebody says that a receipt is not right."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from club.members import Office, Person, Role


class Disputed(StrEnum):
    """What somebody can say is not right."""

    CONTRIBUTION = "contribution"
    ENTRY = "entry"


LOOKING_INTO_IT = (Role.CHAIR, Role.DEPUTY, Role.SECRETARY, Role.BOOKKEEPER, Role.CASHIER)
"""In this order the first who had no part in it."""


def dispute_handler(
    raised_by: Person, involved: Collection[int], board: Iterable[Office]
) -> Office | None:
    """The first of the board who neither entered nor confirmed it and is not of her household.

    None where nobody is left: then it is for the commune's officer (Club rules, D.4).
    """
    offices = list(board)
    for role in LOOKING_INTO_IT:
        for office in offices:
            had_part = office.holder.id in involved or office.holder.is_close_to(raised_by)
            if office.role is role and not had_part:
                return office
    return None
