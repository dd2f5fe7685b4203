"""Whether a decision of the members' meeting can be read in its minutes."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, bindparam, select

from storage.tables.meetings import meetings
from storage.tables.minutes import minutes


class MinutesState(StrEnum):
    """How the minutes of a day stand; messages.loans.loan_minutes has a sentence for each."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    MISSING = "missing"  # nobody has begun them, or no meeting was held on that day


def minutes_state_on(db: Connection, club_id: int, day: date) -> MinutesState:
    """How the minutes of the meeting of this day stand."""
    found = set(db.execute(_ON_DAY, {"club": club_id, "day": day}).scalars())
    if "signed" in found:
        return MinutesState.SIGNED
    return MinutesState.UNSIGNED if found else MinutesState.MISSING


def last_day_with_minutes(db: Connection, club_id: int, today: date) -> date | None:
    """The day of the last meeting whose minutes were at least begun."""
    return db.execute(_LAST, {"club": club_id, "day": today}).scalar()


_MINUTES = meetings.join(minutes, minutes.c.meeting_id == meetings.c.id)
_ON_DAY = (
    select(minutes.c.state)
    .select_from(_MINUTES)
    .where(meetings.c.club_id == bindparam("club"), meetings.c.held_on == bindparam("day"))
)
_LAST = (
    select(meetings.c.held_on)
    .select_from(_MINUTES)
    .where(meetings.c.club_id == bindparam("club"), meetings.c.held_on <= bindparam("day"))
    .order_by(meetings.c.held_on.desc())
    .limit(1)
)
