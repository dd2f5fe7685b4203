"""A young person signs up as a volunteer. Club rules, F.7."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from club.address import usual_form, usual_own_word
from club.refusals import Code, Refused
from club.support import require_old_enough
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.tables.chats import chats
from storage.tables.people import consents, persons, volunteers

CONSENT_WORDING = "volunteer.consent/2"


@dataclass(frozen=True, slots=True)
class VolunteerSignedUp:
    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class SignUpVolunteer:
    """The chat speaks for the person from now on. Refused(TOO_YOUNG) keeps nothing at all.

    Somebody who is known already keeps name, year of birth and phone.
    """

    name: str
    birth_year: int
    belongs_to: str
    teaches: tuple[str, ...]
    commune: int | None
    hamlet: str
    phone: str

    def carry_out(self, db: Connection, deed: Deed) -> VolunteerSignedUp:
        require_old_enough(self.birth_year, deed.today, parent_agreed=False)
        person_id = deed.person_id or self._new_person(db, deed)
        there = db.execute(
            select(volunteers.c.id).where(volunteers.c.person_id == person_id)
        ).first()
        if there is not None:
            raise Refused(Code.ALREADY_DONE)
        self._become_volunteer(db, deed, person_id)
        return VolunteerSignedUp(person_id, self.name)

    def _become_volunteer(self, db: Connection, deed: Deed, person_id: int) -> None:
        db.execute(
            insert(volunteers).values(
                person_id=person_id,
                belongs_to=self.belongs_to,
                teaches=list(self.teaches),
                hamlet=self.hamlet,
                area_id=self.commune,
                signed_up_at=deed.now,
            )
        )
        db.execute(
            insert(consents).values(
                person_id=person_id,
                purpose="volunteering",
                wording=CONSENT_WORDING,
                given=True,
                at=deed.now,
            )
        )

    def _new_person(self, db: Connection, deed: Deed) -> int:
        chat = chats.c.id == deed.chat_id
        language = db.execute(select(chats.c.language).where(chat)).scalar_one()
        form = usual_form(self.birth_year, None, deed.today)
        person_id = inserted(
            db,
            persons,
            name=self.name,
            birth_year=self.birth_year,
            phone=self.phone or None,
            hamlet=self.hamlet,
            language=language,
            address=form,
            bot_word=usual_own_word(form),
            created_at=deed.now,
        )
        db.execute(update(chats).where(chat).values(person_id=person_id))
        return person_id
