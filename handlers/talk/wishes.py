"""What somebody wishes with words that answer no question."""

from dataclasses import replace

from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance_by_words
from handlers.joining.said_first import begun_joining
from handlers.loans.vote_said import vote_said
from handlers.talk.board_said import board_said
from handlers.talk.guesses import guesses, meant_alone
from handlers.talk.said_at_once import Begun, begun_at_once
from handlers.talk.told_at_once import bare_sum, told_at_once
from handlers.volunteers.volunteering_said import volunteering_said
from messages.presses import Press
from messages.understand.swindles import tells_of_a_swindle
from storage.queries import Connection


def wished(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What these words open or begin where nothing is asked.

    A helper who wishes what is hers alone is understood, so that he can be told so.
    """
    return _wished_by_either(text, me, db) or bare_sum(text, me)


def _wished_by_either(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    wish = _wished(text, me, db)
    return _wished(text, replace(me, helping=None), db) if wish is None and me.helping else wish


def _wished(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    way_in = entrance_by_words(text, me)
    if way_in is not None:
        return way_in.opens
    said = volunteering_said(text, me, db)
    if said is not None:
        return Begun(*said) if isinstance(said, tuple) else said
    if vote := vote_said(text, me, db):
        return Begun(*vote)
    of_work = board_said(text, me, db)
    if of_work is not None:
        return of_work
    return told_at_once(text, me, db) or begun_at_once(text, me) or begun_joining(text, me)


def wished_in_the_middle(text: str, me: Visitor, db: Connection) -> Press | Begun | None:
    """What words open or begin that were no answer to a question, a whole sentence too that speaks
    of one thing alone.
    """
    if tells_of_a_swindle(text):
        # The sum in it is nobody's wish.
        return None
    # A sum alone would be an answer that does not fit.
    if wish := _wished_by_either(text, me, db):
        return wish
    return meant_alone(guesses(text, me))
