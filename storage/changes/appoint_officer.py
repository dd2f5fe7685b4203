"""An officer of the Association for an area: a link that works once, and who takes it up."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from club.address import Region, usual_form, usual_own_word
from club.invitations import SECRET_BYTES, TIME_TO_ACCEPT, digest_of, kept
from club.members import Role
from club.refusals import Code, Refused
from storage.changes.accept_invitation import CONSENT_WORDING
from storage.changes.deed import Deed
from storage.changes.found_club import inserted
from storage.changes.invite import Invitation
from storage.queries.officer_links import OfficerLink, officer_link
from storage.tables.chats import chats, invitations
from storage.tables.people import consents, officers, persons


def invite_officer(db: Connection, area_id: int, now: datetime) -> Invitation:
    """A link for an officer of the area. The secret is nowhere but in what is returned."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    ends_at = now + TIME_TO_ACCEPT
    number = inserted(
        db,
        invitations,
        secret_hash=kept(digest_of(secret)),
        area_id=area_id,
        role=Role.OFFICER.value,
        made_at=now,
        ends_at=ends_at,
    )
    return Invitation(number, f"i-{secret}", ends_at)


@dataclass(frozen=True, slots=True)
class OfficerAppointed:
    area_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BecomeOfficer:
    """Name, year of birth and sex are asked only of somebody nobody knows yet."""

    digest: str
    name: str = ""
    birth_year: int | None = None
    sex: str | None = None

    def carry_out(self, db: Connection, deed: Deed) -> OfficerAppointed:
        link = self._used_up(db, deed)
        person_id = deed.person_id or self._new_person(db, deed)
        db.execute(
            insert(officers).values(area_id=link.area_id, person_id=person_id, from_day=deed.today)
        )
        db.execute(update(chats).where(chats.c.id == deed.chat_id).values(person_id=person_id))
        return OfficerAppointed(link.area_name)

    def _used_up(self, db: Connection, deed: Deed) -> OfficerLink:
        """The link, from now on used; of two at once one gets it."""
        mine = invitations.c.secret_hash == kept(self.digest)
        db.execute(select(invitations.c.id).where(mine).with_for_update())
        link = officer_link(db, self.digest, deed.now)
        if link is None:
            raise Refused(Code.LINK_USED)
        used = {"used_at": deed.now, "used_by_chat": deed.chat_id}
        db.execute(update(invitations).where(invitations.c.id == link.id).values(**used))
        return link

    def _new_person(self, db: Connection, deed: Deed) -> int:
        form = usual_form(self.birth_year, self.sex, deed.today, Region.NORTH)
        person_id = inserted(
            db,
            persons,
            name=self.name,
            birth_year=self.birth_year,
            sex=self.sex,
            address=form,
            bot_word=usual_own_word(form, Region.NORTH),
            created_at=deed.now,
        )
        inserted(
            db,
            consents,
            person_id=person_id,
            purpose="membership",
            wording=CONSENT_WORDING,
            given=True,
            at=deed.now,
        )
        return person_id
