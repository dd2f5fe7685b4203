"""What somebody wishes with words that answer no question."""

from dataclasses import replace

from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance_by_words
from handlers.joining.said_first import begun_joining
from handlers.loans.loan_terms import terms_asked
from handlers.loans.vote_said import vote_said
from handlers.money.move_cash import moved_or_earned
from handlers.talk.board_said import board_said, is_of_another_office
from handlers.talk.guesses import guesses, meant_alone
from handlers.talk.said_at_once import Begun, begun_at_once
from handlers.talk.told_at_once import bare_sum, told_at_once
from handlers.volunteers.volunteering_said import volunteering_said
from messages.presses import Press
from messages.understand.english_sentences import in_short
from messages.understand.swindles import tells_of_a_swindle
from messages.understand.two_things import two_works
from storage.queries import Connection


def wished(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What these words open or begin where nothing is asked.

    A helper who wishes what is hers alone is understood, so that he can be told so.
    """
    return _wished_by_either(text, me, db) or bare_sum(text, me)


def _wished_by_either(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    wish = _wished(text, me, db)
    if wish is None and (short := in_short(text)):
        wish = _wished(short, me, db)
    return _wished(text, replace(me, helping=None), db) if wish is None and me.helping else wish


def _wished(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    way_in = entrance_by_words(text, me)
    if way_in is not None:
        return way_in.opens
    if terms := terms_asked(text, me):
        return terms
    said = volunteering_said(text, me, db)
    if said is not None:
        return Begun(*said) if isinstance(said, tuple) else said
    if vote := vote_said(text, me, db):
        return Begun(*vote)
    cash = moved_or_earned(text, me)
    return cash or _first_of_two(text, me, db) or board_said(text, me, db) or _told(text, me, db)


def _told(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    if is_of_another_office(text, me):
        return None
    return told_at_once(text, me, db) or begun_at_once(text, me) or begun_joining(text, me)


def _first_of_two(text: str, me: Visitor, db: Connection) -> Begun | None:
    """The first of two pieces of work, where it can be begun by its own words."""
    told = two_works(text)
    if told is None:
        return None
    first, second = (_wished(each, me, db) for each in told)
    if not isinstance(first, Begun) or first == second:
        return None
    return replace(first, later=told[1])


def wished_in_the_middle(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What words open or begin that were no answer to a question, a whole sentence too that speaks
    of one thing alone.
    """
    if tells_of_a_swindle(text) or terms_asked(text, me):
        # The sum in it is nobody's wish; what a loan costs is told in passing.
        return None
    # A sum alone would be an answer that does not fit.
    if wish := _wished_by_either(text, me, db):
        return wish
    return meant_alone(guesses(text, me))
