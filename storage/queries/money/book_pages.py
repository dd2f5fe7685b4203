"""The books of a month as pages: cash by place and fund, loans, fees, the Golden Heart book.

A page of a month counts what was booked until its end, so that it says the same for ever once the
month is closed.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, case, func, or_, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.cash_flow import Side, side_of
from club.money import NOTHING, Money
from storage.queries.members.naming import NAMED
from storage.queries.money.ledger import Fund, Place, funds_of, places_of
from storage.tables.books import (
    fee_months,
    opening_fees,
    postings,
    transactions,
)
from storage.tables.loans import loans
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class CashLine:
    """Cash that came into a place of a fund; negative where it went out, or an entry was wrong."""

    sequence: int
    day: date
    voucher: str
    kind: Kind
    who: str
    place: int
    fund: int
    amount: Money
    side: Side


@dataclass(frozen=True, slots=True)
class CashBook:
    """The month's cash. `opening`: what lay where before, by place and fund."""

    places: tuple[Place, ...]
    funds: tuple[Fund, ...]
    opening: dict[tuple[int, int], Money]
    lines: tuple[CashLine, ...]


def cash_book(db: Connection, club_id: int, month: Month) -> CashBook:
    """Every movement of cash booked in the month, in the order of the entries."""
    cash = and_(postings.c.club_id == club_id, postings.c.account == Account.CASH.value)
    entries = postings.join(transactions, transactions.c.id == postings.c.transaction_id)
    before = db.execute(
        select(postings.c.place_id, postings.c.fund_id, func.sum(postings.c.amount))
        .select_from(entries)
        .where(cash, transactions.c.booked_month < month)
        .group_by(postings.c.place_id, postings.c.fund_id)
    )
    return CashBook(
        tuple(places_of(db, club_id)),
        tuple(funds_of(db, club_id)),
        {(place, fund): _money(amount) for place, fund, amount in before},
        tuple(_cash_line(row) for row in _cash_moved(db, club_id, month)),
    )


def _cash_moved(db: Connection, club_id: int, month: Month) -> Any:
    wrong = transactions.alias("wrong")
    entries = postings.join(transactions, transactions.c.id == postings.c.transaction_id)
    return db.execute(
        select(
            transactions,
            NAMED,
            postings.c.place_id,
            postings.c.fund_id,
            postings.c.amount,
            wrong.c.kind.label("reversed_kind"),
        )
        .select_from(
            entries.outerjoin(members, members.c.id == transactions.c.for_member)
            .outerjoin(persons, persons.c.id == members.c.person_id)
            .outerjoin(wrong, wrong.c.id == transactions.c.reverses_id)
        )
        .where(
            postings.c.club_id == club_id,
            postings.c.account == Account.CASH.value,
            transactions.c.booked_month == month,
        )
        .order_by(transactions.c.sequence, postings.c.id)
    )


def _cash_line(row: Any) -> CashLine:
    return CashLine(
        row.sequence,
        row.happened_on,
        row.voucher or "",
        Kind(row.kind),
        str(row.name or ""),
        row.place_id,
        row.fund_id,
        row.amount,
        side_of(
            Kind(row.reversed_kind or row.kind),
            row.amount,
            is_reversal=row.reverses_id is not None,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """A loan over the month: before + more − less = left, in principal."""

    name: str
    purpose: str
    paid_out_on: date | None
    principal: Money
    before: Money
    more: Money
    less: Money
    interest: Money

    @property
    def left(self) -> Money:
        return self.before + self.more - self.less


def loan_book(db: Connection, club_id: int, month: Month) -> tuple[LoanLine, ...]:
    """Loans with principal out before the month or with an entry in it, the oldest first."""
    sums: dict[int, dict[tuple[str, bool, bool], Money]] = defaultdict(
        lambda: defaultdict(lambda: NOTHING)
    )
    of_old = case((transactions.c.booked_month < month, 1), else_=0)
    adds = case((postings.c.amount > NOTHING, 1), else_=0)
    keys = (postings.c.loan_id, postings.c.account, of_old, adds)
    about = (Account.PRINCIPAL.value, Account.INTEREST_INCOME.value)
    found = db.execute(
        select(*keys, func.sum(postings.c.amount))
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(
            postings.c.club_id == club_id,
            postings.c.loan_id.is_not(None),
            postings.c.account.in_(about),
            transactions.c.booked_month <= month,
        )
        .group_by(*keys)
    )
    for loan, account, old, plus, amount in found:
        sums[loan][account, bool(old), bool(plus)] += _money(amount)
    lines = (_loan_line(row, sums[row.id]) for row in _loans(db, club_id) if row.id in sums)
    return tuple(each for each in lines if each.before or each.more or each.less or each.interest)


def _loans(db: Connection, club_id: int) -> Any:
    return db.execute(
        select(loans, NAMED)
        .join(members, members.c.id == loans.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .where(loans.c.club_id == club_id)
        .order_by(loans.c.id)
    )


def _loan_line(row: Any, sums: dict[tuple[str, bool, bool], Money]) -> LoanLine:
    principal, interest = Account.PRINCIPAL.value, Account.INTEREST_INCOME.value
    return LoanLine(
        name=str(row.name),
        purpose=row.purpose,
        paid_out_on=row.paid_out_on,
        principal=row.principal,
        before=sums[principal, True, True] + sums[principal, True, False],
        more=sums[principal, False, True],
        less=-sums[principal, False, False],
        interest=-(sums[interest, False, True] + sums[interest, False, False]),
    )


@dataclass(frozen=True, slots=True)
class FeeLine:
    """What was booked for each month of a year for one member, January first."""

    member: int
    name: str
    is_member: bool
    paid: tuple[Money, ...]
    brought_along: tuple[int, ...] = ()
    """Numbers of the months that the paper book says were paid."""


def fee_grid(db: Connection, club_id: int, month: Month) -> tuple[FeeLine, ...]:
    """The year of this month, as booked until its end; members of its last day, and whoever paid.

    They are those that the month's summary counts: who left afterwards stands in it all the same.
    """
    paid, along = _fees_paid(db, club_id, month)
    still_there = or_(members.c.left_on.is_(None), members.c.left_on > month.last_day)
    everybody = db.execute(
        select(members.c.id, still_there.label("is_member"), NAMED)
        .join(persons, persons.c.id == members.c.person_id)
        .where(
            members.c.club_id == club_id,
            or_(still_there, members.c.id.in_(list(paid))),
            members.c.joined_on <= month.last_day,
        )
        .order_by(members.c.id)
    )
    return tuple(
        FeeLine(
            row.id,
            str(row.name),
            bool(row.is_member),
            tuple(paid[row.id][number] for number in range(1, 13)),
            tuple(sorted(along[row.id])),
        )
        for row in everybody
    )


def _fees_paid(
    db: Connection, club_id: int, month: Month
) -> tuple[dict[int, dict[int, Money]], dict[int, set[int]]]:
    """By member and number of the month: booked until this month's end, or brought along.

    Then by member the numbers of the months that were brought along.
    """
    first, last = Month(month.year, 1), Month(month.year, 12)
    paid: dict[int, dict[int, Money]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    along: dict[int, set[int]] = defaultdict(set)
    booked = (
        select(fee_months.c.member_id, fee_months.c.month, func.sum(fee_months.c.amount))
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month <= month,
            fee_months.c.month.between(first, last),
        )
        .group_by(fee_months.c.member_id, fee_months.c.month)
    )
    brought = select(opening_fees.c.member_id, opening_fees.c.month, opening_fees.c.amount).where(
        opening_fees.c.club_id == club_id, opening_fees.c.month.between(first, last)
    )
    for query in (booked, brought):
        for member, of_month, amount in db.execute(query):
            paid[member][of_month.month] += _money(amount)
            if query is brought:
                along[member].add(of_month.month)
    return paid, along


def _money(amount: Any) -> Money:
    return amount if isinstance(amount, Money) else Money(int(amount))
