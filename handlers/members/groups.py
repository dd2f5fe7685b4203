"""The groups of the club: who is in them and who leads them; made, named, dissolved."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.home_care import number_in
from handlers.members.members_named import member_named
from handlers.menus import on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import groups as say
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.groups import (
    DissolveGroup,
    GroupChanged,
    MakeGroup,
    NameLeader,
    RenameGroup,
)
from storage.queries import Connection
from storage.queries.members.groups import Group, living_group, living_groups, people_in_groups
from storage.queries.members.members import name_of

LONGEST_NAME = 50
Ways = list[tuple[Press, Moment]]


@screen("groups")
def groups(me: Visitor, db: Connection, argument: str) -> Card:
    """Every group of today."""
    if not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    found = living_groups(db, me.club_id)
    people = people_in_groups(db, me.club_id, me.today)
    ways: Ways = [
        (ScreenPress("group", str(each.id)), say.line(each.name, len(people.get(each.id, []))))
        for each in found
    ]
    if me.may(Action.KEEP_GROUPS):
        ways.append((StartPress("make_group"), say.make_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    body = say.page(len(found), len(people.get(None, [])))
    return Card(body, choices=choices(on_page("groups", argument, ways)))


@screen("group")
def group(me: Visitor, db: Connection, argument: str) -> Card:
    number = number_in(argument)
    if number is None or not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    found = living_group(db, me.club_id, number)
    if found is None:
        return shown_no(Code.NOT_FOUND)
    people = people_in_groups(db, me.club_id, me.today).get(found.id, [])
    ways: Ways = []
    if me.may(Action.KEEP_GROUPS):
        ways.append((StartPress("rename_group", argument), say.rename_title()))
        ways.append((StartPress("dissolve_group", argument), say.dissolve_title()))
    if me.may(Action.APPOINT_OFFICE):
        ways.insert(0, (StartPress("name_leader", argument), say.leader_title()))
    ways.append((ScreenPress("groups"), say.title()))
    body = say.one(found.name, found.leader_name, [each.name for each in people])
    return Card(body, choices=choices(ways))


async def _about(me: Visitor, action: Action) -> Group | None:
    number = number_in(me.subject)
    if number is None or not me.may(action):
        return None
    return await read(living_group, me.club_id, number)


@dialogue("make_group", title=say.make_title, about=2)
async def make_group(ask: Ask, me: Visitor) -> MakeGroup | Said:
    if not me.may(Action.KEEP_GROUPS):
        return said_no(Code.NOT_ALLOWED)
    name = await ask.text("name", say.which_name(), longest=LONGEST_NAME)
    if not await ask.confirm("agreed", say.name_sure(name)):
        return Said(say.stays())
    return MakeGroup(name)


@dialogue("rename_group", title=say.rename_title, about=2)
async def rename_group(ask: Ask, me: Visitor) -> RenameGroup | Said:
    found = await _about(me, Action.KEEP_GROUPS)
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    name = await ask.text("name", say.which_name(), longest=LONGEST_NAME)
    if not await ask.confirm("agreed", say.name_sure(name)):
        return Said(say.stays())
    return RenameGroup(found.id, name)


@dialogue("name_leader", title=say.leader_title, about=3)
async def name_leader(ask: Ask, me: Visitor) -> NameLeader | Said:
    found = await _about(me, Action.APPOINT_OFFICE)
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me, prompt=say.who_leads())
    if member is None:
        return Said(say_offices.no_such_member())
    who = await read(name_of, member.person_id)
    if not await ask.confirm("agreed", say.leader_sure(who, found.name)):
        return Said(say.stays())
    return NameLeader(found.id, member.member_id)


@dialogue("dissolve_group", title=say.dissolve_title, about=1)
async def dissolve_group(ask: Ask, me: Visitor) -> DissolveGroup | Said:
    found = await _about(me, Action.KEEP_GROUPS)
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    people = await read(people_in_groups, me.club_id, me.today)
    if not await ask.yes_or_no(
        "sure", say.dissolve_sure(found.name, len(people.get(found.id, [])))
    ):
        return Said(say.stays())
    return DissolveGroup(found.id)


@after(GroupChanged)
def group_changed(fact: GroupChanged, me: Visitor, db: Connection) -> Told:
    """A new leader hears of it."""
    body = say.changed(fact.group.name, fact.what, fact.group.leader_name)
    ways: Ways = [(ScreenPress("groups"), say.title())]
    if fact.what != "dissolved":
        ways.insert(
            0, (ScreenPress("group", str(fact.group.id)), everywhere.plain(fact.group.name))
        )
    told: tuple[tuple[int, Card], ...] = ()
    if fact.what == "leader" and fact.leader not in {None, me.person_id}:
        text = say.told_leader(me.my_membership.club_name, fact.group.name)
        told = ((fact.leader or 0, news(text)),)
    return Told(Card(body, choices=choices(ways)), told)


entrance(
    ScreenPress("groups"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_MEMBERS),
    command="cacto",
    words=("tổ", "các tổ", "tổ dân cư", "neighbourhood groups"),
    in_menu=False,
)
