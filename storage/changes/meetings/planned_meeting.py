"""A meeting that is about to change, locked until the transaction ends."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from club.calendar import instant_of
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.queries.clubs import club
from storage.queries.meetings.meetings import Meeting, meeting_by_number
from storage.tables.areas import clubs
from storage.tables.meetings import meetings


def locked_meeting(db: Connection, meeting_id: int) -> Meeting:
    """The meeting, whoever else wants to change it waits; Refused(NOT_FOUND) if there is none."""
    db.execute(select(meetings.c.id).where(meetings.c.id == meeting_id).with_for_update())
    found = meeting_by_number(db, meeting_id)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def planned_meeting(db: Connection, deed: Deed, meeting_id: int) -> Meeting:
    """A meeting of the deed's club that is still to come, locked.

    Refused NOT_FOUND, MEETING_CANCELLED, or MEETING_BEGUN once it has begun or its roll is taken.
    """
    found = locked_meeting(db, meeting_id)
    if found.club_id != deed.club_id:
        raise Refused(Code.NOT_FOUND)
    require_planned(found)
    if found.begins <= deed.now:
        raise Refused(Code.MEETING_BEGUN)
    return found


def require_planned(found: Meeting) -> None:
    """Refused(MEETING_CANCELLED) or Refused(MEETING_BEGUN) unless the meeting is planned."""
    if found.state == "cancelled":
        raise Refused(Code.MEETING_CANCELLED)
    if found.state != "planned":
        raise Refused(Code.MEETING_BEGUN)


def free_beginning(
    db: Connection, deed: Deed, *, day: date, at: time, but_not: int = 0
) -> datetime:
    """When a meeting on this day begins, in UTC; locks the club, so that two cannot take one day.

    Refused DAY_PAST when that moment is over, MEETING_THAT_DAY when another meeting is planned.
    """
    assert deed.club_id is not None
    db.execute(select(clubs.c.id).where(clubs.c.id == deed.club_id).with_for_update(key_share=True))
    begins = instant_of(day, at, ZoneInfo(club(db, deed.club_id).timezone))
    if begins <= deed.now:
        raise Refused(Code.DAY_PAST)
    there = db.execute(
        select(meetings.c.id).where(
            meetings.c.club_id == deed.club_id,
            meetings.c.held_on == day,
            meetings.c.state != "cancelled",
            meetings.c.id != but_not,
        )
    ).first()
    if there is not None:
        raise Refused(Code.MEETING_THAT_DAY, day=day)
    return begins
