"""A member says whether she comes to the meeting."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from club.meetings import Answer, require_not_begun
from storage.changes.deed import Deed
from storage.changes.meetings.lifts import LiftChanges, follow_answer, note_answer, who_answers
from storage.changes.meetings.planned_meeting import locked_meeting, require_planned
from storage.queries.meetings.meetings import Invited, Meeting


@dataclass(frozen=True, slots=True)
class MeetingAnswered:
    """`member` is who answered, with the answer she had given before, if any."""

    meeting: Meeting
    member: Invited
    answer: Answer
    reason: str
    lifts: LiftChanges = field(default_factory=LiftChanges)


@dataclass(frozen=True, slots=True)
class AnswerMeeting:
    """Yes, no or "I need a lift"; the last answer before the meeting begins counts.

    A reason left out keeps the reason of a no that was given before.
    """

    meeting_id: int
    answer: Answer
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> MeetingAnswered:
        meeting = locked_meeting(db, self.meeting_id)
        member = who_answers(db, meeting, deed)
        require_planned(meeting)
        require_not_begun(meeting.begins, deed.now)
        reason = self.reason
        if not reason and self.answer is member.answer:
            reason = member.reason
        note_answer(db, deed, meeting.id, member, self.answer, reason)
        changes = follow_answer(db, deed, meeting, member_id=member.member_id, answer=self.answer)
        return MeetingAnswered(meeting, member, self.answer, reason, changes)
