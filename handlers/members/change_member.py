"""The board changes a member's record; she hears of it. Leaving, and coming back."""

from datetime import date

from club.members import Action
from club.offices import check_chair_stays
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.known_places import as_club_knows
from handlers.life.home_care import number_in
from handlers.members.known_members import held_said
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.members import leaving as say_leaving
from messages.members import member_record as say
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress
from storage.changes.members.change_member import (
    CIRCUMSTANCES,
    CorrectMember,
    MemberChanged,
    MoveToGroup,
    NoteCircumstance,
)
from storage.changes.members.leave_club import (
    WAYS,
    MemberBack,
    MemberLeft,
    RecordLeaving,
    TakeBackIn,
)
from storage.queries import Connection
from storage.queries.members.groups import Group, living_groups
from storage.queries.members.member_record import MemberRecord, member_record
from storage.queries.members.offices import HeldOffice, held_offices

PARTS = ("name", "phone", "hamlet", "group", "hardship", "sick")
Change = CorrectMember | MoveToGroup | NoteCircumstance | Said


async def _about(me: Visitor, *states: str) -> MemberRecord | None:
    """The member that the dialogue is about, for whoever keeps the records."""
    number = number_in(me.subject)
    if number is None or not me.may(Action.KEEP_MEMBERS):
        return None
    found = await read(member_record, me.club_id, number, me.today)
    return found if found is not None and found.who.state in states else None


@dialogue("change_member", title=say.change_title, about=3)
async def change_member(ask: Ask, me: Visitor) -> Change:
    found = await _about(me, "member", "left")
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    what = await ask.choice("what", say.change_what(found.who.name), among=PARTS, shown_as=say.part)
    match what:
        case "group":
            return await _group(ask, me, found)
        case "hardship" | "sick":
            return await _circumstance(ask, me, found, what)
    value = await _word(ask, me, found, what)
    if not await ask.confirm("agreed", say.read_back(found.who.name, what, value)):
        return Said(say.stays())
    return CorrectMember(found.who.member_id, what, value)


async def _word(ask: Ask, me: Visitor, found: MemberRecord, what: str) -> str:
    match what:
        case "name":
            return await ask.name("name", say.new_name(str(found.who.name)))
        case "phone":
            return await ask.phone("phone", say.new_phone())
    return await as_club_knows(me, await ask.text("hamlet", say.new_hamlet(), longest=60))


async def _group(ask: Ask, me: Visitor, found: MemberRecord) -> MoveToGroup | Said:
    there = await read(living_groups, me.club_id)
    if not there:
        return Said(say.no_groups())
    group = await ask.choice(
        "group",
        say.which_group(),
        among=(*there, None),
        shown_as=_shown_group,
        key=lambda each: "none" if each is None else each.id,
    )
    name = "" if group is None else group.name
    if not await ask.confirm("agreed", say.read_back(found.who.name, "group", name)):
        return Said(say.stays())
    return MoveToGroup(found.who.member_id, None if group is None else group.id)


def _shown_group(each: Group | None) -> Moment:
    return say.no_group() if each is None else everywhere.plain(each.name)


async def _circumstance(
    ask: Ask, me: Visitor, found: MemberRecord, kind: str
) -> NoteCircumstance | Said:
    if kind == "hardship":
        value = await ask.choice(
            "hardship", say.which_hardship(), among=CIRCUMSTANCES[kind], shown_as=say.hardship
        )
    else:
        value = "yes" if await ask.yes_or_no("sick", say.is_sick(found.who.name)) else "no"
    day = await ask.day("day", say.from_when(), ahead=False, offers=_days(me.today))
    if day > me.today:
        return said_no(Code.DAY_IN_FUTURE)
    if not await ask.confirm("agreed", say.read_back(found.who.name, kind, value)):
        return Said(say.stays())
    return NoteCircumstance(found.who.member_id, kind, value, day)


def _days(today: date) -> tuple[date, ...]:
    first = today.replace(day=1)
    return (today,) if first == today else (today, first)


@after(MemberChanged)
def member_changed(fact: MemberChanged, me: Visitor, db: Connection) -> Told:
    """She hears what stands there now."""
    told = news(say.told(me.my_membership.club_name, fact.what, fact.value))
    others = () if fact.person_id == me.person_id else ((fact.person_id, told),)
    return Told(_with_record(say.changed(fact.name, fact.what, fact.value), fact.member_id), others)


def _with_record(body: Moment, member_id: int) -> Card:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("menu"), everywhere.menu_word()),
        (ScreenPress("member", str(member_id)), say.change_title()),
    ]
    return Card(body, choices=choices(ways))


@dialogue("leaving", title=say_leaving.leaving_title, about=3)
async def leaving(ask: Ask, me: Visitor) -> RecordLeaving | Said:
    found = await _about(me, "member")
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    who = found.who
    if who.person_id == me.person_id:
        return said_no(Code.OWN_AFFAIR)
    held = await read(held_offices, me.club_id, me.today)
    theirs = [each for each in held if each.person_id == who.person_id]
    check_chair_stays([each.holding for each in held], [each.holding for each in theirs])
    how = await ask.choice(
        "how", say_leaving.leaving_how(who.name), among=WAYS, shown_as=say_leaving.leaving_way
    )
    day = await ask.day("day", say_leaving.leaving_when(), ahead=False, offers=(me.today,))
    if day > me.today:
        return said_no(Code.DAY_IN_FUTURE)
    ended = [_ends(each) for each in theirs]
    read_back = say_leaving.leaving_read_back(who.name, how, day, held_said(found), ended)
    if not await ask.confirm("agreed", read_back):
        return Said(say.stays())
    return RecordLeaving(who.member_id, how, day)


def _ends(each: HeldOffice) -> Moment:
    return say_offices.ends(each.name, each.role.value)


@after(MemberLeft)
def member_left(fact: MemberLeft, me: Visitor, db: Connection) -> Told:
    """She hears what is open between her and the club, too."""
    held = fact.held
    open_ = say.held_lines(held.owes, held.share, held.prepaid, held.prepaid_months)
    done = say_leaving.left(
        fact.who.name,
        open_,
        owes=bool(held.owes),
        share=bool(held.share),
        prepaid=bool(held.prepaid),
    )
    told = news(say_leaving.left_told(fact.club_name, open_))
    return Told(_with_record(done, fact.who.member_id), ((fact.who.person_id, told),))


@dialogue("back_again", title=say_leaving.back_title, about=1)
async def back_again(ask: Ask, me: Visitor) -> TakeBackIn | Said:
    found = await _about(me, "left")
    if found is None:
        return said_no(Code.NOT_ALLOWED)
    if not await ask.yes_or_no("sure", say_leaving.back_sure(found.who.name)):
        return Said(say.stays())
    return TakeBackIn(found.who.member_id)


@after(MemberBack)
def member_back(fact: MemberBack, me: Visitor, db: Connection) -> Told:
    told = ((fact.who.person_id, news(say_leaving.back_told(fact.club_name))),)
    return Told(closing(say_leaving.back_done(fact.who.name)), told)
