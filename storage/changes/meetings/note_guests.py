"""The board notes the guests of a meeting: how many of which kind."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from club.meetings import MOST_GUESTS, Guests
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.meetings.planned_meeting import locked_meeting
from storage.changes.meetings.take_roll import require_open
from storage.changes.rights import must_be_allowed
from storage.queries.meetings.meetings import Meeting
from storage.queries.meetings.roll import guests_of
from storage.tables.attending import meeting_guests


@dataclass(frozen=True, slots=True)
class GuestsNoted:
    """`guests` are all of the meeting, by kind."""

    meeting: Meeting
    guests: tuple[tuple[Guests, int], ...]


@dataclass(frozen=True, slots=True)
class NoteGuests:
    """So many of this kind were there, whatever was noted before; nought takes them away."""

    meeting_id: int
    kind: Guests
    people: int

    def carry_out(self, db: Connection, deed: Deed) -> GuestsNoted:
        must_be_allowed(db, deed, Action.TAKE_ROLL)
        meeting = locked_meeting(db, self.meeting_id)
        if meeting.club_id != deed.club_id:
            raise Refused(Code.NOT_FOUND)
        if meeting.state == "cancelled":
            raise Refused(Code.MEETING_CANCELLED)
        if meeting.day > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        if not 0 <= self.people <= MOST_GUESTS:
            raise Refused(Code.SETTING_OUT_OF_RANGE)
        require_open(db, meeting)
        mine = (
            meeting_guests.c.meeting_id == meeting.id,
            meeting_guests.c.kind == self.kind.value,
        )
        db.execute(delete(meeting_guests).where(*mine))
        if self.people:
            db.execute(
                insert(meeting_guests).values(
                    meeting_id=meeting.id,
                    kind=self.kind.value,
                    people=self.people,
                    noted_at=deed.now,
                    noted_by=deed.person_id,
                )
            )
        return GuestsNoted(meeting, tuple(guests_of(db, meeting.id)))
