"""Loans as they stand: the terms, the schedule, and what has been paid of it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, select

from club.loans import Basis, Instalment, RepaymentForm, Terms, instalment_lengths
from club.money import NOTHING, Money
from club.repayments import OpenInstalment, Part, as_repaid, next_instalment, outstanding
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.tables.books import reversals
from storage.tables.loans import instalments, loans, repayments
from storage.tables.people import members, persons


class LoanState(StrEnum):
    """How far a loan has come."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    RUNNING = "running"
    REPAID = "repaid"
    WRITTEN_OFF = "written_off"


MOVED = "handed to another club"
"""Why a loan ended that goes on in another club."""

OPEN_STATES = (LoanState.ASKED, LoanState.AGREED, LoanState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A loan with its instalments as they stand after every repayment that was not reversed.

    `instalments` is empty until it is paid out. `borrower` is the person, `member` her membership.
    """

    id: int
    club: int
    member: int
    borrower: int
    name: str
    fund: int
    purpose: str
    terms: Terms
    state: LoanState
    asked_on: date
    decided_on: date | None
    paid_out_on: date | None
    is_cash_confirmed: bool
    is_rescheduled: bool
    round: int | None
    instalments: tuple[OpenInstalment, ...]

    @property
    def outstanding(self) -> Money:
        """The principal that is still owed."""
        return outstanding(self.instalments)

    @property
    def next_instalment(self) -> OpenInstalment | None:
        return next_instalment(self.instalments)


def loan(db: Connection, club_id: int, loan_id: int) -> Loan | None:
    """One loan of the club."""
    found = _loans(db, _ONE, loan=loan_id, club=club_id)
    return found[0] if found else None


def loans_of(db: Connection, member_id: int, *states: LoanState) -> list[Loan]:
    """A member's loans in these states, or all of them, the oldest first."""
    if not states:
        return _loans(db, _OF_MEMBER, member=member_id)
    return _loans(db, _OF_MEMBER_IN, member=member_id, states=states)


def loans_in(db: Connection, club_id: int, *states: LoanState) -> list[Loan]:
    """The club's loans in these states, the oldest first."""
    return _loans(db, _IN_CLUB, club=club_id, states=states)


def running_loans(db: Connection, club_id: int) -> list[Loan]:
    """Loans that were paid out and are not yet repaid."""
    return loans_in(db, club_id, LoanState.RUNNING)


_ALL = (
    select(loans, members.c.person_id, NAMED)
    .join(members, members.c.id == loans.c.member_id)
    .join(persons, persons.c.id == members.c.person_id)
    .order_by(loans.c.id)
)
_ONE = _ALL.where(loans.c.id == bindparam("loan"), loans.c.club_id == bindparam("club"))
_OF_MEMBER = _ALL.where(loans.c.member_id == bindparam("member"))
_OF_MEMBER_IN = _OF_MEMBER.where(among(loans.c.state, "states"))
_IN_CLUB = _ALL.where(loans.c.club_id == bindparam("club"), among(loans.c.state, "states"))


def _loans(db: Connection, wanted: Select[Any], **whose: Any) -> list[Loan]:
    rows = db.execute(wanted, whose).all()
    terms = {row.id: _terms(row) for row in rows}
    plans = _schedules(db, terms)
    paid = _repayments(db, terms)
    return [
        _loan(row, terms[row.id], as_repaid(plans[row.id], paid[row.id], terms[row.id]))
        for row in rows
    ]


def _terms(row: Any) -> Terms:
    return Terms(
        principal=row.principal,
        months=row.months,
        rate_hundredths_percent_a_month=row.rate_hundredths_percent_a_month,
        form=RepaymentForm(row.form),
        basis=Basis(row.basis),
        step=row.step,
    )


def _schedules(db: Connection, terms: dict[int, Terms]) -> dict[int, list[Instalment]]:
    found: dict[int, list[Instalment]] = defaultdict(list)
    for row in _rows_of(db, _INSTALMENTS, terms):
        found[row.loan_id].append(
            Instalment(
                number=row.number,
                due_on=row.due_on,
                principal=row.principal,
                interest=row.interest,
                months=_months(row, terms[row.loan_id]),
                carried=row.carried or NOTHING,
            )
        )
    return found


def _months(row: Any, terms: Terms) -> int:
    """How many months of interest the instalment holds, by its row or else by the loan's terms."""
    if row.months is not None:
        return int(row.months)
    lengths = instalment_lengths(terms)
    return lengths[row.number - 1] if row.number <= len(lengths) else 1


def _repayments(db: Connection, terms: dict[int, Terms]) -> dict[int, list[tuple[date, Part]]]:
    """What was booked, in the order it was booked; what was reversed is left out."""
    found: dict[int, list[tuple[date, Part]]] = defaultdict(list)
    for row in _rows_of(db, _REPAYMENTS, terms):
        part = Part(row.instalment_number, row.principal, row.interest)
        found[row.loan_id].append((row.paid_on, part))
    return found


_INSTALMENTS = (
    select(instalments).where(among(instalments.c.loan_id, "loans")).order_by(instalments.c.number)
)
_REPAYMENTS = (
    select(repayments)
    .where(
        among(repayments.c.loan_id, "loans"),
        ~exists().where(reversals.c.reverses_id == repayments.c.transaction_id),
    )
    .order_by(repayments.c.id)
)


def _rows_of(db: Connection, wanted: Select[Any], loan_ids: Collection[int]) -> Any:
    return db.execute(wanted, {"loans": list(loan_ids)}) if loan_ids else ()


def _loan(row: Any, terms: Terms, open_instalments: tuple[OpenInstalment, ...]) -> Loan:
    return Loan(
        id=row.id,
        club=row.club_id,
        member=row.member_id,
        borrower=row.person_id,
        name=row.name,
        fund=row.fund_id,
        purpose=row.purpose,
        terms=terms,
        state=LoanState(row.state),
        asked_on=row.asked_on,
        decided_on=row.decided_on,
        paid_out_on=row.paid_out_on,
        is_cash_confirmed=row.cash_confirmed_at is not None,
        is_rescheduled=row.rescheduled,
        round=row.round_id,
        instalments=open_instalments,
    )
