"""Who hands out and takes in cash that concerns a person (Club rules, B.4)."""

from datetime import date

from sqlalchemy import Connection

from club.declarations import Declaration, confirmer_for
from storage.queries.loans.loans import Loan, LoanState, loans_in
from storage.queries.members.households import offices_held, person_in


def cash_keeper_for(db: Connection, club_id: int, person_id: int, today: date) -> int | None:
    """The cashier; where it is his own or his household's affair the chair, then the deputy.

    None where nobody is left.
    """
    matter = concerning(db, club_id, person_id, today)
    return confirmer_for(matter, offices_held(db, club_id, today))


def concerning(db: Connection, club_id: int, person_id: int, today: date) -> Declaration:
    """The person's own affair, as the rules of confirming see it."""
    return Declaration(person_in(db, club_id, person_id, today), entered_by=person_id)


def loans_in_care(
    db: Connection, club_id: int, state: LoanState, *, keeper: int, today: date
) -> list[Loan]:
    """The club's loans in this state whose money this person hands out and takes in."""
    return [
        each
        for each in loans_in(db, club_id, state)
        if cash_keeper_for(db, club_id, each.borrower, today) == keeper
    ]
