"""Somebody types the code that lets him type for a member; a stranger says first who he is."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.helping import check_new_helper, last_day
from club.refusals import Code, Refused
from club.support import require_old_enough
from storage.changes.deed import Deed
from storage.changes.helping.helping import HelperBegan, speak_for
from storage.changes.inserting import inserted
from storage.changes.joining.person_of_chat import person_of_chat
from storage.changes.money.book import lock_club
from storage.changes.volunteers.sign_up_volunteer import use_parents_code
from storage.queries.helping.helping import (
    OpenCode,
    helped_by,
    helpers_of,
    helpings_numbered,
    open_code,
)
from storage.queries.helping.witnesses import has_phone
from storage.tables.helping import helper_codes, helping_consents, helpings
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
            year, yes = self.birth_year, self.parents_code
            use_parents_code(db, deed, yes, birth_year=year, person_id=helper_id)
        code = _used_up(db, deed, self.code)
        mine = helped_by(db, helper_id, deed.today)
        check_new_helper(
            member=code.person_id,
            helper=helper_id,
            helped={each.person_id for each in mine},
            helpers={each.helper_id for each in helpers_of(db, code.person_id, deed.today)},
        )
        there = next((each for each in mine if each.member_id == code.member_id), None)
        number = _begun(db, deed, code, helper_id) if there is None else there.id
        if there is not None:
            _renew(db, deed, code, there.id)
        _agreed(db, deed, helper_id)
        helping = helpings_numbered(db, [number], deed.today)[number]
        speak_for(db, deed.chat_id, helping)
        told = has_phone(db, code.person_id)
        return HelperBegan(helping, there is not None, code.made_by, told)

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
        return person_of_chat(db, deed, name=self.name, birth_year=self.birth_year)


def _agreed(db: Connection, deed: Deed, helper_id: int) -> None:
    inserted(
        db,
        consents,
        person_id=helper_id,
        purpose="helping",
        wording=CONSENT_WORDING,
        given=True,
        at=deed.now,
    )


def _used_up(db: Connection, deed: Deed, typed: str) -> OpenCode:
    """The code, from now on used, and the consent with it; of two at once one gets it."""
    code = open_code(db, typed, deed.now)
    if code is None:
        raise Refused(Code.CODE_WRONG)
    lock_club(db, code.club_id)
    used = db.execute(
        update(helper_codes)
        .where(helper_codes.c.id == code.id, helper_codes.c.used_at.is_(None))
        .values(used_at=deed.now, used_by_chat=deed.chat_id)
    )
    if not used.rowcount:
        raise Refused(Code.CODE_WRONG)
    if code.consent_id is not None:
        consent = helping_consents.c.id == code.consent_id
        db.execute(update(helping_consents).where(consent).values(used_at=deed.now))
    return code


def _begun(db: Connection, deed: Deed, code: OpenCode, helper_id: int) -> int:
    return inserted(
        db,
        helpings,
        club_id=code.club_id,
        member_id=code.member_id,
        helper_id=helper_id,
        code_id=code.id,
        began_at=deed.now,
        last_day=last_day(deed.today),
    )


def _renew(db: Connection, deed: Deed, code: OpenCode, number: int) -> None:
    """Another twelve months from today."""
    renewed = {"last_day": last_day(deed.today), "code_id": code.id}
    db.execute(update(helpings).where(helpings.c.id == number).values(**renewed))
