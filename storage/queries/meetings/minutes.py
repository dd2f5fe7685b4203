"""Who enters what the members' meeting decided."""

from datetime import date

from sqlalchemy import Connection

from club.members import Action
from club.rights import may
from storage.queries.members.households import offices_held, person_in


def minute_takers(db: Connection, club_id: int, borrower: int, today: date) -> list[int]:
    """The persons who may enter the meeting's decision on somebody's loan; not her household."""
    whom = person_in(db, club_id, borrower, today)
    found = {
        each.holder.id
        for each in offices_held(db, club_id, today)
        if may({each.role}, Action.PLAN_MEETING) and not each.holder.is_close_to(whom)
    }
    return sorted(found)
