"""A sentence that votes on somebody's loan opens the vote on it."""

from collections.abc import Mapping

from club.members import Action
from handlers.dialogue.visitor import Visitor
from messages.understand.people import Described, people_named
from messages.understand.told import sentence_of
from messages.understand.votes_told import vote_told
from storage.queries import Connection
from storage.queries.loans.loan_votes import Ballot, ballots_open
from storage.queries.members.member_record import known_members

NO_LOAN = "0"


def vote_said(text: str, me: Visitor, db: Connection) -> tuple[str, str, Mapping[str, str]] | None:
    """Dialogue, subject and answers. A yes is given under the request itself, which names the sum;
    a no is taken, and its reason is asked.
    """
    yes = vote_told(text) if me.may(Action.VOTE_LOAN) else None
    if yes is None:
        return None
    named = _named(text, me, db)
    open_now = [
        each for each in ballots_open(db, me.club_id, me.today) if me.person in each.entitled
    ]
    meant = [each for each in open_now if each.loan.member in named] if named else open_now
    if not named and len(meant) != 1:
        return None
    return "vote_on_loan", _subject(meant), {} if yes or not meant else {"yes": "no"}


def _subject(meant: list[Ballot]) -> str:
    return str(meant[0].loan.id) if meant else NO_LOAN


def _named(text: str, me: Visitor, db: Connection) -> set[int]:
    everybody = known_members(db, me.club_id)
    described = [Described(each.name, each.hamlet, each.birth_year) for each in everybody]
    found = people_named(sentence_of(text), described)
    return {everybody[place].member_id for _begin, _end, places in found for place in places}
