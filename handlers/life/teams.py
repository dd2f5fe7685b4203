"""Livelihood groups, the performing team and other standing teams; meetings with other clubs."""

from club.activities import LONGEST_WHAT, MOST_PEOPLE
from club.areas import Area
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.change_activity import line_of
from handlers.life.home_care import number_in
from handlers.life.log_activity import day_done
from handlers.members.members_named import member_named
from handlers.menus import on_page
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.figures.summary_steps import area as area_name
from messages.life import activities as say_activities
from messages.life import teams as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.life.activities import LogActivity
from storage.changes.life.teams import KINDS, ChangeTeam, FoundTeam, TeamChanged
from storage.queries import Connection
from storage.queries.life.activities import activities_of_team, exchanges_of
from storage.queries.life.teams import team, teams_of

LONGEST_NAME = 50
MOST_DEEDS = 4
PARTS = ("joined", "left", "leader", "ended")


@screen("teams")
def teams(me: Visitor, db: Connection, argument: str) -> Card:
    """All of them, for every member."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    found = teams_of(db, me.club_id)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("team", str(each.id)), say.line(each.name, len(each.people))) for each in found
    ]
    if me.may(Action.KEEP_TEAMS):
        ways.append((StartPress("found_team"), say.found_title()))
    if me.may(Action.LOG_ACTIVITY):
        ways.append((StartPress("exchange"), say.exchange_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    performs = any(each.kind == "performing" for each in found)
    met = len(exchanges_of(db, me.club_id, me.today.year))
    body = say.all_teams(len(found), performs, met)
    return Card(body, choices=choices(on_page("teams", argument, ways)))


@screen("team")
def one_team(me: Visitor, db: Connection, argument: str) -> Card:
    """Who belongs to it, who leads it, what it did last."""
    number = number_in(argument)
    if not me.may(Action.SEE_FUNDS) or number is None:
        return shown_no(Code.NOT_ALLOWED)
    found = team(db, me.club_id, number)
    if found is None:
        return shown_no(Code.NOT_FOUND)
    did = [line_of(each) for each in activities_of_team(db, found.id, MOST_DEEDS)]
    names = [each.name for each in found.people]
    body = say.one(found.kind, found.name, found.leader_name, people=names, did=did)
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.LOG_ACTIVITY):
        ways.append((StartPress("log_activity", f"team-{found.id}"), say.did_something()))
    if me.may(Action.KEEP_TEAMS):
        ways.append((StartPress("change_team", str(found.id)), say.change_title()))
    ways.append((ScreenPress("teams"), say.title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(body, choices=choices(ways))


@dialogue("found_team", title=say.found_title, about=4)
async def found_team(ask: Ask, me: Visitor) -> FoundTeam | Said:
    if not me.may(Action.KEEP_TEAMS):
        return said_no(Code.NOT_ALLOWED)
    kind = await ask.choice("kind", say.which_kind(), among=KINDS, shown_as=say.kind)
    name = await ask.text("name", say.which_name(kind), longest=LONGEST_NAME)
    leader = await member_named(ask, me, prompt=say.who_leads())
    if leader is None:
        return Said(say_activities.nobody_found())
    if not await ask.confirm("agreed", say.read_back(kind, name, leader.name)):
        return Said(say_activities.not_noted())
    return FoundTeam(kind=kind, name=name, leader=leader.member_id)


@dialogue("change_team", title=say.change_title, about=2)
async def change_team(ask: Ask, me: Visitor) -> ChangeTeam | Said:
    number = number_in(me.subject)
    if not me.may(Action.KEEP_TEAMS) or number is None:
        return said_no(Code.NOT_ALLOWED)
    found = await read(team, me.club_id, number)
    if found is None:
        return said_no(Code.NOT_FOUND)
    part = await ask.choice("part", say.change_what(), among=PARTS, shown_as=say.part)
    if part == "ended":
        sure = await ask.yes_or_no("sure", say.sure_to_end(found.name))
        return ChangeTeam(found.id, part) if sure else Said(say_activities.kept())
    if part == "left" and found.people:
        gone = await ask.choice(
            "gone",
            say.who_leaves(),
            among=found.people,
            shown_as=lambda each: everywhere.plain(each.name),
            key=lambda each: each.member_id,
        )
        return ChangeTeam(found.id, part, gone.member_id)
    member = await member_named(ask, me, prompt=say.who())
    if member is None:
        return Said(say_activities.nobody_found())
    return ChangeTeam(found.id, part, member.member_id)


@after(TeamChanged)
def team_changed(fact: TeamChanged, me: Visitor, db: Connection) -> Told:
    found = fact.team
    way: tuple[Press, Moment] = (ScreenPress("teams"), say.title())
    if fact.what != "ended":
        label = say.line(found.name, len(found.people))
        way = (ScreenPress("team", str(found.id)), label)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    body = say.changed(found.name, fact.what, len(found.people))
    return Told(Card(body, choices=choices([way, menu])))


@dialogue("exchange", title=say.exchange_title, about=5)
async def exchange(ask: Ask, me: Visitor) -> LogActivity | Said:
    """A meeting with another club is an activity of the seventh area."""
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    other = await ask.text("other", say.with_whom(), longest=LONGEST_NAME)
    what = await ask.text("what", say.what_together(), longest=LONGEST_WHAT)
    people = await ask.number("people", say_activities.how_many(), at_least=1, up_to=MOST_PEOPLE)
    day = await day_done(ask, me)
    if day is None:
        return Said(say_activities.not_noted())
    area = Area.CULTURE
    read_back = say_activities.read_back(area_name(area.value), what, people, day, exchange=other)
    if not await ask.confirm("agreed", read_back):
        return Said(say_activities.not_noted())
    return LogActivity(area=area, what=what, people=people, day=day, exchange_with=other)


entrance(
    ScreenPress("teams"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="nhom",
    words=("nhóm", "đội văn nghệ", "nhóm sinh kế", "nhóm và đội", "teams"),
)
entrance(
    StartPress("exchange"),
    label=say.exchange_title,
    open_to=lambda me: me.may(Action.LOG_ACTIVITY),
    command="giaoluu",
    words=("ghi giao lưu", "giao lưu", "met another club"),
    in_menu=False,
)
