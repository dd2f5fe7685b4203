"""A link that gives a role in a club: 128 bits, once, for 48 hours; only its digest is kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from club.invitations import SECRET_BYTES, TIME_TO_ACCEPT, digest_of, kept
from club.members import Action, Role
from club.offices import TO_APPOINT
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.members.members import name_of
from storage.tables.chats import invitations
from storage.tables.people import members


@dataclass(frozen=True, slots=True)
class Invitation:
    """`carried` is what the link carries: 't.me/…?start=' + carried, or typed as it is."""

    id: int
    carried: str
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """For an office of the club or, as a member, for an account alone; perhaps for one person."""

    club_id: int
    role: Role
    person_id: int | None = None
    made_by: int | None = None


def make_invitation(db: Connection, new: NewInvitation, now: datetime) -> Invitation:
    """A new link. The secret is nowhere but in what is returned."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    ends_at = now + TIME_TO_ACCEPT
    number = inserted(
        db,
        invitations,
        secret_hash=kept(digest_of(secret)),
        club_id=new.club_id,
        role=new.role.value,
        person_id=new.person_id,
        made_by=new.made_by,
        made_at=now,
        ends_at=ends_at,
    )
    return Invitation(number, f"i-{secret}", ends_at)


@dataclass(frozen=True, slots=True)
class InvitationMade:
    """`name` is empty where the link is for whoever gets it."""

    carried: str
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Invite:
    """The chair makes a link for an office, or for the account of a member (role: member)."""

    role: Role
    member_id: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> InvitationMade:
        must_be_allowed(db, deed, Action.APPOINT_OFFICE)
        person_id = self._person(db, deed)
        if deed.club_id is None or self.role not in (*TO_APPOINT, Role.MEMBER):
            raise Refused(Code.NOT_ALLOWED)
        new = NewInvitation(
            club_id=deed.club_id, role=self.role, person_id=person_id, made_by=deed.person_id
        )
        made = make_invitation(db, new, deed.now)
        return InvitationMade(made.carried, self.role, name_of(db, person_id))

    def _person(self, db: Connection, deed: Deed) -> int | None:
        if self.member_id is None:
            return None
        found = db.execute(
            select(members.c.person_id).where(
                members.c.id == self.member_id,
                members.c.club_id == deed.club_id,
                members.c.state == "member",
            )
        ).scalar()
        if found is None:
            raise Refused(Code.NOT_FOUND)
        return int(found)
