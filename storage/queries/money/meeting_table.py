"""The meeting table: who stands on it, what each is expected to give, and what was entered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from club.calendar import Month
from club.contributions import fee_months_owed, months_payable, total_owed
from club.meeting_table import (
    Answer,
    Cash,
    Due,
    Reckoned,
    Sums,
    Version,
    reckoned,
)
from club.money import NOTHING, Money, total
from club.repayments import sum_to_close
from storage.queries.loans.loans import Loan, running_loans
from storage.queries.members.naming import NAMED
from storage.queries.money.fees import fee_facts_of
from storage.queries.money.ledger import cash_in
from storage.tables.books import declarations
from storage.tables.meeting_tables import meeting_table_entries, meeting_tables
from storage.tables.meetings import meetings
from storage.tables.people import groups, member_groups, members, persons

DAYS_TO_OPEN = timedelta(days=7)
"""So long after a meeting its table can still be opened."""


@dataclass(frozen=True, slots=True)
class MeetingTable:
    """A table. `state` is open, closed or dropped; `counted` only once it is closed."""

    id: int
    club_id: int
    meeting_id: int | None
    held_on: date
    place_id: int
    cash_before: Money
    opened_by: int
    opened_at: datetime
    state: str
    counted: Money | None


@dataclass(frozen=True, slots=True)
class AtTable:
    """A person of the list. `number` is that of the printed sheet, `group` her tổ or ''."""

    number: int
    member_id: int
    person_id: int
    name: str
    group: str
    due: Due


@dataclass(frozen=True, slots=True)
class TableNow:
    """A table with its list and what was entered, as it stands now."""

    table: MeetingTable
    people: tuple[AtTable, ...]
    versions: tuple[Version, ...]
    reckoned: Reckoned
    cash: Cash

    @property
    def seal(self) -> str:
        """Changes with everything that would be booked."""
        lines = [
            (member, line.sums, [each.now.answer.value for each in line.entries])
            for member, line in sorted(self.reckoned.lines.items())
        ]
        return sha256(repr((lines, self.cash)).encode()).hexdigest()[:16]

    def person(self, member_id: int) -> AtTable | None:
        """Who has this membership, if she stands on the list."""
        return next((each for each in self.people if each.member_id == member_id), None)


def _tables() -> Select[Any]:
    names = list(MeetingTable.__dataclass_fields__)
    return select(*(meeting_tables.c[name] for name in names))


_BY_NUMBER = _tables().where(
    meeting_tables.c.id == bindparam("number"), meeting_tables.c.club_id == bindparam("of_club")
)
_OPEN = _tables().where(
    meeting_tables.c.club_id == bindparam("of_club"), meeting_tables.c.state == "open"
)


def meeting_table(db: Connection, club_id: int, number: int) -> MeetingTable | None:
    """One table of the club, whatever became of it."""
    row = db.execute(_BY_NUMBER, {"number": number, "of_club": club_id}).first()
    return None if row is None else MeetingTable(*row)


def table_of_any_club(db: Connection, number: int) -> MeetingTable | None:
    """One table; whoever asks has to see to it that it is of her club."""
    row = db.execute(_tables().where(meeting_tables.c.id == number)).first()
    return None if row is None else MeetingTable(*row)


def open_table(db: Connection, club_id: int) -> MeetingTable | None:
    """The table at which money is taken now; a club has at most one."""
    row = db.execute(_OPEN, {"of_club": club_id}).first()
    return None if row is None else MeetingTable(*row)


def days_for_table(db: Connection, club_id: int, today: date) -> list[tuple[int | None, date]]:
    """The meetings of the last days, today's included, whose table was not closed yet.

    Where none was planned for today, today stands without a meeting.
    """
    closed = select(meeting_tables.c.meeting_id).where(
        meeting_tables.c.club_id == club_id,
        meeting_tables.c.state == "closed",
        meeting_tables.c.meeting_id.is_not(None),
    )
    found = db.execute(
        select(meetings.c.id, meetings.c.held_on)
        .where(
            meetings.c.club_id == club_id,
            meetings.c.state != "cancelled",
            meetings.c.held_on.between(today - DAYS_TO_OPEN, today),
            meetings.c.id.not_in(closed),
        )
        .order_by(meetings.c.held_on.desc(), meetings.c.id)
    )
    days: list[tuple[int | None, date]] = [(row.id, row.held_on) for row in found]
    return days if any(day == today for _, day in days) else [*days, (None, today)]


def table_now(db: Connection, table: MeetingTable) -> TableNow:
    """The whole table: everything is read at once, whoever asks."""
    people = people_at(db, table.club_id, table.held_on)
    versions = tuple(versions_of(db, table.id))
    found = reckoned(versions, {each.member_id: each.due for each in people})
    there = cash_in(db, table.club_id, table.place_id)
    cash = Cash(table.cash_before, found.sums.total, there - table.cash_before)
    return TableNow(table, people, versions, found, cash)


def newest_version(db: Connection, table_id: int) -> int:
    """Grows with everything that is entered at the table."""
    newest = select(func.max(meeting_table_entries.c.id)).where(
        meeting_table_entries.c.table_id == table_id
    )
    return int(db.execute(newest).scalar() or 0)


def versions_of(db: Connection, table_id: int) -> list[Version]:
    """Everything that was entered at the table, in the order in which it came."""
    rows = meeting_table_entries
    found = db.execute(select(rows).where(rows.c.table_id == table_id).order_by(rows.c.id))
    return [
        Version(
            entry=row.entry,
            key=row.key,
            number=row.version,
            made_at=row.made_at,
            member=row.member_id,
            sums=Sums(fee=row.fee, interest=row.interest, principal=row.principal, gift=row.gift),
            by=row.entered_by,
            answer=Answer(row.answer),
            is_removed=row.removed,
        )
        for row in found
    ]


_PEOPLE = (
    select(
        members.c.id,
        members.c.person_id,
        NAMED,
        groups.c.id.label("group_id"),
        groups.c.name.label("group_name"),
    )
    .select_from(
        members.join(persons, persons.c.id == members.c.person_id)
        .outerjoin(
            member_groups,
            and_(
                member_groups.c.member_id == members.c.id,
                member_groups.c.valid_from <= bindparam("on_day"),
            ),
        )
        .outerjoin(groups, groups.c.id == member_groups.c.group_id)
    )
    .where(
        members.c.club_id == bindparam("of_club"),
        members.c.state == "member",
        or_(members.c.joined_on.is_(None), members.c.joined_on <= bindparam("on_day")),
    )
    .order_by(members.c.id, member_groups.c.valid_from)
)


def people_at(db: Connection, club_id: int, day: date) -> tuple[AtTable, ...]:
    """Every member, by group and then in the order of joining; numbered as on the sheet."""
    found = db.execute(_PEOPLE, {"of_club": club_id, "on_day": day})
    # The last of a member's groups is the one she is in; who is in none comes last.
    rows = sorted(
        {row.id: row for row in found}.values(),
        key=lambda row: (row.group_name is None, row.group_name or "", row.group_id or 0, row.id),
    )
    dues = dues_of(db, club_id, day, [row.id for row in rows])
    return tuple(
        AtTable(number, row.id, row.person_id, row.name, row.group_name or "", dues[row.id])
        for number, row in enumerate(rows, 1)
    )


def dues_of(db: Connection, club_id: int, day: date, wanted: Iterable[int]) -> dict[int, Due]:
    """What each of these members is expected to give on that day, arrears included."""
    month = Month.of(day)
    facts = fee_facts_of(db, club_id)
    lent: dict[int, list[Loan]] = defaultdict(list)
    for loan in running_loans(db, club_id):
        lent[loan.member].append(loan)
    told = _told(db, club_id)
    dues = {}
    for member in wanted:
        owed = fee_months_owed(facts[member], month) if member in facts else ()
        payable = months_payable(facts[member], month) if member in facts else ()
        interest, principal = _due_on_loans(lent[member], month.last_day)
        dues[member] = Due(
            fee=total_owed(owed),
            fee_months=tuple(each.month for each in owed),
            fee_most=total_owed(payable),
            interest=interest,
            principal=principal,
            loan_most=total(sum_to_close(each.instalments, day) for each in lent[member]),
            told=told.get(member, NOTHING),
        )
    return dues


def _due_on_loans(lent: Iterable[Loan], until: date) -> tuple[Money, Money]:
    """Interest and principal that fall due until then, what is late included."""
    due = [each for loan in lent for each in loan.instalments if each.instalment.due_on <= until]
    return total(each.interest_left for each in due), total(each.principal_left for each in due)


def _told(db: Connection, club_id: int) -> dict[int, Money]:
    """Fees that members told of themselves and nobody has confirmed."""
    found = db.execute(
        select(declarations.c.member_id, func.sum(declarations.c.amount))
        .where(
            declarations.c.club_id == club_id,
            declarations.c.state == "waiting",
            declarations.c.kind == "fee",
        )
        .group_by(declarations.c.member_id)
    )
    return {
        member: amount if isinstance(amount, Money) else Money(int(amount))
        for member, amount in found
    }
