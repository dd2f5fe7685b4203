"""Money and loans of a month that is not closed, for many clubs at once.

The counts are those of storage.queries.figures.summary_books and club.summary.lending, by club.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, case, func, or_, select

from club.accounts import Account, Kind
from club.calendar import Month
from storage.among import among
from storage.queries.figures.open_people import Row
from storage.tables.books import funds, postings, reversals, transactions
from storage.tables.loans import instalments, loans, repayments
from storage.tables.people import members, needs_asked

_INCOME = {
    Account.FEE_INCOME: "fees_received",
    Account.DONATION_INCOME: "gifts_in_money",
    Account.INTEREST_INCOME: "interest",
}


def books_counts(
    db: Connection, clubs: Collection[int], month: Month, until: date
) -> Iterator[Row]:
    """Club and counts, several for each club, of different codes."""
    bound = {"clubs": list(clubs)}
    for club_id, kind, account, amount in db.execute(_booked(month), bound):
        code, sign = _code(account, kind)
        if code:
            yield club_id, {code: sign * _dong(amount)}
    for club_id, account, amount in db.execute(_lending_fund(month), bound):
        code = "lending_cash" if account == Account.CASH.value else "lending_principal"
        yield club_id, {code: _dong(amount)}
    for club_id, amount in db.execute(_outstanding(month), bound):
        yield club_id, {"outstanding": _dong(amount)}
    yield from _loans(db, bound, month, until)


def _dong(amount: Any) -> int:
    return int(getattr(amount, "dong", amount) or 0)


def _code(account: str, kind: str) -> tuple[str, int]:
    """Where such postings of the month count, and with which sign."""
    if account in _INCOME:
        return _INCOME[Account(account)], -1
    if account == Account.HELP.value:
        return "help_money", 1
    if account == Account.PRINCIPAL.value and kind == Kind.LOAN_PAID_OUT.value:
        return "paid_out", 1
    if account == Account.PRINCIPAL.value and kind == Kind.REPAYMENT.value:
        return "repaid", -1
    return "", 0


def _booked(month: Month) -> Select[*tuple[Any, ...]]:
    """A reversal counts as what it reverses."""
    of = transactions.alias("reversed")
    kind = func.coalesce(of.c.kind, transactions.c.kind)
    return (
        select(transactions.c.club_id, kind, postings.c.account, func.sum(postings.c.amount))
        .select_from(
            transactions.join(postings, postings.c.transaction_id == transactions.c.id).outerjoin(
                of, of.c.id == transactions.c.reverses_id
            )
        )
        .where(
            among(transactions.c.club_id, "clubs"),
            transactions.c.booked_month == month,
            postings.c.account.in_(
                [*(each.value for each in _INCOME), Account.HELP.value, Account.PRINCIPAL.value]
            ),
        )
        .group_by(transactions.c.club_id, kind, postings.c.account)
    )


def _so_far(month: Month) -> Select[*tuple[Any, ...]]:
    return (
        select(postings.c.club_id, postings.c.account, func.sum(postings.c.amount))
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(among(postings.c.club_id, "clubs"), transactions.c.booked_month <= month)
        .group_by(postings.c.club_id, postings.c.account)
    )


def _lending_fund(month: Month) -> Select[*tuple[Any, ...]]:
    accounts = [Account.CASH.value, Account.PRINCIPAL.value]
    return (
        _so_far(month)
        .join(funds, funds.c.id == postings.c.fund_id)
        .where(funds.c.kind == "income", postings.c.account.in_(accounts))
    )


def _outstanding(month: Month) -> Select[*tuple[Any, ...]]:
    return (
        select(postings.c.club_id, func.sum(postings.c.amount))
        .select_from(postings)
        .join(transactions, transactions.c.id == postings.c.transaction_id)
        .where(
            among(postings.c.club_id, "clubs"),
            postings.c.account == Account.PRINCIPAL.value,
            transactions.c.booked_month <= month,
        )
        .group_by(postings.c.club_id)
    )


def _loans(db: Connection, bound: dict[str, Any], month: Month, until: date) -> Iterator[Row]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    borrowers: dict[int, set[int]] = defaultdict(set)
    for row in db.execute(_each_loan(month, until), bound):
        left = _dong(row.principal) - _dong(row.paid)
        late = max(0, _dong(row.due) - _dong(row.paid))
        of = counts[row.club_id]
        of["payouts"] += row.paid_out_on >= month.first_day
        if left > 0 and not row.is_gone:
            borrowers[row.club_id].add(row.member_id)
            of["overdue"] += late
            of["overdue_loans"] += late > 0
    here = {row.id: row for row in db.execute(_needs(until), bound)}
    for row in here.values():
        has = row.id in borrowers[row.club_id]
        needs = has or bool(row.needs_loan)
        counts[row.club_id]["in_need"] += needs
        counts[row.club_id]["in_need_with_loan"] += has
    for club_id, of in counts.items():
        yield club_id, dict(of) | {"borrowers": len(borrowers[club_id])}


def _each_loan(month: Month, until: date) -> Select[*tuple[Any, ...]]:
    """Every loan paid out by the end of the month: its schedule, what was due, what came back."""
    schedule, back = _schedule(until), _back(month)
    gone = and_(loans.c.state == "written_off", loans.c.ended_on <= month.last_day)
    return (
        select(
            loans.c.club_id,
            loans.c.member_id,
            loans.c.paid_out_on,
            case((gone, 1), else_=0).label("is_gone"),
            schedule.c.principal,
            schedule.c.due,
            back.c.paid,
        )
        .select_from(
            loans.join(schedule, schedule.c.loan_id == loans.c.id).outerjoin(
                back, back.c.loan_id == loans.c.id
            )
        )
        .where(among(loans.c.club_id, "clubs"), loans.c.paid_out_on <= month.last_day)
    )


def _schedule(until: date) -> Subquery:
    due = case((instalments.c.due_on < until, instalments.c.principal), else_=0)
    return (
        select(
            instalments.c.loan_id,
            func.sum(instalments.c.principal).label("principal"),
            func.sum(due).label("due"),
        )
        .join(loans, loans.c.id == instalments.c.loan_id)
        .where(among(loans.c.club_id, "clubs"))
        .group_by(instalments.c.loan_id)
        .subquery()
    )


def _back(month: Month) -> Subquery:
    """Principal that came back by the end of the month, without what was reversed by then."""
    by_then = and_(reversals.c.reverses_id == transactions.c.id, reversals.c.booked_month <= month)
    return (
        select(repayments.c.loan_id, func.sum(repayments.c.principal).label("paid"))
        .select_from(
            repayments.join(loans, loans.c.id == repayments.c.loan_id)
            .join(transactions, transactions.c.id == repayments.c.transaction_id)
            .outerjoin(reversals, by_then)
        )
        .where(
            among(loans.c.club_id, "clubs"),
            transactions.c.booked_month <= month,
            reversals.c.id.is_(None),
        )
        .group_by(repayments.c.loan_id)
        .subquery()
    )


def _needs(until: date) -> Select[*tuple[Any, ...]]:
    """Members who were asked, or who borrow; of each what she said last."""
    later = needs_asked.alias("later")
    newer = (
        select(later.c.id)
        .where(
            later.c.member_id == needs_asked.c.member_id,
            later.c.asked_on <= until,
            later.c.asked_on > needs_asked.c.asked_on,
        )
        .exists()
    )
    asked = and_(needs_asked.c.member_id == members.c.id, needs_asked.c.asked_on <= until, ~newer)
    borrows = select(loans.c.id).where(loans.c.member_id == members.c.id).exists()
    return (
        select(members.c.id, members.c.club_id, needs_asked.c.needs_loan)
        .select_from(members.outerjoin(needs_asked, asked))
        .where(
            among(members.c.club_id, "clubs"),
            members.c.joined_on <= until,
            or_(members.c.left_on.is_(None), members.c.left_on > until),
            or_(needs_asked.c.needs_loan, borrows),
        )
    )
