"""The board corrects a member's record, or notes what has changed in her life."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from club.address import PersonName
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.members.member_record import KnownMember, circumstance, group_of, known_member
from storage.queries.members.members import name_of
from storage.queries.money.closing import next_to_close
from storage.tables.board_life import person_corrections
from storage.tables.people import circumstances, groups, member_groups, persons

WORDS_OF_HERS = ("name", "phone", "hamlet")
CIRCUMSTANCES = {"hardship": ("none", "near_poor", "poor"), "sick": ("yes", "no")}


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """`what` is name, phone, hamlet, group, hardship or sick."""

    member_id: int
    person_id: int
    name: PersonName
    what: str
    value: str


@dataclass(frozen=True, slots=True)
class CorrectMember:
    """Another name, phone ('' for none) or hamlet; what stood there before is kept."""

    member_id: int
    what: str
    value: str

    def carry_out(self, db: Connection, deed: Deed) -> MemberChanged:
        club_id, who = member_locked(db, deed, self.member_id)
        value = " ".join(self.value.split())
        if self.what not in WORDS_OF_HERS or (self.what == "name" and not value):
            raise Refused(Code.NOT_FOUND)
        column = persons.c[self.what]
        before = db.execute(select(column).where(persons.c.id == who.person_id)).scalar() or ""
        if before == value:
            raise Refused(Code.NOTHING_CHANGED)
        inserted(
            db,
            person_corrections,
            person_id=who.person_id,
            club_id=club_id,
            what=self.what,
            before=before,
            changed_by=deed.person,
            changed_at=deed.now,
        )
        kept = None if self.what == "phone" and not value else value
        db.execute(update(persons).where(persons.c.id == who.person_id).values({column: kept}))
        return MemberChanged(
            who.member_id, who.person_id, name_of(db, who.person_id), self.what, value
        )


@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """From today she belongs to this group, or to none."""

    member_id: int
    group_id: int | None

    def carry_out(self, db: Connection, deed: Deed) -> MemberChanged:
        club_id, who = member_locked(db, deed, self.member_id)
        name = "" if self.group_id is None else _group_name(db, club_id, self.group_id)
        now_in = group_of(db, who.member_id, deed.today)
        if (None if now_in is None else now_in[0]) == self.group_id:
            raise Refused(Code.NOTHING_CHANGED)
        put_into_group(db, who.member_id, self.group_id, deed.today)
        return MemberChanged(who.member_id, who.person_id, who.name, "group", name)


def put_into_group(db: Connection, member_id: int, group_id: int | None, day: date) -> None:
    """From that day on; what was noted for the same day gives way."""
    same_day = (member_groups.c.member_id == member_id, member_groups.c.valid_from == day)
    db.execute(delete(member_groups).where(*same_day))
    db.execute(insert(member_groups).values(member_id=member_id, group_id=group_id, valid_from=day))


def _group_name(db: Connection, club_id: int, group_id: int) -> str:
    found = db.execute(
        select(groups.c.name).where(
            groups.c.id == group_id, groups.c.club_id == club_id, groups.c.ended_on.is_(None)
        )
    ).scalar()
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return str(found)


@dataclass(frozen=True, slots=True)
class NoteCircumstance:
    """Poor, near-poor or neither; sick or not: from a day on. Months that are closed stay."""

    member_id: int
    kind: str
    value: str
    valid_from: date

    def carry_out(self, db: Connection, deed: Deed) -> MemberChanged:
        club_id, who = member_locked(db, deed, self.member_id)
        if self.value not in CIRCUMSTANCES.get(self.kind, ()):
            raise Refused(Code.NOT_FOUND)
        if self.valid_from > deed.today:
            raise Refused(Code.DAY_IN_FUTURE)
        if self.valid_from < next_to_close(db, club_id).first_day:
            raise Refused(Code.MONTH_CLOSED)
        if circumstance(db, who.member_id, self.kind, self.valid_from) == self.value:
            raise Refused(Code.NOTHING_CHANGED)
        same = (circumstances.c.member_id == who.member_id, circumstances.c.kind == self.kind)
        # A day noted later would win over this one although this was said last.
        db.execute(
            delete(circumstances).where(*same, circumstances.c.valid_from >= self.valid_from)
        )
        db.execute(
            insert(circumstances).values(
                member_id=who.member_id,
                kind=self.kind,
                value=self.value,
                valid_from=self.valid_from,
            )
        )
        return MemberChanged(who.member_id, who.person_id, who.name, self.kind, self.value)


def member_locked(db: Connection, deed: Deed, member_id: int) -> tuple[int, KnownMember]:
    """The club, its books locked, and the member of it, for somebody who may change records."""
    must_be_allowed(db, deed, Action.KEEP_MEMBERS)
    club_id = locked_club_of(deed, db)
    found = known_member(db, club_id, member_id)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return club_id, found
