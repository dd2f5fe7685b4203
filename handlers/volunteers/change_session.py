"""The board calls a session off, moves it, or changes its places; everybody concerned hears."""

from club.members import Action
from club.refusals import Code
from club.support import Place, who_goes_to_the_line
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from handlers.volunteers.session_questions import day_to_come, time_by_day
from handlers.volunteers.sessions import about, goes_not_alone
from handlers.volunteers.take_session import moved_up, to_board
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import change_session as say
from messages.volunteers import open_session as opening_says
from messages.volunteers import sessions as words_of
from messages.volunteers import taking_part as taking_says
from storage.changes.volunteers.change_session import (
    AgreeToNewTime,
    CancelSession,
    CapacityChanged,
    ChangeCapacity,
    MoveSession,
    NewTimeAgreed,
    SessionCancelled,
    SessionMoved,
)
from storage.queries import Connection
from storage.queries.volunteers.sessions import Session, session, signed_up
from storage.queries.volunteers.volunteers import alone_in_a_home, volunteer

MOST_VOLUNTEERS = 50


@waiting
def second_volunteers(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Sessions in a home where whoever has signed up may not go alone (Club rules, F.7)."""
    if not me.may(Action.OPEN_SESSION):
        return []
    lines: list[tuple[Press, Moment]] = []
    for session_id, person_id in alone_in_a_home(db, me.club_id, me.now):
        of, who = session(db, session_id), volunteer(db, person_id)
        if of is not None and who is not None and goes_not_alone(db, who, me.today):
            lines.append((ScreenPress("session", str(of.id)), say.one_too_few(of.day)))
    return lines


async def _to_change(me: Visitor) -> Session | Said:
    """The session of the subject, of the board's own club and still to come."""
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    if found is None or found.club_id != me.club_id or found.state == "cancelled":
        return said_no(Code.NOT_FOUND)
    return said_no(Code.SESSION_BEGUN) if found.begins <= me.now else found


@dialogue("cancel_session", title=say.cancel_title, about=2)
async def cancel_session(ask: Ask, me: Visitor) -> CancelSession | Said:
    found = await _to_change(me)
    if isinstance(found, Said):
        return found
    reason = await ask.text("reason", say.why_cancel(), longest=200)
    if not await ask.confirm("sure", say.sure_to_cancel(found.day, found.at, reason)):
        return Said(taking_says.not_dropped())
    return CancelSession(found.id, reason)


@after(SessionCancelled)
def session_cancelled(fact: SessionCancelled, me: Visitor, db: Connection) -> Told:
    day, at = fact.session.day, fact.session.at
    called_off = news(say.does_not_take_place(day, at, fact.reason))
    told = [(each.person_id, called_off) for each in fact.people]
    not_helped = news(say.does_not_help(day, at, fact.reason))
    told += [(each, not_helped) for each in fact.asked if each != me.person_id]
    return Told(closing(say.cancelled(len(fact.people))), tuple(told))


@dialogue("move_session", title=say.move_title, about=3)
async def move_session(ask: Ask, me: Visitor) -> MoveSession | Said:
    found = await _to_change(me)
    if isinstance(found, Said):
        return found
    day = await day_to_come("day", say.to_which_day(found.day, found.at), me=me)
    zone = me.my_membership.timezone
    prompt = opening_says.what_time()
    at = await time_by_day("time", prompt, day=day, me=me, timezone=zone)
    sure = say.sure_to_move(found.day, found.at, day, at, count=found.taken)
    if not await ask.confirm("sure", sure):
        return Said(taking_says.not_dropped())
    return MoveSession(found.id, day, at)


@after(SessionMoved)
def session_moved(fact: SessionMoved, me: Visitor, db: Connection) -> Told:
    """Whoever has a place is asked again; whoever waits, or asked for help, is told."""
    now, before = fact.session, fact.before.day
    told: list[tuple[int, Card]] = []
    for each in fact.people:
        look = (ScreenPress("session", str(now.id)), words_of.look())
        if each.place is Place.WAITING:
            waits = say.was_moved_waiting(before, about(now, address=False))
            told.append((each.person_id, news(waits, look)))
            continue
        asked = say.was_moved(before, about(now, address=each.vouched))
        comes = (StartPress("agree_to_time", str(now.id)), words_of.comes_still())
        drops = (StartPress("drop_session", str(now.id)), words_of.drop())
        told.append((each.person_id, news(asked, comes, drops)))
    helped = news(say.help_moved(before, now.day, now.at))
    told += [(each, helped) for each in fact.asked if each != me.person_id]
    return Told(closing(say.moved(now.day, now.at)), tuple(told))


@dialogue("agree_to_time", title=words_of.comes_still, about=1)
async def agree_to_time(ask: Ask, me: Visitor) -> AgreeToNewTime | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    if not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    return AgreeToNewTime(int(me.subject))


@after(NewTimeAgreed)
def new_time_agreed(fact: NewTimeAgreed, me: Visitor, db: Connection) -> Told:
    hears = say.board_hears_agreed(fact.volunteer.name, fact.session.day)
    look = (ScreenPress("session", str(fact.session.id)), words_of.look())
    told = to_board(fact.session, news(hears, look), me, db)
    return Told(closing(say.time_agreed()), told)


@dialogue("change_capacity", title=say.capacity_title, about=2)
async def change_capacity(ask: Ask, me: Visitor) -> ChangeCapacity | Said:
    """Before it is agreed to it is said who loses a place, or gets one."""
    found = await _to_change(me)
    if isinstance(found, Said):
        return found
    capacity = await ask.number(
        "capacity",
        say.how_many_now(found.capacity, found.taken),
        at_least=1,
        up_to=MOST_VOLUNTEERS,
    )
    if capacity == found.capacity:
        return said_no(Code.NOTHING_CHANGED)
    people = await read(signed_up, found.id)
    taking = [each for each in people if each.place is Place.TAKING]
    waiting = [each for each in people if each.place is Place.WAITING]
    leaving = who_goes_to_the_line(taking, capacity)
    rising = waiting[: max(0, capacity - len(taking))]
    sure = say.sure_capacity(
        capacity, [each.name for each in leaving], [each.name for each in rising]
    )
    if not await ask.confirm("sure", sure):
        return Said(taking_says.not_dropped())
    return ChangeCapacity(found.id, capacity, tuple(each.person_id for each in leaving))


@after(CapacityChanged)
def capacity_changed(fact: CapacityChanged, me: Visitor, db: Connection) -> Told:
    now = fact.session
    look = (ScreenPress("session", str(now.id)), words_of.look())
    lost = news(say.you_lost_the_place(now.day, now.at), look)
    told = [(each.person_id, lost) for each in fact.in_line]
    for person_id in fact.risen:
        who = volunteer(db, person_id)
        if who is not None:
            told.append((person_id, moved_up(now, who)))
    return Told(closing(say.capacity_changed(now.capacity)), tuple(told))
