"""Which reminders somebody does not want, and which a club does not send."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Connection, select

from club.reminders import SUBJECTS, Kind, Subject
from club.settings import REMINDER_SETTINGS
from storage.among import among
from storage.queries.settings.settings import setting
from storage.reminders import Claimed
from storage.tables.people import persons

OFF = "reminders_off"
"""In a person's wishes: the subjects of which she wants to hear nothing."""
_WISHES = select(persons.c.id, persons.c.wishes).where(
    among(persons.c.id, "person_ids"), persons.c.wishes.is_not(None)
)


def subjects_off(db: Connection, person_id: int) -> frozenset[Subject]:
    """What this person does not want to be reminded of."""
    return _of_persons(db, [person_id]).get(person_id, frozenset())


def switched_off(db: Connection, claimed: Collection[Claimed], today: date) -> set[int]:
    """The reminders among these that their person or their club has switched off."""
    known = {each.id: SUBJECTS.get(Kind(each.kind)) for each in claimed}
    wishes = _of_persons(db, {each.person_id for each in claimed})
    clubs = _of_clubs(
        db, {(each.club_id, subject) for each in claimed if (subject := known[each.id])}, today
    )
    return {
        each.id
        for each in claimed
        if known[each.id] in wishes.get(each.person_id, ())
        or (each.club_id, known[each.id]) in clubs
    }


def _of_persons(db: Connection, ids: Collection[int]) -> Mapping[int, frozenset[Subject]]:
    found = db.execute(_WISHES, {"person_ids": list(ids)})
    return {row.id: frozenset(Subject(each) for each in row.wishes.get(OFF, ())) for row in found}


def _of_clubs(
    db: Connection, asked: Collection[tuple[int, Subject]], today: date
) -> set[tuple[int, Subject]]:
    """Those of these clubs and subjects that the club has settled not to send."""
    return {
        (club_id, subject)
        for club_id, subject in asked
        if subject in REMINDER_SETTINGS
        and not setting(db, club_id, REMINDER_SETTINGS[subject], today)
    }
