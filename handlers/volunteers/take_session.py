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
from handlers.talk.refusing import said_no
from handlers.volunteers.leaving import LeavingQuestion
from handlers.volunteers.sessions import about, for_volunteer
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import change_session as changing_says
from messages.volunteers import sessions as words_of
from messages.volunteers import taking_part as say
from messages.volunteers import volunteer as volunteers_say
from storage.changes.volunteers.drop_session import DropSession, SessionDropped
from storage.changes.volunteers.take_session import SessionTaken, TakeSession
from storage.queries import Connection
from storage.queries.members.boards import board
from storage.queries.volunteers.hours import asked_for
from storage.queries.volunteers.sessions import Session, mine_of, session, signed_up
from storage.queries.volunteers.volunteers import Volunteer, volunteer


@dialogue("take_session", title=say.take_title, about=1)
async def take_session(ask: Ask, me: Visitor) -> TakeSession | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    if found is None:
        return said_no(Code.NOT_FOUND)
    speaks = await speaks_it(ask, me, found)
    return said_no(Code.LANGUAGE_NEEDED) if speaks is None else TakeSession(found.id, speaks)


async def speaks_it(ask: Ask, me: Visitor, found: Session) -> bool | None:
    """Whether she has just said that she speaks what is needed; None if she does not."""
    who = await read(volunteer, me.person)
    if not found.language or (who is not None and found.language in who.languages):
        return False
    asked = words_of.do_you_speak(words_of.language(found.language))
    return True if await ask.yes_or_no("speaks", asked) else None


@after(SessionTaken)
def session_taken(fact: SessionTaken, me: Visitor, db: Connection) -> Told:
    """The volunteer sees the place; board and older people hear who comes."""
    taking = fact.mine.place is Place.TAKING
    thanks = say.taken() if taking else say.in_line()
    reply = for_volunteer(me, db, fact.session, fact.volunteer, thanks)
    if not taking:
        return Told(reply)
    return Told(reply, who_comes_now(fact.session, fact.volunteer, me, db))


def who_comes_now(
    taken: Session, who: Volunteer, me: Visitor, db: Connection
) -> tuple[tuple[int, Card], ...]:
    """To the board, which is asked to vouch once, and to the members who asked for help."""
    ways: list[tuple[Press, Moment]] = [(ScreenPress("session", str(taken.id)), words_of.look())]
    if not who.vouched:
        ways.insert(0, (StartPress("vouch", str(who.person_id)), volunteers_say.vouch_title()))
    topic = words_of.topic(taken.topic)
    hears = say.board_hears_taken(who.name, topic, taken.day, taken.free)
    coming = changing_says.who_is_coming(who.name, topic, taken.day, taken.at)
    look: tuple[Press, Moment] = (ScreenPress("who_comes"), words_of.look())
    told = to_board(taken, news(hears, *ways), me, db)
    board_told = {person_id for person_id, _ in told}
    return told + tuple(
        (person_id, news(coming, look))
        for person_id, _ in asked_for(db, taken.id)
        if person_id not in {*board_told, me.person_id}
    )


def to_board(of: Session, card: Card, me: Visitor, db: Connection) -> tuple[tuple[int, Card], ...]:
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
    if mine_of(await read(signed_up, found.id), me.person_id) is None:
        return said_no(Code.NOTHING_WAITING)
    if found.begins <= me.now:
        return said_no(Code.SESSION_BEGUN)
    if not await LeavingQuestion("sure", say.sure_to_drop(found.day, found.at)):
        return Said(say.not_dropped())
    return DropSession(found.id)


@after(SessionDropped)
def session_dropped(fact: SessionDropped, me: Visitor, db: Connection) -> Told:
    """Whoever moves up is told, and so are the board and who asked, of a place given back."""
    told: tuple[tuple[int, Card], ...] = ()
    if fact.mine.place is Place.TAKING:
        told = place_free(fact.session, fact.mine.name, fact.risen, me, db)
    return Told(closing(say.dropped()), told)


def place_free(  # noqa: PLR0917 – who went, who came
    of: Session, name: str, risen: tuple[int, ...], me: Visitor, db: Connection
) -> tuple[tuple[int, Card], ...]:
    """What is told when somebody's place is free, and who got it."""
    hears = say.board_hears_dropped(name, words_of.topic(of.topic), of.day, of.free)
    look = (ScreenPress("session", str(of.id)), words_of.look())
    told = to_board(of, news(hears, look), me, db)
    if not risen:
        missing = news(changing_says.is_not_coming(name, of.day))
        told += tuple((each, missing) for each, _ in asked_for(db, of.id) if each != me.person_id)
    for person_id in risen:
        who = volunteer(db, person_id)
        if who is not None:
            told += ((person_id, moved_up(of, who)), *who_comes_now(of, who, me, db))
    return told


def moved_up(of: Session, who: Volunteer) -> Card:
    """The good news, with the address if the board vouches."""
    return news(
        say.moved_up(about(of, address=who.vouched)),
        (ScreenPress("session", str(of.id)), words_of.look()),
        (StartPress("drop_session", str(of.id)), words_of.drop()),
    )
