"""An activity is corrected or deleted: by the board until its month is closed."""

from club.activities import MOST_PEOPLE
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.life.log_activity import day_done, what_of, which_area
from handlers.members.members_named import one_of_them, shown_member, those_meant
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.figures.summary_steps import area as area_name
from messages.life import activities as say
from messages.moments import Moment
from storage.changes.life.activities import (
    ActivityChanged,
    ActivityRemoved,
    ChangeActivity,
    RemoveActivity,
)
from storage.queries import Connection
from storage.queries.life.activities import Activity, activity
from storage.queries.members.offices import candidates

PARTS = ("what", "people", "day", "area", "led")


def line_of(done: Activity) -> Moment:
    """The activity in one line."""
    return say.line(done.done_on, done.what, done.people)


async def _subject(me: Visitor) -> Activity | None:
    """The activity that the button is about, of her own club."""
    if me.membership is None or not (me.subject.isdecimal() and len(me.subject) < 19):
        return None
    return await read(activity, me.club_id, int(me.subject))


@dialogue("change_activity", title=say.list_title, about=2)
async def change_activity(ask: Ask, me: Visitor) -> ChangeActivity | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    found = await _subject(me)
    if found is None:
        return said_no(Code.NOT_FOUND)
    part = await ask.choice("part", say.change_what(), among=PARTS, shown_as=say.part)
    return await _changed(ask, me, found, part)


async def _changed(ask: Ask, me: Visitor, found: Activity, part: str) -> ChangeActivity | Said:
    number = found.id
    match part:
        case "led":
            return await _led(ask, me, number)
        case "area":
            return ChangeActivity(activity_id=number, area=await which_area(ask))
        case "people":
            people = await ask.number("people", say.how_many(), at_least=1, up_to=MOST_PEOPLE)
            return ChangeActivity(activity_id=number, people=people)
        case "day":
            day = await day_done(ask, me)
            return Said(say.kept()) if day is None else ChangeActivity(activity_id=number, day=day)
    what = await what_of(ask, me, found.area, say.what_was_done())
    return ChangeActivity(activity_id=number, what=what)


@dialogue("leader_of_activity", title=say.add_leader, about=1)
async def leader_of_activity(ask: Ask, me: Visitor) -> ChangeActivity | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    found = await _subject(me)
    return said_no(Code.NOT_FOUND) if found is None else await _led(ask, me, found.id)


@dialogue("photo_of_activity", title=say.add_photo, about=2)
async def photo_of_activity(ask: Ask, me: Visitor) -> ChangeActivity | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    found = await _subject(me)
    if found is None:
        return said_no(Code.NOT_FOUND)
    photo_id = await ask.photo("photo", say.send_photo(), optional=True)
    if photo_id is None:
        return Said(say.kept())
    agree = await ask.may_i("agree", say.people_agree())
    return ChangeActivity(activity_id=found.id, photo_id=photo_id, people_agree=agree)


async def _led(ask: Ask, me: Visitor, number: int) -> ChangeActivity | Said:
    """A member by name; of two with one name the one that is meant; or else a guest."""
    everybody = await read(candidates, me.club_id)
    typed = await ask.text("led", say.who_led(), longest=60)
    found = those_meant(typed, everybody, in_passing=False)
    one = found[0] if found else None
    if len(found) > 1:
        one = await one_of_them(
            "member",
            say.which_of_them(),
            among=found,
            shown_as=shown_member,
            key=lambda each: each.member_id,
        )
    if one is not None:
        return ChangeActivity(activity_id=number, led_by=one.member_id)
    if not await ask.yes_or_no("guest", say.guest_or_member(typed)):
        return Said(say.kept())
    return ChangeActivity(activity_id=number, led_guest=typed)


@dialogue("remove_activity", title=say.remove, about=1)
async def remove_activity(ask: Ask, me: Visitor) -> RemoveActivity | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    found = await _subject(me)
    if found is None:
        return said_no(Code.NOT_FOUND)
    if not await ask.yes_or_no("sure", say.sure_to_remove(line_of(found))):
        return Said(say.kept())
    return RemoveActivity(found.id)


@after(ActivityChanged)
def activity_changed(fact: ActivityChanged, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.changed(shown_activity(fact.activity))))


@after(ActivityRemoved)
def activity_removed(fact: ActivityRemoved, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.removed(line_of(fact.activity))))


def shown_activity(done: Activity) -> Moment:
    """All that is known about it."""
    return say.one(
        area_name(done.area.value),
        done.what,
        done.people,
        done.done_on,
        led_by=done.led_by,
        team=done.team,
        exchange=done.exchange_with,
    )
