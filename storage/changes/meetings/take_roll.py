"""The board takes the roll: who is absent is named, the others were there; the meeting is held."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, update

from club.calendar import Month
from club.meetings import Answer, Attendance, Presence
from club.meetings import attendance as attendance_of
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.meetings.planned_meeting import locked_meeting
from storage.changes.rights import must_be_allowed
from storage.queries.faults.chain import months_closed
from storage.queries.meetings.meetings import Invited, Meeting, absent_members, invited
from storage.tables.attending import roll_corrections
from storage.tables.meetings import attendance, meetings


@dataclass(frozen=True, slots=True)
class RollTaken:
    meeting: Meeting
    attendance: Attendance


@dataclass(frozen=True, slots=True)
class TakeRoll:
    """Everybody who is a member on the day was present, except those named.

    `again` corrects a roll that was taken before; without it the second of two people who take
    the roll at once is refused with ALREADY_DONE, and nothing is overwritten. `before` are those
    who were absent when the correction began: ROLL_CHANGED if somebody else corrected meanwhile.
    A roll is corrected until its month is closed.
    """

    meeting_id: int
    absent: tuple[int, ...]
    again: bool = False
    before: tuple[int, ...] | None = None

    def carry_out(self, db: Connection, deed: Deed) -> RollTaken:
        must_be_allowed(db, deed, Action.TAKE_ROLL)
        meeting = locked_meeting(db, self.meeting_id)
        self._must_fit(db, meeting, deed)
        everybody = invited(db, meeting)
        self._note(db, deed, everybody, is_first=meeting.state != "held")
        db.execute(update(meetings).where(meetings.c.id == meeting.id).values(state="held"))
        roll = [self._presence(each) for each in everybody]
        return RollTaken(meeting, attendance_of(roll, members=len(everybody)))

    def _must_fit(self, db: Connection, meeting: Meeting, deed: Deed) -> None:
        if meeting.club_id != deed.club_id:
            raise Refused(Code.NOT_FOUND)
        if meeting.state == "cancelled":
            raise Refused(Code.MEETING_CANCELLED)
        if meeting.day > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        if meeting.state != "held":
            return
        if not self.again:
            raise Refused(Code.ALREADY_DONE)
        require_open(db, meeting)
        if self.before is not None and set(self.before) != absent_members(db, meeting.id):
            raise Refused(Code.ROLL_CHANGED)

    def _presence(self, member: Invited) -> Presence:
        if member.member_id not in self.absent:
            return Presence.PRESENT
        return Presence.EXCUSED if member.answer is Answer.NO else Presence.ABSENT

    def _note(
        self, db: Connection, deed: Deed, everybody: Sequence[Invited], *, is_first: bool
    ) -> None:
        if not is_first:
            gone = absent_members(db, self.meeting_id)
            note_corrections(db, deed, self.meeting_id, gone=gone, absent=self.absent)
        db.execute(delete(attendance).where(attendance.c.meeting_id == self.meeting_id))
        db.execute(
            insert(attendance),
            [
                {
                    "meeting_id": self.meeting_id,
                    "member_id": each.member_id,
                    "present": each.member_id not in self.absent,
                    "noted_at": deed.now,
                    "noted_by": deed.person_id,
                }
                for each in everybody
            ],
        )


def require_open(db: Connection, meeting: Meeting) -> None:
    """Refused(MONTH_CLOSED) once the meeting's month is final."""
    if Month.of(meeting.day) in months_closed(db, meeting.club_id):
        raise Refused(Code.MONTH_CLOSED)


def note_corrections(
    db: Connection,
    deed: Deed,
    meeting_id: int,
    *,
    gone: Collection[int],
    absent: Collection[int],
) -> None:
    """Who stood as absent and does not any more, or the other way round; and who changed it."""
    changed = [
        {
            "meeting_id": meeting_id,
            "member_id": each,
            "present": each not in absent,
            "changed_at": deed.now,
            "changed_by": deed.person_id,
        }
        for each in sorted(set(gone) ^ set(absent))
    ]
    if changed:
        db.execute(insert(roll_corrections), changed)
