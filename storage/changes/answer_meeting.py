"""A member says whether she comes to the meeting."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, update

from club.meetings import Answer, require_not_begun
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.planned_meeting import locked_meeting, require_planned
from storage.queries.meetings import Invited, Meeting, invited
from storage.tables.meetings import meeting_answers


@dataclass(frozen=True, slots=True)
class MeetingAnswered:
    """`member` is who answered, with the answer she had given before, if any."""

    meeting: Meeting
    member: Invited
    answer: Answer
    reason: str


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
        member = _member(db, meeting, deed)
        require_planned(meeting)
        require_not_begun(meeting.begins, deed.now)
        reason = self.reason
        if not reason and self.answer is member.answer:
            reason = member.reason
        self._note(db, deed, member, reason)
        return MeetingAnswered(meeting, member, self.answer, reason)

    def _note(self, db: Connection, deed: Deed, member: Invited, reason: str) -> None:
        said = {"answer": self.answer.value, "reason": reason or None, "answered_at": deed.now}
        if member.answer is None:
            db.execute(
                insert(meeting_answers).values(
                    meeting_id=self.meeting_id, member_id=member.member_id, **said
                )
            )
            return
        db.execute(
            update(meeting_answers)
            .where(
                meeting_answers.c.meeting_id == self.meeting_id,
                meeting_answers.c.member_id == member.member_id,
            )
            .values(said)
        )


def _member(db: Connection, meeting: Meeting, deed: Deed) -> Invited:
    """The one who answers, as a member of the meeting's club; else Refused(NOT_ALLOWED)."""
    for each in invited(db, meeting):
        if each.person_id == deed.person_id:
            return each
    raise Refused(Code.NOT_ALLOWED)
