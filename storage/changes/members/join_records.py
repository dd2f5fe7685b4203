"""Two records of one person become one, by two of the board; the old number answers to the new.

What can move moves, and nothing stands twice. Entries of the books stay as they are: they name
the old number, which is read as the new one (`storage.queries.members.member_record.numbers_of`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Delete,
    Table,
    UniqueConstraint,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from club.address import PersonName
from club.members import Action
from club.money import NOTHING
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.members.new_accounts import hold_offices
from storage.changes.money.book import Written
from storage.changes.money.second_person import (
    Proposed,
    carried_out,
    decide,
    locked_club_of,
    propose,
)
from storage.changes.rights import must_be_allowed
from storage.queries.members.accounts import open_accounts
from storage.queries.members.member_record import KnownMember, known_member, record_to_join
from storage.queries.members.members import name_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.schema import APPEND_ONLY
from storage.tables import metadata
from storage.tables.board_life import records_joined
from storage.tables.people import members, offices, persons

_BY_HAND = {"members", "persons", "records_joined", *APPEND_ONLY}


@dataclass(frozen=True, slots=True)
class JoinRecords:
    """`old` goes, `kept` stays. Refused for one and the same, and where both hold an office.

    `old` may be of who asks to join and is a member already: her phone speaks for `kept` then.
    """

    old: int
    kept: int

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.KEEP_MEMBERS)
        club_id = locked_club_of(deed, db)
        old = record_to_join(db, club_id, self.old)
        if old is None:
            raise Refused(Code.NOT_FOUND)
        kept = _checked(db, deed, club_id, old, self.kept)
        content = {"old": old.member_id, "member": kept.member_id, "asked": old.state == "asked"}
        return propose(db, deed, ProposalKind.JOIN_RECORDS, content, subject=old.member_id)


@dataclass(frozen=True, slots=True)
class RecordsApart:
    """They stay two. `name` is what both are called."""

    name: PersonName


@dataclass(frozen=True, slots=True)
class KeepRecordsApart:
    """Two people of one name: nobody is asked again whether they are one."""

    old: int
    kept: int

    def carry_out(self, db: Connection, deed: Deed) -> RecordsApart:
        must_be_allowed(db, deed, Action.KEEP_MEMBERS)
        club_id = locked_club_of(deed, db)
        found = [known_member(db, club_id, each) for each in (self.old, self.kept)]
        both = [each for each in found if each is not None]
        if len({each.member_id for each in both}) < 2:
            raise Refused(Code.NOT_FOUND)
        if deed.person_id in {each.person_id for each in both}:
            raise Refused(Code.OWN_AFFAIR)
        content = {"old": self.old, "member": self.kept, "asked": False}
        made = propose(db, deed, ProposalKind.JOIN_RECORDS, content, subject=self.old)
        decide(db, deed, made.proposal, state="taken_back")
        return RecordsApart(name_of(db, both[1].person_id))


def _checked(  # noqa: PLR0917
    db: Connection, deed: Deed, club_id: int, old: KnownMember, kept_number: int
) -> KnownMember:
    kept = known_member(db, club_id, kept_number)
    if kept is None or kept.member_id == old.member_id:
        raise Refused(Code.NOT_FOUND)
    if "died" in {kept.state, old.state}:
        raise Refused(Code.NOT_FOUND)
    if deed.person_id in {old.person_id, kept.person_id}:
        raise Refused(Code.OWN_AFFAIR)
    if all(_in_office(db, deed, each.person_id) for each in (old, kept)):
        raise Refused(Code.BOTH_IN_OFFICE)
    mine, other = members.alias("mine"), members.alias("other")
    elsewhere = select(mine.c.id).where(
        mine.c.person_id == old.person_id,
        mine.c.club_id != club_id,
        exists().where(other.c.club_id == mine.c.club_id, other.c.person_id == kept.person_id),
    )
    if db.execute(elsewhere).first() is not None:
        raise Refused(Code.JOIN_THERE_FIRST)
    return kept


def _in_office(db: Connection, deed: Deed, person_id: int) -> bool:
    held = select(offices.c.id).where(
        offices.c.person_id == person_id,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= deed.today),
    )
    return db.execute(held).first() is not None


@carried_out(ProposalKind.JOIN_RECORDS)
def join_records(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Both have said yes: the records are one."""
    club_id = agreed.club_id
    old = record_to_join(db, club_id, agreed.content["old"])
    if old is None or old.member_id != agreed.content["old"]:
        raise Refused(Code.ALREADY_DONE)
    kept = _checked(db, deed, club_id, old, agreed.content["member"])
    # An account that spoke for nobody's office until now would speak for one.
    new = [
        account
        for each in (old, kept)
        if not _in_office(db, deed, each.person_id)
        for account in open_accounts(db, each.person_id)
    ]
    _move(db, members, old.member_id, kept.member_id)
    _move(db, persons, old.person_id, kept.person_id)
    elsewhere = (members.c.person_id == old.person_id, members.c.club_id != club_id)
    db.execute(update(members).where(*elsewhere).values(person_id=kept.person_id))
    _one_record(db, old, kept)
    _note_joined(db, deed, agreed, old=old, kept=kept)
    hold_offices(db, deed, kept.person_id, new)
    return ()


def _note_joined(
    db: Connection, deed: Deed, agreed: Proposal, *, old: KnownMember, kept: KnownMember
) -> None:
    """Which record became which; what was joined to the old one before goes along."""
    earlier = update(records_joined).where(records_joined.c.member_id == old.member_id)
    db.execute(earlier.values(member_id=kept.member_id, person_id=kept.person_id))
    inserted(
        db,
        records_joined,
        club_id=agreed.club_id,
        old_member_id=old.member_id,
        member_id=kept.member_id,
        old_person_id=old.person_id,
        person_id=kept.person_id,
        joined_on=deed.today,
        joined_by=agreed.proposed_by,
        second_person=deed.person,
    )


def _pointing_at(target: Table) -> Iterator[tuple[Table, "Column[int]"]]:
    """Every column of a table that may be changed which holds a number of the target."""
    for table in metadata.sorted_tables:
        if table.name in _BY_HAND:
            continue
        for key in table.foreign_keys:
            if key.column.table is target:
                yield table, table.c[key.parent.name]


def _move(db: Connection, target: Table, old: int, kept: int) -> None:
    """All rows about the old number are about the kept one; what both had stays once."""
    for table, column in _pointing_at(target):
        for unique in _unique_with(table, column):
            db.execute(_doubles(table, column, unique, (old, kept)))
        db.execute(update(table).where(column == old).values({column.name: kept}))


def _unique_with(table: Table, column: "Column[int]") -> list[list["Column[int]"]]:
    """The other columns of each unique set that this column is part of."""
    sets = [list(each.columns) for each in table.constraints if isinstance(each, UniqueConstraint)]
    return [[each for each in one if each is not column] for one in sets if column in one]


def _doubles(
    table: Table, column: "Column[int]", others: list["Column[int]"], numbers: tuple[int, int]
) -> Delete:
    """Deletes rows of the old number beside which the kept one has the same."""
    old, kept = numbers
    twin = table.alias("twin")
    same: list[ColumnElement[bool]] = [twin.c[each.name] == each for each in others]
    there = select(twin.c.id).where(twin.c[column.name] == kept, *same).correlate(table)
    return delete(table).where(and_(column == old, there.exists()))


def _one_record(db: Connection, old: KnownMember, kept: KnownMember) -> None:
    """What only the old record knew is kept; it is nobody's membership any more."""
    rows = {
        row.id: row
        for row in db.execute(
            select(members).where(members.c.id.in_([old.member_id, kept.member_id]))
        )
    }
    # Whoever only asked has not joined yet.
    first = min(row.joined_on for row in rows.values() if row.joined_on is not None)
    stays = "member" in {old.state, kept.state}
    values: dict[str, object] = {"joined_on": first}
    if stays:
        values |= {"state": "member", "left_on": None}
    db.execute(update(members).where(members.c.id == kept.member_id).values(**values))
    gone = update(members).where(members.c.id == old.member_id)
    db.execute(gone.values(state="refused", joined_on=None, left_on=None))
    _one_person(db, old.person_id, kept.person_id)


def _one_person(db: Connection, old: int, kept: int) -> None:
    """Gaps are filled from the old record; its own words go, and the name is the kept one's."""
    before = db.execute(select(persons).where(persons.c.id == old)).one()
    now = db.execute(select(persons).where(persons.c.id == kept)).one()
    filled = {
        name: getattr(before, name)
        for name in ("birth_year", "sex", "phone", "called", "word_between_us")
        if getattr(now, name) is None and getattr(before, name) is not None
    }
    if not now.hamlet and before.hamlet:
        filled["hamlet"] = before.hamlet
    if filled:
        db.execute(update(persons).where(persons.c.id == kept).values(**filled))
    db.execute(
        update(persons)
        .where(persons.c.id == old)
        .values(name=now.name, address=now.address, phone=None, called=None, word_between_us=None)
    )


@dataclass(frozen=True, slots=True)
class Moves:
    """What stands under a number, by what it is; in the preview of joining."""

    counts: tuple[tuple[str, int], ...]
    double_months: int


COUNTED = ("loans", "attendance", "meeting_answers", "declarations", "golden_heart", "owed_terms")


def what_moves(db: Connection, old: int, kept: int) -> Moves:
    """How much of each kind comes over, and how many fee months both have paid."""
    counts = []
    for name in COUNTED:
        table = metadata.tables[name]
        wanted = select(func.count()).select_from(table).where(table.c.member_id == old)
        counts.append((name, int(db.execute(wanted).scalar_one())))
    months = metadata.tables["fee_months"]
    paid = {each: _months_paid(db, months, each) for each in (old, kept)}
    counts.insert(0, ("fee_months", len(paid[old])))
    return Moves(tuple(each for each in counts if each[1]), len(paid[old] & paid[kept]))


def _months_paid(db: Connection, months: Table, member: int) -> set[object]:
    found = db.execute(
        select(months.c.month)
        .where(months.c.member_id == member)
        .group_by(months.c.month)
        .having(func.sum(months.c.amount) != NOTHING)
    )
    return set(found.scalars())
