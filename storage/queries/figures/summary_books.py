"""Rows of a month out of the books: postings, counts, fees, gifts, loans."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, bindparam, case, func, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.contributions import FeeFacts, FeePaid, fee_left
from club.loans import Instalment
from club.money import NOTHING, Money
from club.summary.rows import (
    FeeOwedRow,
    FeePaidRow,
    FundRow,
    GiftRow,
    LoanRequestRow,
    LoanRow,
    PostingRow,
    PrincipalPaidRow,
)
from storage.queries.money.fees import fee_facts_of
from storage.tables.books import (
    declarations,
    fee_months,
    funds,
    golden_heart,
    opening_fees,
    postings,
    reversals,
    transactions,
)
from storage.tables.loans import instalments, loans, repayments

DECIDED = frozenset({"agreed", "running", "repaid", "written_off"})


def fund_rows(db: Connection, club_id: int) -> tuple[FundRow, ...]:
    """The funds; those every club has go by their kind, others by the name the club gave."""
    found = db.execute(
        select(funds.c.id, funds.c.kind, funds.c.name)
        .where(funds.c.club_id == club_id)
        .order_by(funds.c.id)
    )
    return tuple(FundRow(row.id, row.name or row.kind, row.kind == "income") for row in found)


def posting_rows(db: Connection, club_id: int) -> tuple[PostingRow, ...]:
    """The books from the first day on, added up by all that the summary asks for."""
    return tuple(_posting(row) for row in db.execute(_POSTINGS, {"of_club": club_id}))


def _posting(row: Any) -> PostingRow:
    month, kind, account, fund, is_reversal, _, amount = row
    return PostingRow(
        month=month,
        kind=Kind(kind),
        account=Account(account),
        fund=fund,
        amount=_money(amount),
        is_reversal=bool(is_reversal),
    )


def _added_up() -> Select[Any]:
    reversed_ = transactions.alias("reversed")
    keys = (
        transactions.c.booked_month,
        func.coalesce(reversed_.c.kind, transactions.c.kind),
        postings.c.account,
        postings.c.fund_id,
        transactions.c.reverses_id.is_not(None),
        case((postings.c.amount > NOTHING, 1), else_=0),
    )
    entries = postings.join(transactions, transactions.c.id == postings.c.transaction_id)
    return (
        select(*keys, func.sum(postings.c.amount))
        .select_from(entries.outerjoin(reversed_, reversed_.c.id == transactions.c.reverses_id))
        .where(postings.c.club_id == bindparam("of_club"))
        .group_by(*keys)
    )


_POSTINGS = _added_up()


@dataclass(frozen=True, slots=True)
class FeesBooked:
    """What is booked for fee months: as rows of the summary, and by member as fees are counted."""

    rows: tuple[FeePaidRow, ...]
    by_member: Mapping[int, list[FeePaid]]


def fees_booked(db: Connection, club_id: int, month: Month) -> FeesBooked:
    """The fees booked up to the month; a reversal stands with a minus.

    What the paper book says was paid for months up to this one is paid as well, but received by
    nobody here: its money is in the opening balances.
    """
    found = db.execute(
        select(
            fee_months.c.member_id,
            fee_months.c.month,
            fee_months.c.amount,
            transactions.c.booked_month,
            transactions.c.happened_on,
        )
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(transactions.c.club_id == club_id, transactions.c.booked_month <= month)
        .order_by(fee_months.c.id)
    ).all()
    by_member: dict[int, list[FeePaid]] = defaultdict(list)
    for row in found:
        paid = FeePaid(row.month, row.amount, paid_in=Month.of(row.happened_on))
        by_member[row.member_id].append(paid)
    rows = [FeePaidRow(row.member_id, row.month, row.booked_month, row.amount) for row in found]
    for each in _fees_brought_along(db, club_id, month):
        paid_in = min(each.month, Month.of(each.recorded_at))
        by_member[each.member_id].append(FeePaid(each.month, each.amount, paid_in=paid_in))
        rows.append(FeePaidRow(each.member_id, each.month, paid_in, each.amount))
    return FeesBooked(tuple(rows), by_member)


def _fees_brought_along(db: Connection, club_id: int, month: Month) -> Sequence[Row[Any]]:
    return db.execute(
        select(opening_fees)
        .where(opening_fees.c.club_id == club_id, opening_fees.c.month <= month)
        .order_by(opening_fees.c.id)
    ).all()


def fee_owed_rows(
    db: Connection, club_id: int, month: Month, *, booked: FeesBooked, present: set[int]
) -> tuple[FeeOwedRow, ...]:
    """What each of the members present owes for every month up to this one, what she paid included.

    A month counts as paid by the fee that held when it was paid: a raise never reopens it.
    """
    rows: list[FeeOwedRow] = []
    for member, facts in fee_facts_of(db, club_id).items():
        if member in present:
            known = replace(facts, paid=booked.by_member.get(member, ()))
            rows += _owed(member, known, month)
    return tuple(rows)


def _owed(member: int, facts: FeeFacts, until: Month) -> Iterable[FeeOwedRow]:
    month = facts.first_month
    while month <= until:
        amount = fee_left(facts, month, until) + facts.paid_for(month)
        if amount:
            yield FeeOwedRow(member, month, amount)
        month = month.next()


def gift_rows(db: Connection, club_id: int, month: Month) -> tuple[GiftRow, ...]:
    """Goods and working days in the month's Golden Heart book."""
    found = db.execute(
        select(golden_heart).where(
            golden_heart.c.club_id == club_id,
            golden_heart.c.booked_month == month,
            golden_heart.c.kind.in_(("goods", "days")),
        )
    )
    return tuple(
        GiftRow(
            month,
            row.item or "",
            row.unit or "",
            Decimal(row.quantity_thousandths or 0) / 1000,
            is_working_days=row.kind == "days",
        )
        for row in found
    )


def loan_request_rows(db: Connection, club_id: int) -> tuple[LoanRequestRow, ...]:
    """Every request, with the month of the yes it got."""
    found = db.execute(
        select(loans.c.asked_on, loans.c.decided_on, loans.c.principal, loans.c.state)
        .where(loans.c.club_id == club_id)
        .order_by(loans.c.id)
    )
    return tuple(_request(row) for row in found)


def _request(row: Any) -> LoanRequestRow:
    asked = Month.of(row.asked_on)
    if row.state not in DECIDED or row.decided_on is None:
        return LoanRequestRow(asked, row.principal)
    return LoanRequestRow(asked, row.principal, Month.of(row.decided_on), row.principal)


def loan_rows(db: Connection, club_id: int) -> tuple[LoanRow, ...]:
    """Every loan that was paid out, with its schedule and what came back of its principal."""
    found = db.execute(
        select(loans)
        .where(loans.c.club_id == club_id, loans.c.paid_out_on.is_not(None))
        .order_by(loans.c.id)
    ).all()
    schedules = _schedules(db, club_id)
    paid = _principal_paid(db, club_id)
    return tuple(
        LoanRow(
            id=row.id,
            borrower=row.member_id,
            paid_out_month=Month.of(row.paid_out_on),
            instalments=tuple(schedules[row.id]),
            principal_paid=tuple(paid[row.id]),
            written_off_month=Month.of(row.ended_on) if row.state == "written_off" else None,
            is_rescheduled=row.rescheduled,
        )
        for row in found
    )


def _schedules(db: Connection, club_id: int) -> dict[int, list[Instalment]]:
    found = db.execute(
        select(instalments)
        .join(loans, loans.c.id == instalments.c.loan_id)
        .where(loans.c.club_id == club_id)
        .order_by(instalments.c.loan_id, instalments.c.number)
    )
    schedules: dict[int, list[Instalment]] = defaultdict(list)
    for row in found:
        schedules[row.loan_id].append(
            Instalment(
                number=row.number,
                due_on=row.due_on,
                principal=row.principal,
                interest=row.interest,
            )
        )
    return schedules


def _principal_paid(db: Connection, club_id: int) -> dict[int, list[PrincipalPaidRow]]:
    """Repayments in the month they are booked in; their reversals, with a minus, in theirs."""
    found = db.execute(
        select(
            repayments.c.loan_id,
            repayments.c.principal,
            transactions.c.booked_month,
            reversals.c.booked_month.label("reversed_month"),
        )
        .select_from(
            repayments.join(loans, loans.c.id == repayments.c.loan_id)
            .join(transactions, transactions.c.id == repayments.c.transaction_id)
            .outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
        )
        .where(loans.c.club_id == club_id)
        .order_by(repayments.c.id)
    )
    paid: dict[int, list[PrincipalPaidRow]] = defaultdict(list)
    for row in found:
        paid[row.loan_id].append(PrincipalPaidRow(row.booked_month, row.principal))
        if row.reversed_month is not None:
            paid[row.loan_id].append(PrincipalPaidRow(row.reversed_month, -row.principal))
    return paid


def waiting_count(db: Connection, club_id: int, until: datetime | None = None) -> int:
    """Contributions that wait for the cashier; those told of before a moment, or all of them."""
    waiting = (
        select(func.count())
        .select_from(declarations)
        .where(declarations.c.club_id == club_id, declarations.c.state == "waiting")
    )
    if until is not None:
        waiting = waiting.where(declarations.c.declared_at < until)
    return int(db.execute(waiting).scalar_one())


def waiting_of_month(db: Connection, club_id: int, month: Month, zone: ZoneInfo) -> int:
    """Told of in the month or before: what came later is no matter of it."""
    end = datetime.combine(month.next().first_day, time(), zone)
    return waiting_count(db, club_id, end.astimezone(UTC))


def _money(amount: Any) -> Money:
    return amount if isinstance(amount, Money) else Money(int(amount))
