"""Opening a meeting table, entering at it, dropping it. Nothing of it is in the books yet.

Club rules, B.3. Closing it is storage.changes.money.close_table.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from club.ledger import check_day
from club.meeting_table import Answer, Sums
from club.members import Action
from club.money import Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.second_person import decide, locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import cash_in, places_of
from storage.queries.money.meeting_table import (
    MeetingTable,
    days_for_table,
    meeting_table,
    open_table,
)
from storage.queries.money.proposals import ProposalKind, waiting_proposals
from storage.tables.meeting_tables import meeting_table_entries, meeting_tables
from storage.tables.people import members

LARGEST = Money(10_000_000_000)
LONGEST_KEY = 80


@dataclass(frozen=True, slots=True)
class TableOpened:
    table: MeetingTable


@dataclass(frozen=True, slots=True)
class OpenTable:
    """For a meeting of the last days (None: for today), at a place whose cash was counted."""

    meeting_id: int | None
    place_id: int
    counted: Money

    def carry_out(self, db: Connection, deed: Deed) -> TableOpened:
        """Raises Refused where one is open, and where another sum is counted than booked."""
        must_be_allowed(db, deed, Action.KEEP_TABLE)
        club_id = locked_club_of(deed, db)
        if open_table(db, club_id) is not None:
            raise Refused(Code.TABLE_OPEN)
        days = [
            each for each in days_for_table(db, club_id, deed.today) if each[0] == self.meeting_id
        ]
        held = {each.id for each in places_of(db, club_id) if each.kind != "bank"}
        if not days or self.place_id not in held:
            raise Refused(Code.NOT_FOUND)
        check_day(days[0][1], today=deed.today)
        booked = cash_in(db, club_id, self.place_id)
        if self.counted != booked:
            raise Refused(Code.CASH_NOT_AS_BOOKED, counted=self.counted, booked=booked)
        number = inserted(
            db,
            meeting_tables,
            club_id=club_id,
            meeting_id=self.meeting_id,
            held_on=days[0][1],
            place_id=self.place_id,
            cash_before=self.counted,
            opened_by=deed.person,
            opened_at=deed.now,
            state="open",
            cause=deed.cause,
        )
        return TableOpened(there(db, club_id, number))


@dataclass(frozen=True, slots=True)
class EntryKept:
    """It lies on the table. `is_new` is False where this very version was kept before."""

    table: MeetingTable
    entry: str
    member_id: int
    is_removed: bool
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepEntry:
    """One version of one entry; `key` makes it count once, whoever sends it how often.

    Without names of their own, entry and key are those of the talk that made them.

    `number` is one above the version it corrects, 1 for a new entry. `made_at` is the phone's
    clock, for what was written without a network; never before the table was opened, nor later
    than now.
    """

    table_id: int
    member_id: int
    sums: Sums
    entry: str = ""
    number: int = 1
    key: str = ""
    made_at: datetime | None = None
    answer: Answer = Answer.NONE
    is_removed: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> EntryKept:
        """Raises Refused once the table is closed, for nothing at all, for a stranger."""
        must_be_allowed(db, deed, Action.KEEP_TABLE)
        table = locked_table(db, deed, self.table_id)
        key, entry = self.key or deed.cause, self.entry or deed.cause
        if self._is_there(db, key):
            return EntryKept(table, entry, self.member_id, self.is_removed, is_new=False)
        require_open(table)
        self._check(db, table)
        inserted(
            db,
            meeting_table_entries,
            table_id=table.id,
            key=key,
            entry=entry,
            version=self.number,
            made_at=self._made_at(table, deed),
            member_id=self.member_id,
            fee=self.sums.fee,
            interest=self.sums.interest,
            principal=self.sums.principal,
            gift=self.sums.gift,
            answer=self.answer.value,
            removed=self.is_removed,
            entered_by=deed.person,
            entered_in=deed.chat_id,
            received_at=deed.now,
        )
        return EntryKept(table, entry, self.member_id, self.is_removed, is_new=True)

    def _is_there(self, db: Connection, key: str) -> bool:
        rows = meeting_table_entries
        found = select(rows.c.id).where(rows.c.table_id == self.table_id, rows.c.key == key)
        return db.execute(found).first() is not None

    def _check(self, db: Connection, table: MeetingTable) -> None:
        if not (self.is_removed or self.sums.total):
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        if self.sums.total > LARGEST:
            raise Refused(Code.SUM_TOO_LARGE, possible=LARGEST)
        if max(len(self.entry), len(self.key)) > LONGEST_KEY or self.number < 1:
            raise Refused(Code.NOT_FOUND)
        found = select(members.c.id).where(
            members.c.id == self.member_id,
            members.c.club_id == table.club_id,
            members.c.joined_on.is_not(None),
        )
        if db.execute(found).first() is None:
            raise Refused(Code.NOT_FOUND)

    def _made_at(self, table: MeetingTable, deed: Deed) -> datetime:
        told = deed.now if self.made_at is None else self.made_at
        return max(table.opened_at, min(told, deed.now))


@dataclass(frozen=True, slots=True)
class TableDropped:
    """What was entered at it is in no book."""

    table: MeetingTable
    why: str


@dataclass(frozen=True, slots=True)
class DropTable:
    """Nothing of it will be booked; the reason is kept."""

    table_id: int
    why: str

    def carry_out(self, db: Connection, deed: Deed) -> TableDropped:
        must_be_allowed(db, deed, Action.KEEP_TABLE)
        if not self.why.strip():
            raise Refused(Code.REASON_MISSING)
        club_id = locked_club_of(deed, db)
        table = locked_table(db, deed, self.table_id)
        require_open(table)
        outdate(db, deed, table.id)
        end(db, table.id, state="dropped", closed_at=deed.now, reason=self.why.strip(),
            closed_by=deed.person)  # fmt: skip
        return TableDropped(there(db, club_id, table.id), self.why)


def locked_table(db: Connection, deed: Deed, number: int) -> MeetingTable:
    """The table, for this transaction alone. Raises Refused(NOT_FOUND)."""
    if deed.club_id is None:
        raise Refused(Code.NOT_FOUND)
    row = select(meeting_tables.c.id).where(meeting_tables.c.id == number)
    db.execute(row.with_for_update())
    found = meeting_table(db, deed.club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def require_open(table: MeetingTable) -> None:
    """Refused(TABLE_CLOSED) once it is closed or dropped."""
    if table.state != "open":
        raise Refused(Code.TABLE_CLOSED)


def outdate(db: Connection, deed: Deed, table_id: int) -> None:
    """What waits for a second person about the table waits no more."""
    for each in waiting_proposals(db, locked_club_of(deed, db), ProposalKind.MEETING_TABLE):
        if each.subject_id == table_id:
            decide(db, deed, each, state="outdated")


def end(db: Connection, table_id: int, **values: object) -> None:
    """How the table ended."""
    db.execute(update(meeting_tables).where(meeting_tables.c.id == table_id).values(**values))


def there(db: Connection, club_id: int, number: int) -> MeetingTable:
    """A table that is known to be there."""
    found = meeting_table(db, club_id, number)
    if found is None:
        raise LookupError("a table that was just written")
    return found
