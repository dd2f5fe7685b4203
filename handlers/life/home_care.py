"""Visits to those who are cared for at home, by their volunteers: one tap, or one sentence."""

from club.calendar import ONE_DAY
from club.home_care import monday_of
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import SCREENS, choices, entrance, screen
from handlers.members.members_named import those_meant
from handlers.menus import closing, on_page
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.life import home_care as say
from messages.moments import Moment
from messages.own import my_face
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.life.home_care import (
    LogVisit,
    PauseCare,
    TakeBackVisit,
    VisitLogged,
    VisitTakenBack,
)
from storage.queries import Connection
from storage.queries.life.home_care import Client, client, visit_days, visited_by

REASONS = ("hospital", "away", "other")
LONGEST_NUMBER = 18


def number_in(text: str) -> int | None:
    """The number that a button is about; None for nonsense."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


async def client_of(me: Visitor) -> Client | None:
    """Whom the subject is about, in her own club."""
    number = number_in(me.subject)
    if number is None or me.membership is None:
        return None
    return await read(client, me.club_id, number, me.today)


@screen("care")
def care(me: Visitor, db: Connection, argument: str) -> Card:
    """Whom she visits, with the address; a tap notes a visit of today."""
    if not me.may(Action.TELL_HARDSHIP):
        return shown_no(Code.NOT_ALLOWED)
    mine = visited_by(db, me.club_id, me.person, me.today)
    if not mine and me.may(Action.PLAN_CARE):
        return SCREENS["care_clients"](me, db, argument)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("log_visit", str(each.id)), say.visited(each.name))
        for each in mine
        if not each.paused
    ]
    if me.may(Action.PLAN_CARE):
        ways.append((ScreenPress("care_clients"), say.clients_title()))
    if mine:
        ways.append((StartPress("my_face"), my_face.title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    if not mine:
        return Card(say.nobody_to_visit(), choices=choices(ways))
    lines = [_line(db, each, me) for each in mine]
    return Card(say.mine(lines), choices=choices(on_page("care", argument, ways)))


def _line(db: Connection, each: Client, me: Visitor) -> Moment:
    made = visit_days(db, each.club_id, each.member_id, monday_of(me.today))
    agreed = each.agreed.visits_a_week
    return say.client_line(each.name, each.address, len(made), agreed, each.paused)


@dialogue("log_visit", title=say.title, about=2)
async def log_visit(ask: Ask, me: Visitor) -> LogVisit | Said:
    """By a button about a client: today, nothing asked. Told in words: who, when, read back."""
    if not me.may(Action.TELL_HARDSHIP):
        return said_no(Code.NOT_ALLOWED)
    told = me.subject.startswith("who ")
    if me.subject and not told:
        found = await client_of(me)
        return said_no(Code.NOT_FOUND) if found is None else await _by_button(ask, me, found)
    chosen = await _told(ask, me)
    if chosen is None:
        return Said(say.nobody_to_visit())
    day = await ask.day("day", say.which_day(), ahead=False, offers=(me.today, me.today - ONE_DAY))
    if not await ask.confirm("agreed", say.read_back(chosen.name, day)):
        return Said(say.not_noted())
    return LogVisit(chosen.id, day)


async def _by_button(ask: Ask, me: Visitor, found: Client) -> LogVisit | Said:
    """Her volunteer herself; a board notes it for one of them."""
    if found.is_visited_by(me.person):
        return LogVisit(found.id, me.today)
    if not me.may(Action.PLAN_CARE) or not found.volunteers:
        return said_no(Code.NOT_HER_VOLUNTEER)
    names = dict(found.volunteers)
    visitor = await ask.choice(
        "visitor",
        say.who_visited(found.name),
        among=list(names),
        shown_as=lambda each: everywhere.plain(names[each]),
    )
    return LogVisit(found.id, me.today, visitor)


async def _told(ask: Ask, me: Visitor) -> Client | None:
    """Whom she means among those whom she visits."""
    mine = await read(visited_by, me.club_id, me.person, me.today)
    if not mine:
        return None
    typed = me.subject.removeprefix("who ")
    meant = those_meant(typed, mine) if typed else []
    if len(meant) == 1:
        return meant[0]
    return await ask.choice(
        "client",
        say.whom(),
        among=meant or mine,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.id,
    )


@after(VisitLogged)
def visit_logged(fact: VisitLogged, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("menu"), everywhere.menu_word()),
        (ScreenPress("care"), say.title()),
        (StartPress("take_back_visit", str(fact.visit.id)), say.take_back()),
    ]
    said = say.logged(fact.visit.client_name, fact.visit.visited_on)
    return Told(Card(said, choices=choices(ways)))


@dialogue("take_back_visit", title=say.take_back, about=1)
async def take_back_visit(ask: Ask, me: Visitor) -> TakeBackVisit | Said:
    number = number_in(me.subject)
    if not me.may(Action.TELL_HARDSHIP) or number is None:
        return said_no(Code.NOT_FOUND)
    return TakeBackVisit(number)


@after(VisitTakenBack)
def visit_taken_back(fact: VisitTakenBack, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.taken_back(fact.visit.client_name, fact.visit.visited_on)))


@dialogue("pause_care", title=say.pause_title, about=1)
async def pause_care(ask: Ask, me: Visitor) -> PauseCare | Said:
    """In hospital or away; told by a volunteer of hers or by the board."""
    found = await client_of(me)
    if found is None or not me.may(Action.TELL_HARDSHIP):
        return said_no(Code.NOT_FOUND)
    if found.paused:
        return PauseCare(found.id)
    if not (found.is_visited_by(me.person) or me.may(Action.PLAN_CARE)):
        return said_no(Code.NOT_HER_VOLUNTEER)
    why = await ask.choice("why", say.why(found.name), among=REASONS, shown_as=say.reason)
    return PauseCare(found.id, why)


entrance(
    ScreenPress("care"),
    label=say.title,
    open_to=lambda me: me.may(Action.TELL_HARDSHIP),
    command="chamsoc",
    words=("chăm sóc tại nhà", "chăm sóc", "đi thăm", "home care", "visits"),
)
