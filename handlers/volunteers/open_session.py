"""The board opens a support session, perhaps out of members' requests."""

from datetime import date, time

from club.members import Action
from club.refusals import Code
from club.support import SupportKind
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.known_places import as_club_knows
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.volunteers.how_long import HowLongQuestion
from handlers.volunteers.session_questions import day_to_come, needed_language, time_by_day
from handlers.volunteers.sessions import about
from messages import everywhere
from messages.cards import Card
from messages.presses import ScreenPress, StartPress
from messages.volunteers import open_session as say
from messages.volunteers import sessions as words_of
from storage.changes.volunteers.open_session import OpenSession, SessionOpened
from storage.queries import Connection
from storage.queries.clubs import club, groups_of
from storage.queries.volunteers.help_requests import HelpRequest, help_request, open_requests
from storage.queries.volunteers.sessions import Session
from storage.queries.volunteers.volunteers import volunteers_near

MOST_JOINED = 8
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


@dialogue("open_session", title=say.title, about=12)
async def open_session(ask: Ask, me: Visitor) -> OpenSession | Said | Redo:
    """Its subject is nothing, or the number of the request it is opened for."""
    if not me.may(Action.OPEN_SESSION):
        return said_no(Code.NOT_ALLOWED)
    request = await _request(me)
    if request is not None and request.state != "open":
        return said_no(Code.ANSWERED)
    topic = await _topic(ask, request)
    joined = await _joined(ask, me, topic, request)
    title = await ask.text("title", say.what_title(), longest=80, may_skip=True)
    day, at = await _day_and_time(ask, me)
    minutes = await how_long(ask)
    hamlet, place, at_home = await _where(ask, me, request)
    opening = OpenSession(
        topic=topic,
        title=title,
        day=day,
        at=at,
        minutes=minutes,
        hamlet=hamlet,
        place=place,
        language=await needed_language(ask),
        capacity=await how_many(ask),
        at_home=at_home,
        request_ids=tuple(each.id for each in joined),
    )
    return await _agreed(ask, opening, joined)


async def _where(ask: Ask, me: Visitor, request: HelpRequest | None) -> tuple[str, str, bool]:
    """The hamlet, the address, and whether that is somebody's home."""
    hamlet = await _hamlet(ask, me, request)
    place = await as_club_knows(me, await ask.text("place", say.which_address(), longest=120))
    at_home = await ask.choice(
        "at_home", say.whose_place(), among=(False, True), shown_as=say.kind_of_place, key=_home
    )
    return hamlet, place, at_home


async def how_long(ask: Ask) -> int:
    """In minutes."""
    return await HowLongQuestion("minutes", say.how_long(), 15, MOST_MINUTES, (60, 90, 120))


async def how_many(ask: Ask) -> int:
    """How many volunteers."""
    return await ask.number(
        "capacity", say.how_many(), at_least=1, up_to=MOST_VOLUNTEERS, offers=(2, 3, 5)
    )


def _home(at_home: bool) -> str:
    return "home" if at_home else "for_all"


async def _agreed(ask: Ask, opening: OpenSession, joined: list[HelpRequest]) -> OpenSession | Redo:
    language = opening.language
    rest = say.read_back_rest(
        words_of.language(language) if language else "",
        opening.at_home,
        [each.name for each in joined],
    )
    read_back = say.read_back(
        words_of.topic(opening.topic.value),
        opening.title,
        opening.day,
        opening.at,
        minutes=opening.minutes,
        hamlet=opening.hamlet,
        place=opening.place,
        capacity=opening.capacity,
        rest=rest,
    )
    if await ask.confirm("agreed", read_back):
        return opening
    parts = ("topic", "day", "time", "hamlet", "language", "capacity")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    again = {
        "topic": ("topic", "title", "joined", *(f"for_{each}" for each in range(MOST_JOINED))),
        "day": ("day", "time"),
        "time": ("time", "minutes"),
        "hamlet": ("hamlet", "place", "at_home"),
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
        said_as=lambda each: _TOPIC_SAID.get(each.value, ()),
    )


_TOPIC_SAID = {
    "digital": ("zalo", "wifi", "facebook", "smartphone", "dạy điện thoại", "chỉ điện thoại"),
    "health": ("huyết áp", "đi khám", "khám bệnh", "mua thuốc"),
    "paperwork": ("bảo hiểm", "lương hưu", "căn cước", "làm đơn", "trợ cấp"),
}
"""What is asked for in other words than those on the buttons."""


async def _joined(
    ask: Ask, me: Visitor, topic: SupportKind, request: HelpRequest | None
) -> list[HelpRequest]:
    """The requests it is opened for: the one that was tapped, and others about the same."""
    first = [] if request is None else [request]
    same = [
        each
        for each in await read(open_requests, me.club_id)
        if TOPIC_OF_REQUEST[each.topic] is topic and each not in first
    ][:MOST_JOINED]
    if not same:
        return first
    names = [each.name for each in (*first, *same)]
    ways = ("all", "some", "none") if not first else ("all", "some")
    how = await ask.choice("joined", say.join_requests(names), among=ways, shown_as=say.joined)
    if how == "none":
        return []
    if how == "all":
        return [*first, *same]
    chosen = [
        each
        for place, each in enumerate(same)
        if await ask.yes_or_no(f"for_{place}", say.also_for(each.name))
    ]
    return [*first, *chosen]


async def _day_and_time(ask: Ask, me: Visitor) -> tuple[date, time]:
    day = await day_to_come("day", say.which_day(), me=me)
    zone = me.my_membership.timezone
    return day, await time_by_day("time", say.what_time(), day=day, me=me, timezone=zone)


async def _hamlet(ask: Ask, me: Visitor, request: HelpRequest | None) -> str:
    home = await read(club, me.club_id)
    known = [home.hamlet if request is None else request.hamlet]
    known += [each.name for each in await read(groups_of, me.club_id)]
    typed = await offered_text(
        "hamlet",
        say.which_hamlet(),
        offers=list(dict.fromkeys(filter(None, known))),
        shown_as=everywhere.plain,
        longest=60,
    )
    return await as_club_knows(me, typed)


@after(SessionOpened)
def session_opened(fact: SessionOpened, me: Visitor, db: Connection) -> Told:
    """Volunteers near hear of it, without the address; so do the members who had asked."""
    opened = fact.session
    told = invitations(opened, me, db)
    count = len(told)
    for each in fact.requests:
        topic = words_of.topic(each.topic)
        told.append((each.person_id, news(say.help_is_coming(topic, opened.day, opened.at))))
    look = (ScreenPress("session", str(opened.id)), words_of.look())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    reply = Card(say.opened(opened.day, count), choices=choices([look, menu]))
    return Told(reply, tuple(told))


def invitations(opened: Session, me: Visitor, db: Connection) -> list[tuple[int, Card]]:
    """A card for each volunteer near who could help."""
    near = volunteers_near(
        db, opened.club_id, opened.hamlet, opened.topic, language=opened.language
    )
    invitation = news(
        words_of.new_near_you(about(opened, address=False)),
        (StartPress("take_session", str(opened.id)), words_of.take()),
        (ScreenPress("session", str(opened.id)), words_of.look()),
    )
    return [(each.person_id, invitation) for each in near if each.person_id != me.person_id]


entrance(
    StartPress("open_session"),
    label=say.title,
    open_to=lambda me: me.may(Action.OPEN_SESSION),
    command="mobuoi",
    words=("mở buổi hỗ trợ", "mở buổi", "open a session"),
)
