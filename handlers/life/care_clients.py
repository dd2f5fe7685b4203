"""The board plans home care: for whom, by whom, how often; and sees where visits are missing."""

import re
from dataclasses import dataclass

from club.home_care import MOST_VISITS, USUAL_VISITS, concerns_board
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.question import Heard, Hearing
from handlers.dialogue.questions import NumberQuestion
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.known_places import as_club_knows
from handlers.life.home_care import client_of, number_in
from handlers.members.members_named import member_named
from handlers.menus import on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.life import activities as say_activities
from messages.life import care_clients as say
from messages.life import home_care as say_home
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.life.home_care import (
    AddCareVolunteer,
    BeginCare,
    CareChanged,
    ChangeCare,
    RemoveCareVolunteer,
)
from storage.queries import Connection
from storage.queries.life.home_care import Client, client, clients_of, weeks_of
from storage.queries.members.members import name_of

LONGEST_ADDRESS = 120
_A_WEEK = re.compile(
    r"^(?:(?:mỗi|một|1|moi|mot) )?(?:tuần|tuan) "
    r"|(?: |/)(?:(?:mỗi|một|1|moi|mot|a|per) )?(?:tuần|tuan|week)$",
    re.IGNORECASE,
)
PARTS = ("volunteer", "no_volunteer", "visits", "address", "ends")
Changing = ChangeCare | AddCareVolunteer | RemoveCareVolunteer


@dataclass(frozen=True, slots=True)
class VisitsQuestion(NumberQuestion):
    """How often a week: “tuần ba lần”, “3 lần một tuần”, or the number alone."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        return super(VisitsQuestion, self).hear(_A_WEEK.sub("", text.strip()), hearing)


@screen("care_clients")
def care_clients(me: Visitor, db: Connection, argument: str) -> Card:
    """A button for each person who is cared for."""
    if not me.may(Action.PLAN_CARE):
        return shown_no(Code.NOT_ALLOWED)
    found = clients_of(db, me.club_id, me.today)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("care_client", str(each.id)), everywhere.plain(each.name)) for each in found
    ]
    ways.append((StartPress("begin_care"), say.begin_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say.clients(len(found)), choices=choices(on_page("care_clients", argument, ways)))


@screen("care_client")
def care_client(me: Visitor, db: Connection, argument: str) -> Card:
    """One of them: who visits, how often; the address is for her volunteers alone."""
    number = number_in(argument)
    if not me.may(Action.PLAN_CARE):
        return shown_no(Code.NOT_ALLOWED)
    found = None if number is None else client(db, me.club_id, number, me.today)
    if found is None:
        return shown_no(Code.NOT_FOUND)
    last, before = weeks_of(db, found, me.today)
    body = say.client(
        found.name,
        found.agreed.visits_a_week,
        [name for _, name in found.volunteers],
        last.made,
        before=before.made,
        paused=found.paused,
    )
    pause = say.resume_title() if found.paused else say_home.pause_title()
    ways: list[tuple[Press, Moment]] = [
        (StartPress("change_care", str(found.id)), say.change_title()),
        (StartPress("pause_care", str(found.id)), pause),
        (StartPress("log_visit", str(found.id)), say_home.visited(found.name)),
        (ScreenPress("care_clients"), say_home.clients_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(body, choices=choices(ways))


@dialogue("begin_care", title=say.begin_title, about=5)
async def begin_care(ask: Ask, me: Visitor) -> BeginCare | Said:
    if not me.may(Action.PLAN_CARE):
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me, prompt=say.for_whom())
    if member is None:
        return Said(say_activities.nobody_found())
    prompt = say.how_often(member.name)
    visits = await VisitsQuestion("visits", prompt, 1, MOST_VISITS, (1, USUAL_VISITS, 3))
    where = await ask.text("where", say.where(member.name), longest=LONGEST_ADDRESS, may_skip=True)
    volunteer = await member_named(ask, me, prompt=say.by_whom(member.name), name="by")
    if volunteer is None or volunteer.member_id == member.member_id:
        return Said(say_activities.nobody_found())
    read_back = say.begin_read_back(member.name, visits, volunteer.name)
    if not await ask.confirm("agreed", read_back):
        return Said(say_activities.not_noted())
    return BeginCare(
        member_id=member.member_id,
        visits_a_week=visits,
        address=await as_club_knows(me, where),
        volunteer=volunteer.person_id,
    )


@dialogue("change_care", title=say.change_title, about=2)
async def change_care(ask: Ask, me: Visitor) -> Changing | Said:
    if not me.may(Action.PLAN_CARE):
        return said_no(Code.NOT_ALLOWED)
    found = await client_of(me)
    if found is None:
        return said_no(Code.NOT_FOUND)
    among = [each for each in PARTS if each != "no_volunteer" or found.volunteers]
    part = await ask.choice("part", say.change_what(), among=among, shown_as=say.part)
    if part in {"volunteer", "no_volunteer"}:
        return await _volunteers(ask, me, found, more=part == "volunteer")
    return await _agreement(ask, me, found, part)


async def _agreement(ask: Ask, me: Visitor, found: Client, part: str) -> ChangeCare | Said:
    if part == "visits":
        visits = await VisitsQuestion("visits", say.how_often(found.name), 1, MOST_VISITS, ())
        return ChangeCare(client_id=found.id, visits_a_week=visits)
    if part == "address":
        where = await ask.text("where", say.where(found.name), longest=LONGEST_ADDRESS)
        return ChangeCare(client_id=found.id, address=await as_club_knows(me, where))
    if not await ask.yes_or_no("sure", say.sure_to_end(found.name)):
        return Said(say_activities.kept())
    return ChangeCare(client_id=found.id, ends=True)


async def _volunteers(ask: Ask, me: Visitor, found: Client, *, more: bool) -> Changing | Said:
    if more:
        volunteer = await member_named(ask, me, prompt=say.by_whom(found.name), name="by")
        if volunteer is None:
            return Said(say_activities.nobody_found())
        return AddCareVolunteer(found.id, volunteer.person_id)
    names = dict(found.volunteers)
    gone = await ask.choice(
        "gone",
        say.who_no_more(),
        among=list(names),
        shown_as=lambda each: everywhere.plain(names[each]),
    )
    return RemoveCareVolunteer(found.id, gone)


@after(CareChanged)
def care_changed(fact: CareChanged, me: Visitor, db: Connection) -> Told:
    """A new volunteer hears of it, with the way to where it is."""
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if me.may(Action.PLAN_CARE) and fact.what != "ended":
        ways.append(
            (ScreenPress("care_client", str(fact.client.id)), everywhere.plain(fact.client.name))
        )
    reply = Card(say.changed(fact.client.name, fact.what), choices=choices(ways))
    if fact.what not in {"begun", "volunteer"} or fact.person_id in {None, me.person}:
        return Told(reply)
    hears = say.volunteer_hears(
        name_of(db, me.person), fact.client.name, fact.client.agreed.visits_a_week
    )
    assert fact.person_id is not None
    return Told(reply, ((fact.person_id, news(hears, (ScreenPress("care"), say_home.title()))),))


@waiting
def too_few_visits(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Whoever was visited too seldom for two weeks; nobody who is away."""
    if not me.may(Action.PLAN_CARE):
        return []
    return [
        (ScreenPress("care_client", str(each.id)), say.two_short_weeks(each.name))
        for each in clients_of(db, me.club_id, me.today)
        if not each.paused and concerns_board(weeks_of(db, each, me.today))
    ]


entrance(
    ScreenPress("care_clients"),
    label=say_home.clients_title,
    open_to=lambda me: me.may(Action.PLAN_CARE),
    command="nguoichamsoc",
    words=("người được chăm sóc", "danh sách chăm sóc", "people cared for"),
    in_menu=False,
)
