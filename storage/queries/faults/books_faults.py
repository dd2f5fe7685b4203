"""Every invariant of the books, checked from the rows alone."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.money import Money
from storage.queries.faults.chain_faults import chain_faults
from storage.queries.faults.entry_faults import entry_faults
from storage.queries.faults.loan_faults import loan_faults
from storage.queries.faults.table_faults import table_faults
from storage.queries.money.ledger import cash_by_fund, cash_by_place
from storage.schema import assert_guards
from storage.store import UnusableDatabase
from storage.tables.books import declarations, fee_months, funds, places, postings, transactions

Check = Callable[[Connection, int], Iterable[str]]


def books_faults(db: Connection, club_id: int) -> list[str]:
    """What is wrong in a club's books and where, one line each; empty when everything holds."""
    checks = (
        _guards,
        _sums_of_entries,
        _sequence,
        _vouchers,
        _places_and_funds,
        _cash,
        loan_faults,
        table_faults,
        _foreign_rows,
        _fee_months,
        _declarations,
        entry_faults,
        chain_faults,
    )
    return [fault for check in checks for fault in _found(check, db, club_id)]


def _found(check: Check, db: Connection, club_id: int) -> list[str]:
    """A day or figures that are none were written by somebody else: named, not stumbled on."""
    try:
        return list(check(db, club_id))
    except (LookupError, TypeError, ValueError) as error:
        what = check.__name__.removesuffix("_faults").strip("_").replace("_", " ")
        return [f"{what}: a row holds what Liên never writes ({type(error).__name__}: {error})"]


def _guards(db: Connection, club_id: int) -> Iterator[str]:
    try:
        assert_guards(db)
    except UnusableDatabase as error:
        yield str(error)


def _sums_of_entries(db: Connection, club_id: int) -> Iterator[str]:
    """Every entry sums to zero, and so does each fund within it (Club rules, A.2)."""
    found = db.execute(
        select(transactions.c.sequence, postings.c.fund_id, func.sum(postings.c.amount))
        .select_from(
            transactions.outerjoin(postings, postings.c.transaction_id == transactions.c.id)
        )
        .where(transactions.c.club_id == club_id)
        .group_by(transactions.c.sequence, postings.c.fund_id)
        .order_by(transactions.c.sequence)
    )
    for sequence, fund, left in found:
        if fund is None:
            yield f"entry {sequence} has no postings"
        elif _dong(left):
            yield f"entry {sequence} does not sum to zero in fund {fund}: {_dong(left)}"


def _sequence(db: Connection, club_id: int) -> Iterator[str]:
    found = db.execute(
        select(transactions.c.sequence)
        .where(transactions.c.club_id == club_id)
        .order_by(transactions.c.sequence)
    ).scalars()
    for expected, sequence in enumerate(found, start=1):
        if sequence != expected:
            yield f"the sequence has a gap: {sequence} stands where {expected} should"
            return


def _vouchers(db: Connection, club_id: int) -> Iterator[str]:
    """Slips are numbered without gaps by series and year (Club rules, A.10)."""
    last: dict[str, int] = {}
    found = db.execute(
        select(transactions.c.voucher, transactions.c.voucher_number)
        .where(transactions.c.club_id == club_id, transactions.c.voucher_number.is_not(None))
        .order_by(transactions.c.voucher_number)
    )
    for voucher, number in found:
        series = voucher.replace(f" {number}/", " ")
        if number != last.get(series, 0) + 1:
            yield f"slips of {series} have a gap before {voucher}"
        last[series] = number


def _places_and_funds(db: Connection, club_id: int) -> Iterator[str]:
    """The sum over places is the sum over funds (Club rules, A.1)."""
    in_places = sum(each.dong for each in cash_by_place(db, club_id).values())
    in_funds = sum(each.dong for each in cash_by_fund(db, club_id).values())
    if in_places != in_funds:
        yield f"the places hold {in_places}, the funds {in_funds}"


def _cash(db: Connection, club_id: int) -> Iterator[str]:
    found = db.execute(
        select(postings.c.place_id, postings.c.fund_id, func.sum(postings.c.amount))
        .where(postings.c.club_id == club_id, postings.c.account == Account.CASH.value)
        .group_by(postings.c.place_id, postings.c.fund_id)
        .order_by(postings.c.place_id, postings.c.fund_id)
    )
    for place, fund, left in found:
        if _dong(left) < 0:
            yield f"place {place} holds less than nothing of fund {fund}: {_dong(left)}"


def _foreign_rows(db: Connection, club_id: int) -> Iterator[str]:
    """Postings, funds and places belong to the club of their entry."""
    found = db.execute(
        select(transactions.c.sequence)
        .select_from(
            transactions.join(postings, postings.c.transaction_id == transactions.c.id)
            .join(funds, funds.c.id == postings.c.fund_id)
            .outerjoin(places, places.c.id == postings.c.place_id)
        )
        .where(
            transactions.c.club_id == club_id,
            (postings.c.club_id != club_id)
            | (funds.c.club_id != club_id)
            | (func.coalesce(places.c.club_id, club_id) != club_id),
        )
        .distinct()
    ).scalars()
    for sequence in found:
        yield f"entry {sequence} touches another club"


def _fee_months(db: Connection, club_id: int) -> Iterator[str]:
    """The months a fee covers add up to the fee."""
    covered = (
        select(fee_months.c.transaction_id, func.sum(fee_months.c.amount).label("covered"))
        # Of this club alone: else the check of many clubs grows with their square.
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(transactions.c.club_id == club_id)
        .group_by(fee_months.c.transaction_id)
        .subquery()
    )
    earned = (
        select(postings.c.transaction_id, func.sum(postings.c.amount).label("earned"))
        .where(postings.c.club_id == club_id, postings.c.account == Account.FEE_INCOME.value)
        .group_by(postings.c.transaction_id)
        .subquery()
    )
    found = db.execute(
        select(transactions.c.sequence, covered.c.covered, earned.c.earned)
        .select_from(
            transactions.join(earned, earned.c.transaction_id == transactions.c.id).outerjoin(
                covered, covered.c.transaction_id == transactions.c.id
            )
        )
        .where(transactions.c.club_id == club_id)
        .order_by(transactions.c.sequence)
    )
    for sequence, months, income in found:
        if _dong(months) != -_dong(income):
            yield f"entry {sequence} is a fee of {-_dong(income)}, its months say {_dong(months)}"


def _declarations(db: Connection, club_id: int) -> Iterator[str]:
    """What was confirmed in money is in the books."""
    found = db.execute(
        select(declarations.c.id)
        .where(
            declarations.c.club_id == club_id,
            declarations.c.state == "confirmed",
            declarations.c.kind.in_(("fee", "money")),
            declarations.c.transaction_id.is_(None),
        )
        .order_by(declarations.c.id)
    ).scalars()
    for number in found:
        yield f"contribution {number} is confirmed and not in the books"
    yield from _gifts(db, club_id)


def _gifts(db: Connection, club_id: int) -> Iterator[str]:
    """A gift of money came into cash as it was told; several fees may have come as one entry."""
    cash = func.coalesce(func.sum(postings.c.amount), 0)
    found = db.execute(
        select(declarations.c.id, declarations.c.amount, transactions.c.sequence, cash)
        .select_from(
            declarations.join(
                transactions, transactions.c.id == declarations.c.transaction_id
            ).outerjoin(
                postings,
                (postings.c.transaction_id == transactions.c.id)
                & (postings.c.account == Account.CASH.value),
            )
        )
        .where(declarations.c.club_id == club_id, declarations.c.kind == "money")
        .group_by(declarations.c.id, declarations.c.amount, transactions.c.sequence)
        .order_by(declarations.c.id)
    )
    for number, told, sequence, came in found:
        if _dong(told) != _dong(came):
            yield f"contribution {number} is {_dong(told)}, entry {sequence} says {_dong(came)}"


def _dong(amount: Any) -> int:
    if amount is None:
        return 0
    return amount.dong if isinstance(amount, Money) else int(amount)
