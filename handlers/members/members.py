"""The members as the board sees them: found by name, read one by one, and what can be changed."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.home_care import number_in
from handlers.members.known_members import known_member_named, record_said, shown_known
from handlers.menus import on_page
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import deaths as say_deaths
from messages.members import groups as say_groups
from messages.members import join_records as say_joining
from messages.members import leaving as say_leaving
from messages.members import member_record as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.members.deaths import death_of_member
from storage.queries.members.groups import living_groups
from storage.queries.members.member_record import KnownMember, known_members, member_record

Ways = list[tuple[Press, Moment]]


@screen("members")
def members(me: Visitor, db: Connection, argument: str) -> Card:
    """How many there are, and the ways to them."""
    if not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    ways: Ways = [
        (StartPress("find_member"), say.find()),
        (ScreenPress("members_list"), say.list_()),
        (ScreenPress("groups"), say_groups.title()),
    ]
    if me.may(Action.KEEP_MEMBERS):
        ways.append((StartPress("join_records"), say_joining.title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    body = say.page(
        me.my_membership.club_name, len(_today(db, me)), len(living_groups(db, me.club_id))
    )
    return Card(body, choices=choices(ways))


def _today(db: Connection, me: Visitor) -> list[KnownMember]:
    return [each for each in known_members(db, me.club_id) if each.state == "member"]


@screen("members_list")
def members_list(me: Visitor, db: Connection, argument: str) -> Card:
    """Everybody of today by name, page by page."""
    if not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    found = _today(db, me)
    ways: Ways = [(ScreenPress("member", str(each.member_id)), shown_known(each)) for each in found]
    ways.append((ScreenPress("members"), say.title()))
    return Card(say.listed(len(found)), choices=choices(on_page("members_list", argument, ways)))


@dialogue("find_member", title=say.find, about=2)
async def find_member(ask: Ask, me: Visitor) -> Card | Said:
    if not me.may(Action.SEE_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    found = await known_member_named(ask, me, typed=me.subject)
    if found is None:
        return Said(say.not_found())
    return await read(_record_card, me, found.member_id)


@screen("member")
def member(me: Visitor, db: Connection, argument: str) -> Card:
    """One record; an old number of a record that was joined shows the one it became."""
    number = number_in(argument)
    if number is None or not me.may(Action.SEE_MEMBERS):
        return shown_no(Code.NOT_ALLOWED)
    return _record_card(db, me, number)


def _record_card(db: Connection, me: Visitor, number: int) -> Card:
    found = member_record(db, me.club_id, number, me.today)
    if found is None:
        return shown_no(Code.NOT_FOUND)
    ways = _ways(me, db, found.who) if me.may(Action.KEEP_MEMBERS) else []
    ways.append((ScreenPress("members"), say.back_to_page()))
    return Card(record_said(me, db, found), choices=choices(ways))


def _ways(me: Visitor, db: Connection, who: KnownMember) -> Ways:
    number = str(who.member_id)
    if who.state == "left":
        return [
            (StartPress("back_again", number), say_leaving.back_title()),
            (StartPress("change_member", number), say.change_title()),
        ]
    if who.state == "died":
        return _after_death(me, db, who)
    ways: Ways = [(StartPress("change_member", number), say.change_title())]
    if who.person_id != me.person_id:
        ways.append((StartPress("leaving", number), say_leaving.leaving_title()))
        ways.append((StartPress("record_death", number), say_deaths.title()))
    return ways


def _after_death(me: Visitor, db: Connection, who: KnownMember) -> Ways:
    found = death_of_member(db, me.club_id, who.member_id)
    if found is None:
        return []
    ways: Ways = [(StartPress("undo_death", str(found.id)), say_deaths.undo())]
    if found.state == "recorded" and found.recorded_by != me.person_id:
        ways.insert(0, (StartPress("confirm_death", str(found.id)), say_deaths.look()))
    return ways


entrance(
    ScreenPress("members"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_MEMBERS),
    command="thanhvien",
    words=("thành viên", "danh sách thành viên", "members", "member list"),
    comes_late=lambda me: not me.may(Action.BOARD_WORK),
)
entrance(
    StartPress("find_member"),
    label=say.find,
    open_to=lambda me: me.may(Action.SEE_MEMBERS),
    command="timthanhvien",
    words=("tìm thành viên", "tìm người", "find a member"),
    in_menu=False,
)
