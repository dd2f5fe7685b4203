"""The board takes somebody in, or does not."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.clubs import club
from storage.queries.members.naming import NAMED
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class MemberApproved:
    member_id: int
    person_id: int
    name: str
    club_name: str


@dataclass(frozen=True, slots=True)
class MemberRefused:
    member_id: int
    person_id: int
    name: str
    club_name: str


@dataclass(frozen=True, slots=True)
class DecideJoining:
    """Yes or no to somebody who asked. The first answer of the board counts."""

    member_id: int
    yes: bool
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> MemberApproved | MemberRefused:
        must_be_allowed(db, deed, Action.APPROVE_MEMBER)
        row = db.execute(
            select(members.c.person_id, members.c.club_id, members.c.state, NAMED)
            .join(persons, persons.c.id == members.c.person_id)
            .where(members.c.id == self.member_id)
            .with_for_update(of=members)
        ).first()
        if row is None or row.club_id != deed.club_id:
            raise Refused(Code.NOT_FOUND)
        if row.state != "asked":
            raise Refused(Code.ANSWERED)
        if row.person_id == deed.person_id:
            raise Refused(Code.OWN_AFFAIR)
        db.execute(
            update(members)
            .where(members.c.id == self.member_id)
            .values(
                state="member" if self.yes else "refused",
                joined_on=deed.today if self.yes else None,
                decided_by=deed.person_id,
                reason=self.reason or None,
            )
        )
        happened = MemberApproved if self.yes else MemberRefused
        return happened(self.member_id, row.person_id, row.name, club(db, row.club_id).name)
