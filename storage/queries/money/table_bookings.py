"""What a closed meeting table has written into the books, person by person."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from club.calendar import Month
from club.money import NOTHING, Money, total
from storage.queries.loans.loans import loans_of
from storage.queries.members.naming import NAMED
from storage.tables.books import fee_months, golden_heart, transactions
from storage.tables.loans import repayments
from storage.tables.meeting_tables import meeting_table_bookings
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class Booked:
    """One entry of the books. `what`: fee (then `months`), repayment, or gift."""

    what: str
    transaction_id: int
    voucher: str
    booked_month: Month
    amount: Money
    months: tuple[Month, ...] = ()
    interest: Money = NOTHING
    principal: Money = NOTHING


@dataclass(frozen=True, slots=True)
class BookedLine:
    """All entries of one person; `left` is what she still owes of her loans."""

    person_id: int
    name: str
    happened_on: date
    entries: tuple[Booked, ...]
    left: Money

    @property
    def amount(self) -> Money:
        return total(each.amount for each in self.entries)


_ROWS = (
    select(
        meeting_table_bookings.c.member_id,
        meeting_table_bookings.c.what,
        transactions.c.id,
        transactions.c.voucher,
        transactions.c.booked_month,
        transactions.c.happened_on,
        members.c.person_id,
        NAMED,
    )
    .join(transactions, transactions.c.id == meeting_table_bookings.c.transaction_id)
    .join(members, members.c.id == meeting_table_bookings.c.member_id)
    .join(persons, persons.c.id == members.c.person_id)
    .where(meeting_table_bookings.c.table_id == bindparam("of_table"))
    .order_by(transactions.c.sequence)
)


def booked_lines(db: Connection, table_id: int) -> list[BookedLine]:
    """What each person gave, in the order of the slips."""
    fees, repaid, gifts = _fees(db, table_id), _repaid(db, table_id), _gifts(db, table_id)
    lines: dict[int, list[Booked]] = defaultdict(list)
    heads = {}
    for row in db.execute(_ROWS, {"of_table": table_id}):
        months, fee = fees.get(row.id, ((), NOTHING))
        interest, principal = repaid.get(row.id, (NOTHING, NOTHING))
        amount = fee + interest + principal + gifts.get(row.id, NOTHING)
        booked = Booked(row.what, row.id, row.voucher or "", row.booked_month, amount)
        parts = replace(booked, months=months, interest=interest, principal=principal)
        lines[row.member_id].append(parts)
        heads[row.member_id] = row
    return [
        BookedLine(
            heads[member].person_id,
            heads[member].name,
            heads[member].happened_on,
            tuple(entries),
            total(each.outstanding for each in loans_of(db, member)),
        )
        for member, entries in lines.items()
    ]


def _fees(db: Connection, table_id: int) -> dict[int, tuple[tuple[Month, ...], Money]]:
    found = db.execute(
        select(fee_months.c.transaction_id, fee_months.c.month, fee_months.c.amount)
        .join(
            meeting_table_bookings,
            meeting_table_bookings.c.transaction_id == fee_months.c.transaction_id,
        )
        .where(meeting_table_bookings.c.table_id == table_id)
        .order_by(fee_months.c.id)
    )
    covered: dict[int, list[tuple[Month, Money]]] = defaultdict(list)
    for number, month, amount in found:
        covered[number].append((month, amount))
    return {
        number: (tuple(month for month, _ in parts), total(amount for _, amount in parts))
        for number, parts in covered.items()
    }


def _repaid(db: Connection, table_id: int) -> dict[int, tuple[Money, Money]]:
    found = db.execute(
        select(
            repayments.c.transaction_id,
            func.sum(repayments.c.interest),
            func.sum(repayments.c.principal),
        )
        .join(
            meeting_table_bookings,
            meeting_table_bookings.c.transaction_id == repayments.c.transaction_id,
        )
        .where(meeting_table_bookings.c.table_id == table_id)
        .group_by(repayments.c.transaction_id)
    )
    return {number: (_money(interest), _money(principal)) for number, interest, principal in found}


def _gifts(db: Connection, table_id: int) -> dict[int, Money]:
    found = db.execute(
        select(golden_heart.c.transaction_id, golden_heart.c.amount)
        .join(
            meeting_table_bookings,
            meeting_table_bookings.c.transaction_id == golden_heart.c.transaction_id,
        )
        .where(meeting_table_bookings.c.table_id == table_id)
    )
    return {row.transaction_id: row.amount for row in found}


def _money(amount: object) -> Money:
    """A sum as it comes from either database."""
    return amount if isinstance(amount, Money) else Money(int(str(amount)))
