"""Requests for loans that the board votes on: who may vote, who has, and how it stands."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from club.members import Person
from club.votes import Outcome, Vote, entitled_to_vote, last_voting_day, outcome
from storage.queries.loans.loans import Loan, LoanState, loan, loans_in
from storage.queries.members.households import offices_held, person_in
from storage.tables.loans import loan_votes


@dataclass(frozen=True, slots=True)
class Ballot:
    """A request and the votes on it. `entitled` are the persons of today's board who may vote."""

    loan: Loan
    votes: tuple[Vote, ...]
    entitled: frozenset[int]
    borrower: Person

    @property
    def last_day(self) -> date:
        return last_voting_day(self.loan.asked_on)

    @property
    def is_open(self) -> bool:
        """Whether the request still waits for an answer, by the board or by the meeting."""
        return self.loan.state is LoanState.ASKED

    def outcome(self, today: date) -> Outcome:
        """Where the vote stands; asked only of an open request. The meeting decides on a round."""
        if self.loan.round is not None:
            return Outcome.NEEDS_MEETING
        return outcome(self.votes, self.entitled, opened_on=self.loan.asked_on, today=today)

    def has_voted(self, person: int) -> bool:
        return any(each.person == person for each in self.votes)


def ballot(db: Connection, club_id: int, loan_id: int, today: date) -> Ballot | None:
    """The vote on one loan of the club, whatever became of it."""
    found = loan(db, club_id, loan_id)
    return None if found is None else ballot_on(db, found, today)


def ballots_open(db: Connection, club_id: int, today: date) -> list[Ballot]:
    """Every request of the club that waits for an answer, the oldest first."""
    return [ballot_on(db, each, today) for each in loans_in(db, club_id, LoanState.ASKED)]


def ballot_on(db: Connection, asked: Loan, today: date) -> Ballot:
    """The vote on this loan."""
    borrower = person_in(db, asked.club, asked.borrower, today)
    found = db.execute(
        select(loan_votes.c.person_id, loan_votes.c.yes, loan_votes.c.reason)
        .where(loan_votes.c.loan_id == asked.id)
        .order_by(loan_votes.c.id)
    )
    votes = tuple(Vote(row.person_id, row.yes, row.reason or "") for row in found)
    entitled = entitled_to_vote(offices_held(db, asked.club, today), borrower)
    return Ballot(asked, votes, entitled, borrower)
