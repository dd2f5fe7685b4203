"""A member says whether she comes to the meeting."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from club.meetings import Answer, require_not_begun
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.meetings.lifts import LiftChanges, follow_answer, note_answer, who_answers
from storage.changes.meetings.planned_meeting import locked_meeting, require_planned
from storage.changes.rights import must_be_allowed
from storage.queries.helping.witnesses import without_phone
from storage.queries.meetings.meetings import Invited, Meeting, invited


@dataclass(frozen=True, slots=True)
class MeetingAnswered:
    """`member` is who answered, with the answer she had given before, if any."""

    meeting: Meeting
    member: Invited
    answer: Answer
    reason: str
    lifts: LiftChanges = field(default_factory=LiftChanges)
    on_behalf: bool = False


@dataclass(frozen=True, slots=True)
class AnswerMeeting:
    """Yes, no or "I need a lift"; the last answer before the meeting begins counts.

    A reason left out keeps the reason of a no that was given before. `for_member`: one without a
    phone, for whom the board answers; it is marked so.
    """

    meeting_id: int
    answer: Answer
    reason: str = ""
    for_member: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> MeetingAnswered:
        meeting = locked_meeting(db, self.meeting_id)
        member = self._member(db, deed, meeting)
        require_planned(meeting)
        require_not_begun(meeting.begins, deed.now)
        reason = self.reason
        if not reason and self.answer is member.answer:
            reason = member.reason
        note_answer(db, deed, meeting.id, member, self.answer, reason)
        changes = follow_answer(db, deed, meeting, member_id=member.member_id, answer=self.answer)
        on_behalf = self.for_member is not None
        return MeetingAnswered(meeting, member, self.answer, reason, changes, on_behalf)

    def _member(self, db: Connection, deed: Deed, meeting: Meeting) -> Invited:
        if self.for_member is None:
            return who_answers(db, meeting, deed)
        must_be_allowed(db, deed, Action.TAKE_ROLL)
        silent = {each.member_id for each in without_phone(db, meeting.club_id)}
        if meeting.club_id != deed.club_id or self.for_member not in silent:
            raise Refused(Code.NOT_ALLOWED)
        for each in invited(db, meeting):
            if each.member_id == self.for_member:
                return each
        raise Refused(Code.NOT_FOUND)
