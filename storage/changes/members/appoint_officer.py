"""An officer of the Association for an area: a link that works once, and who takes it up."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert, or_, update

from club.address import Region
from club.invitations import SECRET_BYTES, TIME_TO_ACCEPT, digest_of, kept
from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.invite import Invitation
from storage.changes.joining.use_invitation import TakenUp, lock_invitation, mark_used, new_person
from storage.queries.members.officer_links import OfficerLink, officer_link
from storage.tables.chats import chats, invitations
from storage.tables.people import officers


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
class BecomeOfficer(TakenUp):
    def carry_out(self, db: Connection, deed: Deed) -> OfficerAppointed:
        link = self._used_up(db, deed)
        person_id = deed.person_id or new_person(db, deed, self, Region.NORTH)
        db.execute(
            insert(officers).values(area_id=link.area_id, person_id=person_id, from_day=deed.today)
        )
        db.execute(update(chats).where(chats.c.id == deed.chat_id).values(person_id=person_id))
        return OfficerAppointed(link.area_name)

    def _used_up(self, db: Connection, deed: Deed) -> OfficerLink:
        """The link, from now on used; of two at once one gets it."""
        lock_invitation(db, self.digest)
        link = officer_link(db, self.digest, deed.now)
        if link is None:
            raise Refused(Code.LINK_USED)
        mark_used(db, deed, link.id)
        return link


def end_officer(db: Connection, area_id: int, person_id: int, today: date) -> bool:
    """From this moment on the person is no officer of the area; False if she was none."""
    ended = (
        update(officers)
        .where(
            officers.c.area_id == area_id,
            officers.c.person_id == person_id,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .values(to_day=today - timedelta(days=1))
    )
    return db.execute(ended).rowcount > 0
