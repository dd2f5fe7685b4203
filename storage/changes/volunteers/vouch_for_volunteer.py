"""The board vouches for a volunteer, who may then see addresses. Club rules, F.7."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.members import Action
from club.refusals import Code, Refused
from club.support import Place
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.volunteers.sessions import Session, mine_of, my_sessions, signed_up
from storage.queries.volunteers.volunteers import Volunteer, volunteer
from storage.tables.people import volunteers
from storage.tables.sessions import signups, support_sessions


@dataclass(frozen=True, slots=True)
class VolunteerVouchedFor:
    """`sessions` are those to come in which the volunteer has a place."""

    volunteer: Volunteer
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class VouchForVolunteer:
    """By a board for whose session the volunteer signed up; never for oneself.

    `how` is '' where the board knows her itself, or the name of the youth union's secretary who
    vouches for her.
    """

    person_id: int
    how: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerVouchedFor:
        must_be_allowed(db, deed, Action.OPEN_SESSION)
        db.execute(
            select(volunteers.c.id)
            .where(volunteers.c.person_id == self.person_id)
            .with_for_update()
        )
        who = volunteer(db, self.person_id)
        if who is None or not self._signed_up_with(db, deed):
            raise Refused(Code.NOT_FOUND)
        if who.person_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        if who.vouched:
            raise Refused(Code.ALREADY_DONE)
        db.execute(
            update(volunteers)
            .where(volunteers.c.person_id == self.person_id)
            .values(vouched_by=deed.person_id, vouched_how=self.how or None)
        )
        return VolunteerVouchedFor(who, self._places(db, deed))

    def _signed_up_with(self, db: Connection, deed: Deed) -> bool:
        found = db.execute(
            select(signups.c.id)
            .join(support_sessions, support_sessions.c.id == signups.c.session_id)
            .where(
                signups.c.person_id == self.person_id,
                support_sessions.c.club_id == deed.club_id,
            )
        ).first()
        return found is not None

    def _places(self, db: Connection, deed: Deed) -> tuple[Session, ...]:
        found = []
        for each in my_sessions(db, self.person_id, deed.now):
            mine = mine_of(signed_up(db, each.id), self.person_id)
            if mine is not None and mine.place is Place.TAKING:
                found.append(each)
        return tuple(found)
