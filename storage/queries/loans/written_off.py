"""Loans that the meeting has written off, tracked beside the books (Club rules, C.7)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from club.accounts import Account
from club.money import NOTHING, Money
from storage.queries.loans.loans import Loan, LoanState, loans_in
from storage.tables.books import postings


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """`lost` is what was given up and has not been recovered since."""

    loan: Loan
    lost: Money


def written_off_loans(db: Connection, club_id: int) -> list[WrittenOff]:
    """Every loan of the club that was written off, the oldest first."""
    lost = _lost(db, club_id)
    found = loans_in(db, club_id, LoanState.WRITTEN_OFF)
    return [WrittenOff(each, lost.get(each.id, NOTHING)) for each in found]


def written_off_loan(db: Connection, club_id: int, loan_id: int) -> WrittenOff | None:
    """One of them."""
    return next((one for one in written_off_loans(db, club_id) if one.loan.id == loan_id), None)


def _lost(db: Connection, club_id: int) -> dict[int, Money]:
    found = db.execute(
        select(postings.c.loan_id, func.sum(postings.c.amount))
        .where(
            postings.c.club_id == club_id,
            postings.c.account == Account.LOSS.value,
            postings.c.loan_id.is_not(None),
        )
        .group_by(postings.c.loan_id)
    )
    return {number: _money(amount) for number, amount in found}


def _money(amount: Any) -> Money:
    return amount if isinstance(amount, Money) else Money(int(amount))
