"""Who pays money out, asked before anything else is: what one may not is not offered.

The cashier and the bookkeeper; the cashier alone what was voted once. What concerns the cashier
or his household is paid by the chair, else by the deputy (Club rules, B.4, E.2).
"""

from enum import StrEnum

from club.declarations import payers_of_the_cashiers
from club.members import Action
from club.payments import STANDING, Purpose
from club.rights import all_who_may
from handlers.dialogue.visitor import Visitor
from storage.queries import Connection
from storage.queries.members.boards import holders
from storage.queries.members.households import offices_held
from storage.queries.members.members import name_of


class Pays(StrEnum):
    """Whom somebody may pay: anybody, only those whose money the cashier may not touch, nobody."""

    ANYBODY = "anybody"
    IN_PLACE = "in_place"
    NOBODY = "nobody"


def action_of(purpose: Purpose) -> Action:
    return Action.PAY_STANDING if purpose in STANDING else Action.RECORD_EXPENSE


def pays(db: Connection, me: Visitor, purpose: Purpose) -> Pays:
    """What this person may pay out for such a purpose; who receives it decides the rest."""
    if me.may(action_of(purpose)):
        return Pays.ANYBODY
    instead = payers_of_the_cashiers(offices_held(db, me.club_id, me.today))
    return Pays.IN_PLACE if me.person in instead else Pays.NOBODY


def names_of_payers(db: Connection, me: Visitor, purpose: Purpose) -> list[str]:
    """Those in office today who pay such money out; empty where the offices are vacant."""
    roles = sorted(all_who_may(action_of(purpose)), reverse=True)
    found = [person for role in roles for person in holders(db, me.club_id, me.today, role.value)]
    return [name_of(db, each) for each in dict.fromkeys(found)]
