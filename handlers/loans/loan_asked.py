"""Who hears of a request for a loan: the board to vote, the minute-takers, or all in a round."""

from dataclasses import replace

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.take_back import kept
from messages.cards import Card
from messages.loans import loan_requests as say
from messages.loans import loan_rounds as say_round
from messages.loans import loan_witness as say_witness
from messages.presses import ScreenPress, StartPress
from storage.changes.loans.ask_for_loan import LoanAsked
from storage.queries import Connection
from storage.queries.loans.loan_votes import Ballot
from storage.queries.loans.loans import Loan
from storage.queries.loans.rounds import open_round
from storage.queries.meetings.minutes import minute_takers
from storage.queries.members.boards import board
from storage.queries.money.declared import Word


@after(LoanAsked)
def board_is_asked(fact: LoanAsked, me: Visitor, db: Connection) -> Told:
    """She hears what happens next; the board, without her household, gets a button."""
    asked = fact.ballot.loan
    if asked.borrower != me.person:
        return _asked_for_another(fact, me, db)
    if asked.round is not None:
        return _put_into_round(asked, me, db)
    reply = say.asked_for_meeting(asked.terms.principal)
    if not fact.meeting_decides:
        reply = say.asked(asked.terms.principal, fact.ballot.last_day)
    return Told(kept(reply, Word.LOAN, asked.id), tuple(_deciders(fact, me, db).items()))


def _deciders(fact: LoanAsked, me: Visitor, db: Connection) -> dict[int, Card]:
    """Whoever votes, or enters what the meeting decides, with a button for it."""
    asked = fact.ballot.loan
    if not fact.meeting_decides:
        return {each: vote_card(fact.ballot) for each in sorted(fact.ballot.entitled)}
    takers = minute_takers(db, asked.club, asked.borrower, me.today)
    return {each: meeting_card(fact.ballot) for each in takers}


def _asked_for_another(fact: LoanAsked, me: Visitor, db: Connection) -> Told:
    """One of the board has asked for a member without a phone; he may have a vote as well."""
    asked = fact.ballot.loan
    told = _round_news(asked, me, db) if asked.round is not None else _deciders(fact, me, db)
    own = told.pop(me.person, None)
    reply = say_witness.asked(asked.name, asked.terms.principal)
    if own is None:
        return Told(closing(reply), tuple(told.items()))
    return Told(replace(own, before=(reply,), numbered=True), tuple(told.items()))


def _put_into_round(asked: Loan, me: Visitor, db: Connection) -> Told:
    """The board hears who asks; nobody votes before the meeting."""
    found = open_round(db, asked.club)
    assert found is not None
    reply = say_round.asked(asked.terms.principal, found.closes_on)
    told = _round_news(asked, me, db)
    told.pop(me.person, None)
    return Told(kept(reply, Word.LOAN, asked.id), tuple(told.items()))


def _round_news(asked: Loan, me: Visitor, db: Connection) -> dict[int, Card]:
    text = say_round.somebody_asks(asked.name, asked.terms.principal, asked.purpose)
    card = news(text, (ScreenPress("round"), say_round.title()))
    return {each.person_id: card for each in board(db, asked.club, me.today)}


def vote_card(ballot: Ballot) -> Card:
    """The request as it is pushed to the board."""
    asked = ballot.loan
    return Card(
        say.somebody_asks(asked.name, asked.terms.principal, asked.purpose),
        choices=choices([(StartPress("vote_on_loan", str(asked.id)), say.look_and_vote())]),
        numbered=False,
    )


def meeting_card(ballot: Ballot) -> Card:
    """The request as it is pushed to who keeps the minutes."""
    asked = ballot.loan
    return Card(
        say.meeting_has_to_decide(asked.name, asked.terms.principal, asked.purpose),
        choices=choices([(StartPress("meeting_on_loan", str(asked.id)), say.enter_decision())]),
        numbered=False,
    )
