"""Somebody whom no message reached has been phoned or visited: she is off the list."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, update

from club.address import PersonName
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.members.to_phone import PHONED, people_to_phone
from storage.tables.schedule import reminders


@dataclass(frozen=True, slots=True)
class PersonTold:
    """`left`: how many others are still to be phoned."""

    name: PersonName
    left: int


@dataclass(frozen=True, slots=True)
class TellByMouth:
    """What she has not heard until now she has been told; what comes later counts again."""

    member_id: int

    def carry_out(self, db: Connection, deed: Deed) -> PersonTold:
        must_be_allowed(db, deed, Action.SEE_TO_PHONE)
        assert deed.club_id is not None
        people = people_to_phone(db, deed.club_id, deed.today)
        told = next((each for each in people if each.member_id == self.member_id), None)
        if told is None:
            raise Refused(Code.ALREADY_DONE)
        key = {"club_id": deed.club_id, "person_id": told.person_id, **PHONED}
        now = {"due_at": deed.now, "ends_at": deed.now, "planned_at": deed.now}
        same = [reminders.c[name] == value for name, value in key.items()]
        if not db.execute(update(reminders).where(*same).values(now)).rowcount:
            db.execute(insert(reminders).values(**key, **now, state="dropped", why="told"))
        return PersonTold(told.name, len(people) - 1)
