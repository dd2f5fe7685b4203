"""Votes on loans whose seven days are over end by themselves; borrower and board are told."""

from collections.abc import Callable, Iterator
from datetime import datetime

from club.calendar import VIETNAM
from club.reminders import Kind, may_go_out
from messages.cards import Card, Choice
from messages.loans import loan_requests as say_request
from messages.loans import loan_votes as say
from messages.presses import StartPress, packed
from scheduler.reminding import local
from storage import outbox
from storage.changes.loans.vote_on_loan import LoanVoteExpired, expire_votes
from storage.outbox import Letter
from storage.queries import Connection
from storage.queries.members.boards import board


def end_votes(db: Connection, now: datetime, run: int, new_id: Callable[[], int]) -> list[Letter]:
    """Ends what is over and returns the letters to send after the commit.

    In a quiet time nothing ends: a late vote is refused by its day all the same.
    """
    if not may_go_out(Kind.INSTALMENT, local(now, VIETNAM.key)):
        return []
    told = [each for over in expire_votes(db, now) for each in _told(db, over, now)]
    hearers = outbox.hearers_of_persons(db, [person for person, _ in told])
    letters = [
        Letter(new_id(), hearer, "notice", card.as_json())
        for person, card in told
        for hearer in hearers.of(person)[:1]
    ]
    outbox.put(db, letters, run=run, now=now)
    return letters


def _told(db: Connection, over: LoanVoteExpired, now: datetime) -> Iterator[tuple[int, Card]]:
    again = Choice(packed(StartPress("loan")), say_request.title())
    yield over.borrower, Card(say.expired(over.asked_on), choices=(again,), numbered=False)
    for each in board(db, over.club_id, local(now, VIETNAM.key).date()):
        if each.person_id != over.borrower:
            yield each.person_id, Card(say.board_expired(over.name), numbered=False)
