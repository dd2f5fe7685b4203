"""A young person signs up as a volunteer. Club rules, F.7."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.refusals import Code, Refused
from club.support import require_old_enough
from storage.changes.deed import Deed
from storage.changes.joining.person_of_chat import person_of_chat
from storage.tables.people import consents, volunteers
from storage.tables.volunteering import parent_consents

CONSENT_WORDING = "volunteer.consent/3"


@dataclass(frozen=True, slots=True)
class VolunteerSignedUp:
    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class SignUpVolunteer:
    """The chat speaks for the person from now on. Refused(TOO_YOUNG) keeps nothing at all.

    Somebody who is known already keeps name, year of birth and phone. `parents_code` is what a
    parent's own yes has given her, needed under 16: Refused(CODE_WRONG).
    """

    name: str
    birth_year: int
    belongs_to: str
    teaches: tuple[str, ...]
    commune: int | None
    hamlet: str
    phone: str
    languages: tuple[str, ...] = ()
    parents_code: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerSignedUp:
        require_old_enough(self.birth_year, deed.today, parent_agreed=bool(self.parents_code))
        person_id = deed.person_id or person_of_chat(
            db,
            deed,
            name=self.name,
            birth_year=self.birth_year,
            hamlet=self.hamlet,
            phone=self.phone,
        )
        there = db.execute(
            select(volunteers.c.id, volunteers.c.ended_on).where(
                volunteers.c.person_id == person_id
            )
        ).first()
        if there is not None and there.ended_on is None:
            raise Refused(Code.ALREADY_DONE)
        if self.parents_code:
            use_parents_code(
                db, deed, self.parents_code, birth_year=self.birth_year, person_id=person_id
            )
        self._become_volunteer(db, deed, person_id, again=there is not None)
        return VolunteerSignedUp(person_id, self.name)

    def _become_volunteer(self, db: Connection, deed: Deed, person_id: int, *, again: bool) -> None:
        said = {
            "belongs_to": self.belongs_to,
            "teaches": list(self.teaches),
            "languages": list(self.languages),
            "hamlet": self.hamlet,
            "area_id": self.commune,
            "signed_up_at": deed.now,
            "ended_on": None,
            "parent_agreed_at": deed.now if self.parents_code else None,
        }
        if again:
            mine = volunteers.c.person_id == person_id
            db.execute(update(volunteers).where(mine).values(**said))
        else:
            db.execute(insert(volunteers).values(person_id=person_id, **said))
        db.execute(
            insert(consents).values(
                person_id=person_id,
                purpose="volunteering",
                wording=CONSENT_WORDING,
                given=True,
                at=deed.now,
            )
        )


def use_parents_code(
    db: Connection, deed: Deed, code: str, *, birth_year: int, person_id: int
) -> None:
    """A parent's own yes counts once, for a child of that year; else Refused(CODE_WRONG)."""
    used = db.execute(
        update(parent_consents)
        .where(
            parent_consents.c.code == code,
            parent_consents.c.birth_year == birth_year,
            parent_consents.c.used_by.is_(None),
            parent_consents.c.ends_at > deed.now,
        )
        .values(used_by=person_id, used_at=deed.now)
    )
    if not used.rowcount:
        raise Refused(Code.CODE_WRONG)
