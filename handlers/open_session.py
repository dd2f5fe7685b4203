"""The board opens a support session, perhaps out of a member's request, or calls one off."""

from datetime import date, time

from club.members import Action
from club.refusals import Code
from club.support import SupportKind
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.refusing import said_no
from handlers.sessions import about
from messages import everywhere
from messages import open_session as say
from messages import sessions as words_of
from messages.cards import Card
from messages.presses import ScreenPress, StartPress
from storage.changes.open_session import (
    CancelSession,
    OpenSession,
    SessionCancelled,
    SessionOpened,
)
from storage.queries import Connection
from storage.queries.clubs import club, groups_of
from storage.queries.help_requests import HelpRequest, help_request
from storage.queries.sessions import session
from storage.queries.volunteers import volunteers_near

MOST_MINUTES = 480
MOST_VOLUNTEERS = 50
# What a member asks help with, where young people help with it under another name.
TOPIC_OF_REQUEST = {
    "digital": SupportKind.DIGITAL,
    "health": SupportKind.HEALTH,
    "paperwork": SupportKind.PAPERWORK,
    "home_care": SupportKind.HEALTH,
    "field_work": SupportKind.GREEN,
}


@dialogue("open_session", title=say.title, about=9)
async def open_session(ask: Ask, me: Visitor) -> OpenSession | Said | Redo:
    """Its subject is nothing, or the number of the request it is opened for."""
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    request = await _request(me)
    if request is not None and request.state != "open":
        return said_no(Code.ALREADY_DONE)
    topic = await _topic(ask, request)
    title = await ask.text("title", say.what_title(), longest=80, may_skip=True)
    day, at = await _day_and_time(ask)
    minutes = await ask.number(
        "minutes", say.how_long(), at_least=15, up_to=MOST_MINUTES, offers=(60, 90, 120)
    )
    hamlet = await _hamlet(ask, me, request)
    place = await ask.text("place", say.which_address(), longest=120)
    capacity = await ask.number(
        "capacity", say.how_many(), at_least=1, up_to=MOST_VOLUNTEERS, offers=(2, 3, 5)
    )
    opening = OpenSession(
        topic, title, day, at, minutes, hamlet, place, capacity, request.id if request else 0
    )
    return await _agreed(ask, opening)


async def _agreed(ask: Ask, opening: OpenSession) -> OpenSession | Redo:
    read_back = say.read_back(
        words_of.topic(opening.topic.value),
        opening.title,
        opening.day,
        opening.at,
        minutes=opening.minutes,
        hamlet=opening.hamlet,
        place=opening.place,
        capacity=opening.capacity,
    )
    if await ask.confirm("agreed", read_back):
        return opening
    parts = ("topic", "day", "time", "hamlet", "capacity")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    again = {
        "topic": ("topic", "title"),
        "time": ("time", "minutes"),
        "hamlet": ("hamlet", "place"),
    }
    return Redo((*again.get(wrong, (wrong,)), "wrong", "agreed"))


async def _request(me: Visitor) -> HelpRequest | None:
    if not me.subject.isdecimal():
        return None
    return await read(help_request, me.club_id, int(me.subject))


async def _topic(ask: Ask, request: HelpRequest | None) -> SupportKind:
    if request is not None:
        return TOPIC_OF_REQUEST[request.topic]
    return await ask.choice(
        "topic",
        say.which_topic(),
        among=tuple(SupportKind),
        shown_as=lambda each: words_of.topic(each.value),
        key=lambda each: each.value,
    )


async def _day_and_time(ask: Ask) -> tuple[date, time]:
    day = await ask.day("day", say.which_day())
    return day, await ask.time("time", say.what_time())


async def _hamlet(ask: Ask, me: Visitor, request: HelpRequest | None) -> str:
    home = await read(club, me.club_id)
    known = [home.hamlet if request is None else request.hamlet]
    known += [each.name for each in await read(groups_of, me.club_id)]
    return await offered_text(
        "hamlet",
        say.which_hamlet(),
        offers=list(dict.fromkeys(filter(None, known))),
        shown_as=everywhere.plain,
        longest=60,
    )


@after(SessionOpened)
def session_opened(fact: SessionOpened, me: Visitor, db: Connection) -> Told:
    """Volunteers near hear of it, without the address; so does the member who had asked."""
    opened = fact.session
    near = volunteers_near(db, opened.club_id, opened.hamlet, opened.topic)
    invitation = news(
        words_of.new_near_you(about(opened, address=False)),
        (StartPress("take_session", str(opened.id)), words_of.take()),
        (ScreenPress("session", str(opened.id)), words_of.look()),
    )
    told = [(each.person_id, invitation) for each in near if each.person_id != me.person_id]
    count = len(told)
    if fact.request is not None:
        topic = words_of.topic(fact.request.topic)
        coming = news(say.help_is_coming(topic, opened.day, opened.at))
        told.append((fact.request.person_id, coming))
    look = (ScreenPress("session", str(opened.id)), words_of.look())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    reply = Card(say.opened(opened.day, count), choices=choices([look, menu]))
    return Told(reply, tuple(told))


@dialogue("cancel_session", title=say.cancel_title, about=1)
async def cancel_session(ask: Ask, me: Visitor) -> CancelSession | Said:
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    if found is None or found.club_id != me.club_id:
        return said_no(Code.NOT_FOUND)
    if not await ask.yes_or_no("sure", say.sure_to_cancel(found.day, found.at)):
        return Said(words_of.not_dropped())
    return CancelSession(found.id)


@after(SessionCancelled)
def session_cancelled(fact: SessionCancelled, me: Visitor, db: Connection) -> Told:
    called_off = news(say.does_not_take_place(fact.session.day, fact.session.at))
    told = tuple((each.person_id, called_off) for each in fact.people)
    return Told(closing(say.cancelled(len(told))), told)


entrance(
    StartPress("open_session"),
    label=say.title,
    open_to=lambda me: me.may(Action.OPEN_SESSION),
    command="mobuoi",
    words=("mở buổi hỗ trợ", "mở buổi", "open a session"),
)
