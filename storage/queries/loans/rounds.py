"""Rounds of lending: what was asked for, and in which order it is talked about."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from club.money import Money, total
from club.rounds import Applicant, ranked
from storage.queries.loans.lending import borrower
from storage.queries.loans.loans import Loan, LoanState, loans_in
from storage.tables.loans import loan_rounds


@dataclass(frozen=True, slots=True)
class Round:
    """Requests are taken until `closes_on`, that day included."""

    id: int
    club_id: int
    opened_on: date
    closes_on: date
    state: str

    @property
    def is_open(self) -> bool:
        return self.state == "open"

    def collects(self, today: date) -> bool:
        """Whether a request of today belongs to it."""
        return self.is_open and today <= self.closes_on


@dataclass(frozen=True, slots=True)
class Ranked:
    """A request of a round in its place."""

    loan: Loan
    applicant: Applicant


def open_round(db: Connection, club_id: int) -> Round | None:
    """The round that is not decided yet."""
    return _round(db, loan_rounds.c.club_id == club_id, loan_rounds.c.state == "open")


def loan_round(db: Connection, club_id: int, number: int) -> Round | None:
    """One round of the club."""
    return _round(db, loan_rounds.c.club_id == club_id, loan_rounds.c.id == number)


def requests_ranked(db: Connection, club_id: int, number: int, today: date) -> list[Ranked]:
    """The requests that wait in the round, in the order of the rules."""
    waiting = {
        each.id: each for each in loans_in(db, club_id, LoanState.ASKED) if each.round == number
    }
    applicants = [_applicant(db, each, today) for each in waiting.values()]
    return [Ranked(waiting[each.loan], each) for each in ranked(applicants)]


def asked_in_all(requests: list[Ranked]) -> Money:
    """What was asked for, together."""
    return total(each.loan.terms.principal for each in requests)


def _applicant(db: Connection, asked: Loan, today: date) -> Applicant:
    who = borrower(db, asked.member, today)
    return Applicant(asked.id, who.loans_repaid, who.joined_on)


def _round(db: Connection, *wanted: ColumnElement[bool]) -> Round | None:
    row: Any = db.execute(select(loan_rounds).where(*wanted).order_by(loan_rounds.c.id)).first()
    if row is None:
        return None
    return Round(row.id, row.club_id, row.opened_on, row.closes_on, row.state)
