"""Somebody takes up a link: the account, the membership and the office are one change."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from club.members import Role
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.joining.use_invitation import (
    TakenUp,
    lock_invitation,
    mark_used,
    new_person,
    note_consent,
)
from storage.changes.members.appoint import take_office
from storage.changes.members.new_accounts import account_linked, office_reached
from storage.changes.money.book import lock_club
from storage.queries.joining.invitations import OpenInvitation, open_invitation
from storage.queries.joining.perhaps_known import in_the_book
from storage.queries.members.accounts import offices_wait_in
from storage.queries.members.members import name_of
from storage.queries.own.address import region_of_club
from storage.tables.chats import chats
from storage.tables.people import members


@dataclass(frozen=True, slots=True)
class InvitationAccepted:
    """`channel` and `account` are shown to whoever made the link (Club rules, F.4). `since`: the
    day from which she is a member.
    """

    club_id: int
    club_name: str
    role: Role
    person_id: int
    name: str
    made_by: int | None
    channel: str
    account: str
    since: date
    offices_wait: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptInvitation(TakenUp):
    """`known_as`: the member of the club's book that a stranger has said to be."""

    known_as: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> InvitationAccepted:
        link = self._used_up(db, deed)
        lock_club(db, link.club_id)
        person_id = self._person(db, deed, link)
        _become_member(db, deed, link.club_id, person_id)
        if link.role is not Role.MEMBER:
            today, by = deed.today, link.made_by
            take_office(db, link.club_id, person_id, link.role, today=today, by=by)
        account = db.execute(
            update(chats)
            .where(chats.c.id == deed.chat_id)
            .values(person_id=person_id, club_id=link.club_id)
            .returning(chats.c.key)
        ).scalar_one()
        return InvitationAccepted(
            link.club_id,
            link.club_name,
            link.role,
            person_id,
            name_of(db, person_id),
            link.made_by,
            deed.channel,
            account,
            _member_since(db, link.club_id, person_id),
            self._waits(db, deed, link, person_id),
        )

    def _waits(self, db: Connection, deed: Deed, link: OpenInvitation, person_id: int) -> bool:
        """What an operator hands over in person is for who has no board to confirm it; that
        somebody is the one in the book is her word alone.
        """
        if link.made_by is None and self.known_as is None:
            return False
        reached = account_linked if deed.person_id is None else office_reached
        return reached(db, deed, person_id) and offices_wait_in(db, deed.chat_id)

    def _used_up(self, db: Connection, deed: Deed) -> OpenInvitation:
        """The link, from now on used; of two at once one gets it."""
        lock_invitation(db, self.digest)
        link = open_invitation(db, self.digest, deed.now)
        if link is None:
            raise Refused(Code.LINK_USED)
        mark_used(db, deed, link.id)
        return link

    def _person(self, db: Connection, deed: Deed, link: OpenInvitation) -> int:
        if deed.person_id is not None:
            if link.person_id not in {None, deed.person_id}:
                raise Refused(Code.NOT_ALLOWED)
            return deed.person_id
        if link.person_id is not None:
            return link.person_id
        if not self.name:
            raise LookupError("a stranger takes up a link with a name")
        if self.known_as is not None:
            return self._recognised(db, deed, link.club_id)
        return new_person(db, deed, self, region_of_club(db, link.club_id))

    def _recognised(self, db: Connection, deed: Deed, club_id: int) -> int:
        """Whoever has an account already takes up the link there, and nowhere else."""
        alike = in_the_book(db, club_id, self.name, self.birth_year)
        hers = [each for each in alike if each.who.member_id == self.known_as]
        if not hers or hers[0].has_account:
            raise Refused(Code.NOT_ALLOWED)
        note_consent(db, deed, hers[0].who.person_id)
        return hers[0].who.person_id


def _member_since(db: Connection, club_id: int, person_id: int) -> date:
    theirs = (members.c.club_id == club_id) & (members.c.person_id == person_id)
    since: date = db.execute(select(members.c.joined_on).where(theirs)).scalar_one()
    return since


def _become_member(db: Connection, deed: Deed, club_id: int, person_id: int) -> None:
    """Whoever gets a role in the club is a member of it from today on, if not already."""
    theirs = (members.c.club_id == club_id) & (members.c.person_id == person_id)
    row = db.execute(select(members.c.id, members.c.state).where(theirs)).first()
    if row is not None and row.state == "member":
        return
    if row is not None:
        db.execute(
            update(members).where(theirs).values(state="member", joined_on=deed.today, left_on=None)
        )
        return
    inserted(
        db,
        members,
        club_id=club_id,
        person_id=person_id,
        state="member",
        asked_at=deed.now,
        joined_on=deed.today,
    )
