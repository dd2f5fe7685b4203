"""Somebody types the code that lets him type for a member; a stranger says first who he is."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.address import usual_form, usual_own_word
from club.refusals import Code, Refused
from club.support import require_old_enough
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.changes.helping import HelperBegan, begin_helping, speak_for
from storage.changes.sign_up_volunteer import use_parents_code
from storage.queries.helping import helpings_numbered
from storage.queries.witnesses import has_phone
from storage.tables.chats import chats
from storage.tables.people import consents, persons, volunteers

CONSENT_WORDING = "helping.consent/1"


@dataclass(frozen=True, slots=True)
class BecomeHelper:
    """From now on this chat types for the member. Somebody known keeps name and year of birth.

    Raises Refused(CODE_WRONG), Refused(OWN_CODE), Refused(HELPERS_ENOUGH) and, under 16 without a
    parent's own yes, Refused(TOO_YOUNG): then nothing is kept at all (Club rules, F.7).
    """

    code: str
    name: str = ""
    birth_year: int | None = None
    parents_code: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> HelperBegan:
        helper_id = self._known(db, deed) or self._new_person(db, deed)
        if self.parents_code:
            assert self.birth_year is not None
            year, code = self.birth_year, self.parents_code
            use_parents_code(db, deed, code, birth_year=year, person_id=helper_id)
        number, renewed, made_by, person_id = begin_helping(db, deed, self.code, helper_id)
        inserted(
            db,
            consents,
            person_id=helper_id,
            purpose="helping",
            wording=CONSENT_WORDING,
            given=True,
            at=deed.now,
        )
        helping = helpings_numbered(db, [number], deed.today)[number]
        speak_for(db, deed.chat_id, helping)
        return HelperBegan(helping, renewed, made_by, has_phone(db, person_id))

    def _known(self, db: Connection, deed: Deed) -> int | None:
        if deed.person_id is None:
            return None
        who = deed.person
        found = db.execute(
            select(persons.c.birth_year, volunteers.c.parent_agreed_at)
            .select_from(persons.outerjoin(volunteers, volunteers.c.person_id == persons.c.id))
            .where(persons.c.id == who)
        ).one()
        agreed = bool(self.parents_code) or found.parent_agreed_at is not None
        year = found.birth_year or self.birth_year
        if year is not None:
            require_old_enough(year, deed.today, parent_agreed=agreed)
        return who

    def _new_person(self, db: Connection, deed: Deed) -> int:
        if not self.name or self.birth_year is None:
            raise Refused(Code.NOT_ALLOWED)
        agreed = bool(self.parents_code)
        require_old_enough(self.birth_year, deed.today, parent_agreed=agreed)
        chat = chats.c.id == deed.chat_id
        language = db.execute(select(chats.c.language).where(chat)).scalar_one()
        form = usual_form(self.birth_year, None, deed.today)
        person_id = inserted(
            db,
            persons,
            name=self.name,
            birth_year=self.birth_year,
            language=language,
            address=form,
            bot_word=usual_own_word(form),
            created_at=deed.now,
        )
        db.execute(update(chats).where(chat).values(person_id=person_id))
        return person_id
