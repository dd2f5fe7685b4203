"""A volunteer takes a session with one tap, or drops out; the next in line moves up."""

from club.members import Action
from club.refusals import Code
from club.support import Place
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.refusing import said_no
from handlers.sessions import about, for_volunteer
from messages import sessions as say
from messages import volunteer as volunteers_say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.drop_session import DropSession, SessionDropped
from storage.changes.take_session import SessionTaken, TakeSession
from storage.queries import Connection
from storage.queries.boards import board
from storage.queries.sessions import Session, session
from storage.queries.volunteers import Volunteer, volunteer


@dialogue("take_session", title=say.take_title, about=1)
async def take_session(ask: Ask, me: Visitor) -> TakeSession | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    if not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    return TakeSession(int(me.subject))


@after(SessionTaken)
def session_taken(fact: SessionTaken, me: Visitor, db: Connection) -> Told:
    """The volunteer sees the place; the board hears who comes, and is asked to vouch once."""
    taking = fact.mine.place is Place.TAKING
    thanks = say.taken() if taking else say.in_line()
    reply = for_volunteer(me, db, fact.session, fact.volunteer, thanks)
    if not taking:
        return Told(reply)
    return Told(reply, _board_hears(fact.session, fact.volunteer, me, db))


def _board_hears(
    taken: Session, who: Volunteer, me: Visitor, db: Connection
) -> tuple[tuple[int, Card], ...]:
    ways: list[tuple[Press, Moment]] = [(ScreenPress("session", str(taken.id)), say.look())]
    if not who.vouched:
        ways.insert(0, (StartPress("vouch", str(who.person_id)), volunteers_say.vouch_title()))
    hears = say.board_hears_taken(who.name, say.topic(taken.topic), taken.day, taken.free)
    return _to_board(taken, news(hears, *ways), me, db)


def _to_board(of: Session, card: Card, me: Visitor, db: Connection) -> tuple[tuple[int, Card], ...]:
    """The card for each of the board, the one who caused it left out."""
    people = dict.fromkeys(each.person_id for each in board(db, of.club_id, me.today))
    return tuple((each, card) for each in people if each != me.person_id)


@dialogue("drop_session", title=say.drop_title, about=1)
async def drop_session(ask: Ask, me: Visitor) -> DropSession | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    if found is None:
        return said_no(Code.NOT_FOUND)
    if found.begins <= me.now:
        return said_no(Code.SESSION_BEGUN)
    if not await ask.yes_or_no("sure", say.sure_to_drop(found.day, found.at)):
        return Said(say.not_dropped())
    return DropSession(found.id)


@after(SessionDropped)
def session_dropped(fact: SessionDropped, me: Visitor, db: Connection) -> Told:
    """Whoever moves up is told, and so is the board of a place that was given back."""
    told: tuple[tuple[int, Card], ...] = ()
    if fact.mine.place is Place.TAKING:
        free = fact.session.free
        hears = say.board_hears_dropped(
            fact.mine.name, say.topic(fact.session.topic), fact.session.day, free
        )
        look = (ScreenPress("session", str(fact.session.id)), say.look())
        told = _to_board(fact.session, news(hears, look), me, db)
    for person_id in fact.risen:
        told += _moved_up(fact.session, person_id, me, db)
    return Told(closing(say.dropped()), told)


def _moved_up(
    of: Session, person_id: int, me: Visitor, db: Connection
) -> tuple[tuple[int, Card], ...]:
    """The good news with the address, if the board vouches; else the board is asked to."""
    who = volunteer(db, person_id)
    if who is None:
        return ()
    card = news(
        say.moved_up(about(of, address=who.vouched)),
        (ScreenPress("session", str(of.id)), say.look()),
        (StartPress("drop_session", str(of.id)), say.drop()),
    )
    return ((person_id, card), *_board_hears(of, who, me, db))
