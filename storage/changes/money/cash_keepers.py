"""Who hands out and takes in cash that concerns a person: nobody for his own household."""

from sqlalchemy import Connection

from club.declarations import check_confirmer
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.queries.members.households import offices_held
from storage.queries.money.cash_keepers import concerning


def must_keep_cash_for(db: Connection, deed: Deed, person_id: int) -> None:
    """Raises Refused for everybody but the one who handles cash for this person today."""
    if deed.club_id is None:
        raise Refused(Code.NOT_FOUND)
    matter = concerning(db, deed.club_id, person_id, deed.today)
    check_confirmer(matter, offices_held(db, deed.club_id, deed.today), deed.person)
