"""The board moves a planned meeting to another day, time or place, or calls it off."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection, func, update

from club.broadcasts import check_for_all
from club.calendar import Month
from club.members import Action
from storage.changes.deed import Deed
from storage.changes.meetings.planned_meeting import free_beginning, planned_meeting
from storage.changes.meetings.unheard import note_told
from storage.changes.money.due_days import falls_out, move_due_days
from storage.changes.rights import must_be_allowed
from storage.queries.meetings.meetings import Meeting
from storage.tables.meetings import meetings


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """`before` is the meeting as it was planned until now."""

    before: Meeting
    day: date
    at: time
    place: str


@dataclass(frozen=True, slots=True)
class MoveMeeting:
    """The meeting takes place then and there instead. Answers stay; each may be changed."""

    meeting_id: int
    day: date
    at: time
    place: str

    def carry_out(self, db: Connection, deed: Deed) -> MeetingMoved:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        check_for_all(self.place)
        before = planned_meeting(db, deed, self.meeting_id)
        begins = free_beginning(db, deed, day=self.day, at=self.at, but_not=before.id)
        db.execute(
            update(meetings)
            .where(meetings.c.id == before.id)
            .values(
                month=Month.of(self.day),
                held_on=self.day,
                starts_at=begins,
                place=self.place,
                # It stays the meeting of the turn for which it was planned.
                stands_for=func.coalesce(meetings.c.stands_for, meetings.c.held_on),
                changes=meetings.c.changes + 1,
            )
        )
        move_due_days(db, before.club_id, before.day, self.day)
        note_told(db, deed, before, begins)
        return MeetingMoved(before, self.day, self.at, self.place)


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    meeting: Meeting
    why: str


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    """The meeting does not take place. The reason goes to the members, and is not kept."""

    meeting_id: int
    why: str

    def carry_out(self, db: Connection, deed: Deed) -> MeetingCancelled:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        check_for_all(self.why)
        meeting = planned_meeting(db, deed, self.meeting_id)
        db.execute(
            update(meetings)
            .where(meetings.c.id == meeting.id)
            .values(state="cancelled", changes=meetings.c.changes + 1)
        )
        falls_out(db, deed, meeting.club_id, meeting.day)
        note_told(db, deed, meeting, meeting.begins)
        return MeetingCancelled(meeting, self.why)
