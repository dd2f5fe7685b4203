"""An officer of the Association opens the same session in several clubs of the own area."""

from datetime import date, time

from club.refusals import Code
from club.support import SupportKind
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.known_places import as_clubs_know
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.volunteers.open_session import how_long, how_many, invitations
from handlers.volunteers.session_questions import day_to_come, needed_language, time_by_day
from handlers.volunteers.sessions import about
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment, written
from messages.presses import ScreenPress, StartPress
from messages.volunteers import area_sessions as say
from messages.volunteers import open_session as opening_says
from messages.volunteers import sessions as words_of
from storage.changes.volunteers.open_sessions_in_area import OpenSessionsInArea, SessionsOpened
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.members.officers import ClubInArea, clubs_of_officer

MOST_CLUBS = 30
ALL, NO_MORE = 0, -1
CULTURE_HOUSE = "culture_house"


@dialogue("area_sessions", title=say.area_title, about=9)
async def area_sessions(ask: Ask, me: Visitor) -> OpenSessionsInArea | Said | Redo:
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    mine = await read(clubs_of_officer, me.person, me.today)
    if not mine:
        return said_no(Code.NOT_ALLOWED)
    chosen = await _which_clubs(ask, mine[:MOST_CLUBS])
    topic = await ask.choice(
        "topic",
        opening_says.which_topic(),
        among=tuple(SupportKind),
        shown_as=lambda each: words_of.topic(each.value),
        key=lambda each: each.value,
    )
    day, at = await _day_and_time(ask, me, chosen[0])
    opening = OpenSessionsInArea(
        club_ids=tuple(each.id for each in chosen),
        topic=topic,
        title="",
        day=day,
        at=at,
        minutes=await how_long(ask),
        place=await _which_place(ask, me, chosen),
        language=await needed_language(ask),
        capacity=await how_many(ask),
    )
    return await _agreed(ask, opening, [each.name for each in chosen])


async def _day_and_time(ask: Ask, me: Visitor, first: ClubInArea) -> tuple[date, time]:
    day = await day_to_come("day", opening_says.which_day(), me=me)
    zone = (await read(club, first.id)).timezone
    prompt = opening_says.what_time()
    return day, await time_by_day("time", prompt, day=day, me=me, timezone=zone)


async def _which_place(ask: Ask, me: Visitor, chosen: list[ClubInArea]) -> str:
    place = await offered_text(
        "place",
        say.which_common_place(),
        offers=(CULTURE_HOUSE,),
        shown_as=_place,
        longest=120,
    )
    if place == CULTURE_HOUSE:
        return written(say.culture_house(), me.words)
    return await as_clubs_know([each.id for each in chosen], place)


def _place(place: str) -> Moment:
    return say.culture_house() if place == CULTURE_HOUSE else everywhere.plain(place)


async def _which_clubs(ask: Ask, mine: list[ClubInArea]) -> list[ClubInArea]:
    """All of them, or one after another."""
    names = {each.id: each.name for each in mine}
    chosen: list[int] = []
    for place in range(1, len(mine) + 1):
        left = [each for each in names if each not in chosen]
        found = await ask.choice(
            f"club_{place}",
            say.which_clubs([names[each] for each in chosen]),
            among=[NO_MORE if chosen else ALL, *(left if len(mine) > 1 else ())],
            shown_as=lambda each: _shown(each, names),
        )
        if found == ALL:
            return mine
        if found == NO_MORE:
            break
        chosen.append(found)
    return [each for each in mine if each.id in chosen]


def _shown(number: int, names: dict[int, str]) -> Moment:
    if number == ALL and len(names) == 1:
        return everywhere.plain(*names.values())
    if number == ALL:
        return say.all_clubs(len(names))
    return say.no_more_clubs() if number == NO_MORE else everywhere.plain(names[number])


async def _agreed(
    ask: Ask, opening: OpenSessionsInArea, names: list[str]
) -> OpenSessionsInArea | Said:
    language = opening.language
    rest = opening_says.read_back_rest(words_of.language(language) if language else "", False, [])
    read_back = say.area_read_back(
        names,
        words_of.topic(opening.topic.value),
        opening.day,
        opening.at,
        minutes=opening.minutes,
        place=opening.place,
        capacity=opening.capacity,
        rest=rest,
    )
    if not await ask.confirm("agreed", read_back):
        return Said(opening_says.not_opened())
    return opening


@after(SessionsOpened)
def sessions_opened(fact: SessionsOpened, me: Visitor, db: Connection) -> Told:
    """The boards hear what was opened in their clubs, volunteers near hear of it once for each."""
    told: list[tuple[int, Card]] = []
    for each in fact.sessions:
        hears = say.board_hears_opened(name_of(db, me.person), about(each, address=True))
        look = (ScreenPress("session", str(each.id)), words_of.look())
        people = dict.fromkeys(one.person_id for one in board(db, each.club_id, me.today))
        told += [(one, news(hears, look)) for one in people if one != me.person_id]
        told += invitations(each, me, db)
    return Told(closing(say.area_opened(len(fact.sessions))), tuple(told))


entrance(
    StartPress("area_sessions"),
    label=say.area_title,
    open_to=lambda me: me.person_id is not None,
    command="mobuoixa",
    words=("mở buổi nhiều câu lạc bộ", "mở buổi cho xã", "open sessions in several clubs"),
)
