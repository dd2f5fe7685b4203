"""Entries as people look for them: by slip, by person, or the newest; and what hangs on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.money import NOTHING, Money
from storage.queries.members.member_record import numbers_of
from storage.queries.members.naming import NAMED
from storage.tables.board_life import records_joined
from storage.tables.books import postings, reversals, transactions
from storage.tables.loans import instalments, loan_reschedulings, repayments
from storage.tables.people import members, persons
from storage.tables.proposals import proposals


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in one line. `amount` is what moved; `member_id`, `person_id` and `name` are of whom
    it concerns, if anybody.
    """

    id: int
    club_id: int
    sequence: int
    kind: Kind
    happened_on: date
    booked_month: Month
    voucher: str
    amount: Money
    member_id: int | None
    person_id: int | None
    name: str
    recorded_by: int | None
    second_person: int | None
    reverses_id: int | None
    is_reversed: bool

    @property
    def called(self) -> str:
        """How the board finds it: its slip, or its number in the books."""
        return self.voucher or str(self.sequence)


MOVED = (
    select(func.sum(postings.c.amount))
    .where(postings.c.transaction_id == transactions.c.id, postings.c.amount > NOTHING)
    .correlate(transactions)
    .scalar_subquery()
)
_LINES = (
    select(
        transactions,
        MOVED.label("moved"),
        # An entry keeps the number of a record that was joined to another; the other hears of it.
        func.coalesce(records_joined.c.person_id, members.c.person_id).label("person_id"),
        NAMED.label("concerned"),
        reversals.c.id.label("reversed_by"),
    )
    .select_from(
        transactions.outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
        .outerjoin(members, members.c.id == transactions.c.for_member)
        .outerjoin(records_joined, records_joined.c.old_member_id == members.c.id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
    )
    .order_by(transactions.c.sequence.desc())
)


def entry(db: Connection, club_id: int, number: int) -> EntryLine | None:
    """An entry of the club by its id."""
    return _first(db, transactions.c.id == number, transactions.c.club_id == club_id)


def entries_numbered(db: Connection, club_id: int, slips: Sequence[str]) -> list[EntryLine]:
    """The entries of these slips, as 'PT 12/2026'; the newest first."""
    return _lines(db, None, transactions.c.club_id == club_id, transactions.c.voucher.in_(slips))


def entry_in_books(db: Connection, club_id: int, sequence: int) -> EntryLine | None:
    """An entry without a slip, by its number in the books."""
    numbered = (transactions.c.sequence == sequence, transactions.c.voucher.is_(None))
    return _first(db, transactions.c.club_id == club_id, *numbered)


def newest_entries(db: Connection, club_id: int, most: int) -> list[EntryLine]:
    """The newest entries that can be corrected."""
    return _lines(db, most, transactions.c.club_id == club_id, *_CORRECTABLE)


def entries_about(db: Connection, club_id: int, member_id: int, most: int) -> list[EntryLine]:
    """The newest entries about a member that can be corrected."""
    hers = transactions.c.for_member.in_(numbers_of(db, member_id))
    about = (transactions.c.club_id == club_id, hers)
    return _lines(db, most, *about, *_CORRECTABLE)


_CORRECTABLE = (
    transactions.c.kind.not_in(
        (
            *(Kind.REVERSAL.value, Kind.INTEREST_SPLIT.value),
            *(Kind.HANDED_OVER.value, Kind.TAKEN_OVER.value),
        )
    ),
    reversals.c.id.is_(None),
)


def depends_on(db: Connection, about: EntryLine) -> EntryLine | None:
    """The newest later entry that would no longer make sense without this one (Club rules, D.3).

    On a loan everything stands on what came before; a settled difference on its settlement.
    """
    return _later_on_loans(db, about) or _settlement_of(db, about)


def _later_on_loans(db: Connection, about: EntryLine) -> EntryLine | None:
    touched = select(postings.c.loan_id).where(
        postings.c.transaction_id == about.id, postings.c.loan_id.is_not(None)
    )
    on_them = select(postings.c.transaction_id).where(postings.c.loan_id.in_(touched))
    return _first(
        db,
        transactions.c.club_id == about.club_id,
        transactions.c.sequence > about.sequence,
        transactions.c.id.in_(on_them),
        *_CORRECTABLE,
    )


def rescheduled_since(db: Connection, about: EntryLine) -> bool:
    """Whether a loan of the entry has got a new schedule since: it counts on what was paid."""
    if about.kind in {Kind.LOAN_PAID_OUT, Kind.OPENING}:
        found = (
            select(loan_reschedulings.c.id)
            .join(postings, postings.c.loan_id == loan_reschedulings.c.loan_id)
            .where(postings.c.transaction_id == about.id)
        )
    else:
        found = (
            select(instalments.c.id)
            .join(
                repayments,
                and_(
                    repayments.c.loan_id == instalments.c.loan_id,
                    repayments.c.instalment_number == instalments.c.number,
                ),
            )
            .where(repayments.c.transaction_id == about.id, instalments.c.months == 0)
        )
    return db.execute(found.limit(1)).first() is not None


def _settlement_of(db: Connection, about: EntryLine) -> EntryLine | None:
    settled = select(proposals.c.transaction_id).where(
        proposals.c.kind == "settle",
        proposals.c.state == "agreed",
        proposals.c.subject_id == about.id,
    )
    return _first(db, transactions.c.id.in_(settled), *_CORRECTABLE)


def owed_less_than_nothing(db: Connection, about: EntryLine) -> bool:
    """Whether shares or money lent to the club would be owed by less than nothing without it."""
    owed = (Account.MEMBER_SHARE.value, Account.OWED_TO_LENDERS.value)
    lines = db.execute(
        select(
            postings.c.account, postings.c.fund_id, postings.c.member_id, postings.c.amount
        ).where(postings.c.transaction_id == about.id, postings.c.account.in_(owed))
    ).all()
    for account, fund, member, amount in lines:
        whose = postings.c.member_id.is_(None) if member is None else postings.c.member_id == member
        same = and_(
            postings.c.club_id == about.club_id,
            postings.c.account == account,
            postings.c.fund_id == fund,
            whose,
        )
        there = db.execute(select(func.sum(postings.c.amount)).where(same)).scalar()
        if _money(there) - amount > NOTHING:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Cash that was missing or too much, and is not settled. `fund` bears it for now."""

    entry: EntryLine
    fund: int
    place: int


_settlement = transactions.alias("settlement")
_undone = transactions.alias("undone")
_SETTLED = (
    select(proposals.c.subject_id)
    .join(_settlement, _settlement.c.id == proposals.c.transaction_id)
    .outerjoin(_undone, _undone.c.reverses_id == _settlement.c.id)
    .where(proposals.c.kind == "settle", proposals.c.state == "agreed", _undone.c.id.is_(None))
)


def open_inquiries(db: Connection, club_id: int) -> list[Inquiry]:
    """Every difference that no decision has settled yet, the oldest first."""
    settled = _SETTLED.where(proposals.c.club_id == club_id)
    found = _lines(
        db,
        None,
        transactions.c.club_id == club_id,
        transactions.c.kind.in_((Kind.SHORTAGE.value, Kind.OVERAGE.value)),
        transactions.c.id.not_in(settled),
        *_CORRECTABLE,
    )
    return [Inquiry(each, *_fund_and_place(db, each.id)) for each in reversed(found)]


def _fund_and_place(db: Connection, number: int) -> tuple[int, int]:
    row = db.execute(
        select(postings.c.fund_id, postings.c.place_id).where(
            postings.c.transaction_id == number, postings.c.account == Account.CASH.value
        )
    ).one()
    return row.fund_id, row.place_id


def _first(db: Connection, *wanted: ColumnElement[bool]) -> EntryLine | None:
    found = _lines(db, 1, *wanted)
    return found[0] if found else None


def _lines(db: Connection, most: int | None, *wanted: ColumnElement[bool]) -> list[EntryLine]:
    return [_line(row) for row in db.execute(_LINES.where(*wanted).limit(most))]


def _line(row: Any) -> EntryLine:
    return EntryLine(
        id=row.id,
        club_id=row.club_id,
        sequence=row.sequence,
        kind=Kind(row.kind),
        happened_on=row.happened_on,
        booked_month=row.booked_month,
        voucher=row.voucher or "",
        amount=_money(row.moved),
        member_id=row.for_member,
        person_id=row.person_id,
        name=row.concerned or "",
        recorded_by=row.recorded_by,
        second_person=row.second_person,
        reverses_id=row.reverses_id,
        is_reversed=row.reversed_by is not None,
    )


def _money(amount: Any) -> Money:
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))
