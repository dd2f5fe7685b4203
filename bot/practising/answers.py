"""What the made-up people of the practice club do after something she did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from club.votes import Outcome
from messages import practising as say
from messages.moments import written
from messages.wording import Words
from storage.changes.deed import Command
from storage.changes.loans.ask_for_loan import LoanAsked
from storage.changes.loans.pay_out_loan import ConfirmCash, LoanPaidOut, PayOutLoan
from storage.changes.loans.vote_on_loan import LoanVoted, VoteOnLoan
from storage.changes.money.confirm_contribution import ConfirmContribution
from storage.changes.money.declare_contribution import ContributionDeclared
from storage.changes.money.dispute import AnswerDispute, DisputeOpened
from storage.changes.volunteers.take_session import SessionTaken
from storage.changes.volunteers.vouch_for_volunteer import VouchForVolunteer
from storage.queries import Connection
from storage.queries.loans.loan_votes import Ballot
from storage.queries.members.boards import holders
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.money.contributions import confirmer_of
from storage.queries.money.ledger import places_of


@dataclass(frozen=True, slots=True)
class Scene:
    """The practice club at a moment, and who practises in it."""

    db: Connection
    her: int
    words: Words
    today: date


# Who does what next.
Acts = Iterable[tuple[int, Command]]


def answers_to(fact: object, scene: Scene) -> list[tuple[int, Command]]:
    """What made-up people do about it, one after the other; never in her place."""
    answer = _ANSWERS.get(type(fact))
    acts = [] if answer is None else answer(fact, scene)
    return [(who, command) for who, command in acts if who != scene.her]


def _cashier_confirms(fact: ContributionDeclared, scene: Scene) -> Acts:
    given = fact.declaration
    confirmer = confirmer_of(scene.db, given, scene.today)
    if confirmer is not None and given.person_id == scene.her:
        yield confirmer, ConfirmContribution(given.id)


def _board_votes(fact: LoanAsked, scene: Scene) -> Acts:
    return [] if fact.meeting_decides else _all_say_yes(fact.ballot)


def _all_say_yes(ballot: Ballot) -> Acts:
    for each in sorted(ballot.entitled):
        if not ballot.has_voted(each):
            yield each, VoteOnLoan(ballot.loan.id, yes=True)


def _others_vote_or_money_comes(fact: LoanVoted, scene: Scene) -> Acts:
    loan = fact.ballot.loan
    if fact.outcome is Outcome.PENDING and fact.ballot.has_voted(scene.her):
        yield from _all_say_yes(fact.ballot)
    keeper = cash_keeper_for(scene.db, loan.club, loan.borrower, scene.today)
    if fact.outcome is Outcome.AGREED and loan.borrower == scene.her and keeper is not None:
        [place, *_] = places_of(scene.db, loan.club)
        yield keeper, PayOutLoan(loan.id, place.id)


def _borrower_has_it(fact: LoanPaidOut, scene: Scene) -> Acts:
    yield fact.loan.borrower, ConfirmCash(fact.loan.id, in_hand=True)


def _somebody_looked(fact: DisputeOpened, scene: Scene) -> Acts:
    if fact.handler is not None:
        answer = written(say.dispute_answer(), scene.words)
        yield fact.handler, AnswerDispute(fact.dispute.id, answer)


def _secretary_vouches(fact: SessionTaken, scene: Scene) -> Acts:
    if not fact.volunteer.vouched:
        for each in holders(scene.db, fact.session.club_id, scene.today, "secretary"):
            yield each, VouchForVolunteer(fact.volunteer.person_id)


_ANSWERS: dict[type, Callable[[Any, Scene], Acts]] = {
    ContributionDeclared: _cashier_confirms,
    LoanAsked: _board_votes,
    LoanVoted: _others_vote_or_money_comes,
    LoanPaidOut: _borrower_has_it,
    DisputeOpened: _somebody_looked,
    SessionTaken: _secretary_vouches,
}
