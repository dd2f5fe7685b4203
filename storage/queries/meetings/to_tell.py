"""Who has to hear that a meeting has changed."""

from datetime import date

from sqlalchemy import Connection, select

from club.calendar import ONE_DAY
from club.reminders import Kind
from storage.queries.meetings.meetings import Invited, Meeting, invited
from storage.tables.schedule import reminders

# From then on every member has been asked, so every member is told.
ASKED_BEFORE = 3 * ONE_DAY


def concerned(db: Connection, before: Meeting, today: date, *, but_not: int) -> list[Invited]:
    """Those who answered, and who heard of an earlier change; once the question has gone out to
    all, everybody. Not `but_not`, the person who changed it.
    """
    everybody = before.day - today <= ASKED_BEFORE
    known = told_before(db, before)
    return [
        each
        for each in invited(db, before)
        if each.person_id != but_not
        and (everybody or each.answer is not None or each.person_id in known)
    ]


def told_before(db: Connection, of: Meeting) -> set[int]:
    """Who has been told, or was to be told, of an earlier change of this meeting."""
    found = db.execute(
        select(reminders.c.person_id).where(
            reminders.c.club_id == of.club_id,
            reminders.c.kind == Kind.MEETING_CHANGED.value,
            reminders.c.subject == str(of.id),
        )
    )
    return set(found.scalars())
