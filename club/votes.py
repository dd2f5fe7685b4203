"""How the board decides on a loan by vote (Club rules, C.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from club.members import Action, Office, Person
from club.refusals import Code, Refused
from club.rights import may, may_concern

LEAST_VOTERS = 3
VOTING_DAYS = 7


class Outcome(StrEnum):
    """Where a vote stands."""

    PENDING = "pending"
    AGREED = "agreed"
    REFUSED = "refused"
    EXPIRED = "expired"
    NEEDS_MEETING = "needs_meeting"


@dataclass(frozen=True, slots=True)
class Vote:
    """One board member's yes or no; a no has its reason."""

    person: int
    yes: bool
    reason: str = ""


def entitled_to_vote(board: Iterable[Office], borrower: Person) -> frozenset[int]:
    """The persons of the board who may vote: nobody on a loan of his own household."""
    holders = [office.holder for office in board if may({office.role}, Action.VOTE_LOAN)]
    return frozenset(holder.id for holder in holders if may_vote(holder, borrower))


def may_vote(voter: Person, borrower: Person) -> bool:
    """Whether the loan is not his own, nor his household's."""
    return may_concern(Action.VOTE_LOAN, voter, borrower)


def last_voting_day(opened_on: date) -> date:
    """The last day on which votes are taken."""
    return opened_on + timedelta(days=VOTING_DAYS)


def outcome(
    votes: Iterable[Vote], entitled: frozenset[int], *, opened_on: date, today: date
) -> Outcome:
    """Agreed once three took part and more than half of those entitled said yes.

    Refused once so many yeses can no longer be reached; expired when the days are over first.
    Fewer than three entitled: the members' meeting decides. Votes of others do not count.
    """
    if len(entitled) < LEAST_VOTERS:
        return Outcome.NEEDS_MEETING
    said = {vote.person: vote.yes for vote in votes if vote.person in entitled}
    yes = sum(said.values())
    if len(said) >= LEAST_VOTERS and _is_majority(yes, entitled):
        return Outcome.AGREED
    if not _is_majority(yes + len(entitled) - len(said), entitled):
        return Outcome.REFUSED
    return Outcome.EXPIRED if today > last_voting_day(opened_on) else Outcome.PENDING


def check_vote(
    vote: Vote, votes: Sequence[Vote], entitled: frozenset[int], *, opened_on: date, today: date
) -> None:
    """Refuses a vote by somebody not entitled, a second one, a late one, a no without a reason."""
    if vote.person not in entitled:
        raise Refused(Code.OWN_AFFAIR)
    if any(each.person == vote.person for each in votes):
        raise Refused(Code.ALREADY_DONE)
    if outcome(votes, entitled, opened_on=opened_on, today=today) is not Outcome.PENDING:
        raise Refused(Code.VOTING_OVER)
    if not vote.yes and not vote.reason.strip():
        raise Refused(Code.REASON_MISSING)


def _is_majority(yes: int, entitled: frozenset[int]) -> bool:
    return 2 * yes > len(entitled)
