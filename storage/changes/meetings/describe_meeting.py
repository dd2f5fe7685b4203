"""The board says what a planned meeting's talk is about and what to bring."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.broadcasts import check_for_all
from club.members import Action
from storage.changes.deed import Deed
from storage.changes.meetings.planned_meeting import planned_meeting
from storage.changes.rights import must_be_allowed
from storage.queries.meetings.meetings import Meeting
from storage.tables.meetings import meetings


@dataclass(frozen=True, slots=True)
class MeetingDescribed:
    meeting: Meeting
    talk: str
    bring: str


@dataclass(frozen=True, slots=True)
class DescribeMeeting:
    """Day, hour and place stay; what is empty here is taken away."""

    meeting_id: int
    talk: str
    bring: str

    def carry_out(self, db: Connection, deed: Deed) -> MeetingDescribed:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        check_for_all(self.talk, self.bring)
        found = planned_meeting(db, deed, self.meeting_id)
        db.execute(
            update(meetings)
            .where(meetings.c.id == found.id)
            .values(talk=self.talk, bring=self.bring)
        )
        return MeetingDescribed(found, self.talk, self.bring)
