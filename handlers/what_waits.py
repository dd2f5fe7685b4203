"""What a member has asked for or told of and what has become of it, each with who is to answer."""

from club.votes import Outcome
from handlers.dialogue.visitor import Visitor
from handlers.money.contributions_said import line_of
from handlers.money.disputes_said import disputed_line
from messages import what_waits as say
from messages.meetings import meetings as say_meetings
from messages.moments import Moment
from messages.volunteers import sessions as say_sessions
from messages.volunteers.ask_for_help import asked_for
from storage.queries import Connection
from storage.queries.loans.loan_votes import ballot_on
from storage.queries.loans.loans import Loan, LoanState, loans_of
from storage.queries.meetings.meetings import answer_of, next_meeting
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.money.cash_keepers import cash_keeper_for
from storage.queries.money.contributions import Contribution, confirmer_of, waiting_of
from storage.queries.money.disputes import open_disputes_of
from storage.queries.volunteers.help_requests import requests_of
from storage.queries.volunteers.sessions import my_sessions, session, signed_up


def what_waits(me: Visitor, db: Connection) -> list[Moment]:
    """Contributions, requests, complaints, the next meeting: a line for each that is open."""
    return [
        *(_contribution(each, me, db) for each in waiting_of(db, me.member_id)),
        *(_loan(each, me, db) for each in loans_of(db, me.member_id, *_UNDECIDED)),
        *_help(me, db),
        *_sessions(me, db),
        *_disputes(me, db),
        *_meeting(me, db),
    ]


_UNDECIDED = (LoanState.ASKED, LoanState.AGREED)


def _contribution(given: Contribution, me: Visitor, db: Connection) -> Moment:
    confirmer = confirmer_of(db, given, me.today)
    for each in board(db, given.club_id, me.today):
        if each.person_id == confirmer:
            return say.for_somebody(line_of(given), each.name, each.role)
    return say.for_nobody(line_of(given))


def _loan(asked: Loan, me: Visitor, db: Connection) -> Moment:
    amount = asked.terms.principal
    if asked.state is LoanState.AGREED:
        keeper = cash_keeper_for(db, asked.club, asked.borrower, me.today)
        return say.loan_agreed(amount, name_of(db, keeper))
    vote = ballot_on(db, asked, me.today)
    if vote.outcome(me.today) is Outcome.NEEDS_MEETING:
        return say.loan_for_meeting(amount)
    return say.loan_voted(amount, vote.last_day)


def _help(me: Visitor, db: Connection) -> list[Moment]:
    lines = []
    for request, session_id in requests_of(db, me.member_id):
        topic = asked_for(request.topic, request.lesson)
        found = None if session_id is None else session(db, session_id)
        if found is not None and found.begins > me.now:
            lines.append(say.help_found(topic, found.day))
        elif request.state == "open":
            lines.append(say.help_open(topic))
    return lines


def _sessions(me: Visitor, db: Connection) -> list[Moment]:
    """Those in which she helps herself."""
    if not me.is_volunteer:
        return []
    lines = []
    for each in my_sessions(db, me.person, me.now):
        mine = next(one for one in signed_up(db, each.id) if one.person_id == me.person)
        waits = bool(mine.line)
        lines.append(say.session(say_sessions.topic(each.topic), each.day, waits))
    return lines


def _disputes(me: Visitor, db: Connection) -> list[Moment]:
    return [
        say.dispute(disputed_line(db, each), name_of(db, each.handler_id))
        for each in open_disputes_of(db, me.club_id, me.person)
    ]


def _meeting(me: Visitor, db: Connection) -> list[Moment]:
    planned = next_meeting(db, me.club_id, me.now)
    if planned is None:
        return []
    answered = answer_of(db, planned.id, me.member_id)
    answer = None if answered is None else say_meetings.ANSWER_LABELS[answered[0]]()
    return [say.meeting(planned.day, answer)]
