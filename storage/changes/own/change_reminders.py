"""Somebody wants to be reminded of something, or no longer."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.refusals import Code, Refused
from club.reminders import Subject
from storage.changes.deed import Deed
from storage.queries.reminding.reminder_wishes import OFF
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class RemindersChanged:
    subject: Subject
    wanted: bool


@dataclass(frozen=True, slots=True)
class ChangeReminders:
    """Of the person, in every club and chat of hers; it holds for what was not sent yet."""

    subject: Subject
    wanted: bool

    def carry_out(self, db: Connection, deed: Deed) -> RemindersChanged:
        if deed.person_id is None:
            raise Refused(Code.NOT_ALLOWED)
        mine = persons.c.id == deed.person_id
        row = db.execute(select(persons.c.wishes).where(mine).with_for_update()).one()
        wishes = dict(row.wishes or {})
        off = set(wishes.get(OFF, ())) - {self.subject.value}
        wishes[OFF] = sorted(off if self.wanted else off | {self.subject.value})
        db.execute(update(persons).where(mine).values(wishes=wishes))
        return RemindersChanged(self.subject, self.wanted)
