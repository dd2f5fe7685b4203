"""The board votes on a request for a loan; what seven days have not decided ends by itself."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from club.calendar import day_in_zone
from club.members import Action
from club.refusals import Code, Refused
from club.votes import Outcome, Vote, check_vote
from storage.changes.deed import Deed
from storage.changes.rights import must_be_allowed
from storage.queries.loans.loan_votes import Ballot, ballot
from storage.queries.loans.loans import LoanState
from storage.tables.areas import clubs
from storage.tables.loans import loan_votes, loans

_STATES = {
    Outcome.AGREED: LoanState.AGREED,
    Outcome.REFUSED: LoanState.REFUSED,
    Outcome.EXPIRED: LoanState.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class LoanVoted:
    """A vote was given. `outcome` says whether it decided: pending, agreed or refused."""

    ballot: Ballot
    yes: bool
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VoteOnLoan:
    """One board member's yes or no; once."""

    loan_id: int
    yes: bool
    reason: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> LoanVoted:
        """Raises Refused for who may not vote, votes twice or too late, or gives a no no reason."""
        must_be_allowed(db, deed, Action.VOTE_LOAN)
        before = locked_ballot(db, deed, self.loan_id)
        if not before.is_open:
            raise Refused(Code.VOTING_OVER)
        if before.loan.round is not None:
            raise Refused(Code.MEETING_DECIDES)
        vote = Vote(deed.person, self.yes, self.reason)
        opened_on = before.loan.asked_on
        check_vote(vote, before.votes, before.entitled, opened_on=opened_on, today=deed.today)
        db.execute(
            insert(loan_votes).values(
                loan_id=self.loan_id,
                person_id=vote.person,
                yes=vote.yes,
                reason=vote.reason or None,
                voted_at=deed.now,
            )
        )
        after = _ballot(db, before.loan.club, self.loan_id, deed.today)
        result = after.outcome(deed.today)
        if result in _STATES:
            _decide(db, self.loan_id, _STATES[result], deed.today)
        return LoanVoted(after, self.yes, result)


@dataclass(frozen=True, slots=True)
class LoanVoteExpired:
    """The days of the vote were over before it was decided; borrower and board are to be told."""

    loan_id: int
    club_id: int
    borrower: int
    name: str
    asked_on: date


def expire_votes(db: Connection, now: datetime) -> list[LoanVoteExpired]:
    """Ends the votes whose seven days are over, each by its club's own calendar.

    Asked again it finds nothing more. A request on which too few may vote waits for the meeting.
    """
    waiting = select(loans.c.id, loans.c.club_id, clubs.c.timezone)
    waiting = waiting.join(clubs, clubs.c.id == loans.c.club_id)
    waiting = waiting.where(loans.c.state == LoanState.ASKED.value).order_by(loans.c.id)
    rows = db.execute(waiting.with_for_update(of=loans)).all()
    return [
        expired
        for row in rows
        if (expired := _expired(db, row.club_id, row.id, day_in_zone(now, ZoneInfo(row.timezone))))
    ]


def _expired(db: Connection, club_id: int, loan_id: int, today: date) -> LoanVoteExpired | None:
    asked = _ballot(db, club_id, loan_id, today)
    if asked.outcome(today) is not Outcome.EXPIRED:
        return None
    _decide(db, loan_id, LoanState.EXPIRED, today)
    over = asked.loan
    return LoanVoteExpired(over.id, over.club, over.borrower, over.name, over.asked_on)


def locked_ballot(db: Connection, deed: Deed, loan_id: int) -> Ballot:
    """The vote on a loan of the deed's club; two votes at once wait for each other here."""
    lock = select(loans.c.id).where(loans.c.id == loan_id, loans.c.club_id == deed.club_id)
    if deed.club_id is None or db.execute(lock.with_for_update()).first() is None:
        raise Refused(Code.NOT_FOUND)
    return _ballot(db, deed.club_id, loan_id, deed.today)


def _ballot(db: Connection, club_id: int, loan_id: int, today: date) -> Ballot:
    found = ballot(db, club_id, loan_id, today)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    return found


def _decide(db: Connection, loan_id: int, state: LoanState, today: date) -> None:
    decided = update(loans).where(loans.c.id == loan_id)
    db.execute(decided.values(state=state.value, decided_on=today))
