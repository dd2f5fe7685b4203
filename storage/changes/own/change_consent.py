"""One consent is taken back, or given; each alone, with what follows from it. Club rules, G.1."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, delete, insert, select, update

from club.consents import CHANGEABLE, GIVEN_HERE
from club.photos import About
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.life.health import ForgetHealth
from storage.queries.own.consents import consent_of
from storage.received import erase_photos_about
from storage.tables.people import circumstances, consents, members
from storage.tables.rollups import praised_people

WORDING = "my_data.consent_asked/1"


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    purpose: str
    given: bool


@dataclass(frozen=True, slots=True)
class ChangeConsent:
    """By herself alone. Refused(ALREADY_DONE) where it is so already."""

    purpose: str
    given: bool

    def carry_out(self, db: Connection, deed: Deed) -> ConsentChanged:
        if deed.typed_by is not None:
            raise Refused(Code.NOT_FOR_HELPER)
        if self.purpose not in (GIVEN_HERE if self.given else CHANGEABLE):
            raise Refused(Code.NOT_FOUND)
        if bool(consent_of(db, deed.person, self.purpose).given) == self.given:
            raise Refused(Code.ALREADY_DONE)
        if not self.given:
            _what_follows(db, deed, self.purpose)
        if self.given or self.purpose != "health":  # which notes its own
            _note_answer(db, deed, self.purpose, given=self.given)
        return ConsentChanged(self.purpose, self.given)


def _note_answer(db: Connection, deed: Deed, purpose: str, *, given: bool) -> None:
    answer = {"purpose": purpose, "wording": WORDING, "given": given, "at": deed.now}
    db.execute(insert(consents).values(person_id=deed.person, **answer))


def _what_follows(db: Connection, deed: Deed, purpose: str) -> None:
    """What was kept by this yes goes with it."""
    match purpose:
        case "health":
            ForgetHealth().carry_out(db, deed)
        case "photo":
            erase_photos_about(db, About.FACE.value, deed.person)
        case "poverty":
            hers = circumstances.c.member_id.in_(_memberships(deed.person))
            db.execute(delete(circumstances).where(hers, circumstances.c.kind == "hardship"))
        case "praise":
            named = praised_people.c.member_id.in_(_memberships(deed.person))
            db.execute(update(praised_people).where(named).values(agreed=False))


def _memberships(person_id: int) -> Select[int]:
    return select(members.c.id).where(members.c.person_id == person_id)
