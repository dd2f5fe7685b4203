"""The board plans a meeting."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Connection

from club.broadcasts import check_for_all
from club.calendar import Month
from club.members import Action
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.meetings.planned_meeting import free_beginning
from storage.changes.money.due_days import usual_day_becomes
from storage.changes.rights import must_be_allowed
from storage.tables.meetings import meetings


@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    meeting_id: int
    club_id: int
    day: date
    at: time
    place: str
    talk: str
    bring: str


@dataclass(frozen=True, slots=True)
class PlanMeeting:
    """A meeting on this day at this local time. One a day; none in the past."""

    day: date
    at: time
    place: str
    talk: str = ""
    bring: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> MeetingPlanned:
        must_be_allowed(db, deed, Action.PLAN_MEETING)
        check_for_all(self.place, self.talk, self.bring)
        assert deed.club_id is not None
        meeting_id = inserted(
            db,
            meetings,
            club_id=deed.club_id,
            month=Month.of(self.day),
            held_on=self.day,
            starts_at=free_beginning(db, deed, day=self.day, at=self.at),
            place=self.place,
            talk=self.talk,
            bring=self.bring,
            state="planned",
            planned_by=deed.person_id,
            cause=deed.cause,
        )
        usual_day_becomes(db, deed, deed.club_id, self.day)
        return MeetingPlanned(
            meeting_id, deed.club_id, self.day, self.at, self.place, self.talk, self.bring
        )
