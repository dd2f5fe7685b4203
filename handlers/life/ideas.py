"""Areas that nobody has touched this month, three ideas for each, and plans for a day."""

from club.activities import check_planned_day
from club.areas import Area
from club.calendar import Month
from club.members import Action
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.log_activity import known_about, what_of, which_area
from handlers.menus import closing, on_page
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.figures.summary_steps import area as area_name
from messages.ideas import idea_numbered, ideas_for
from messages.meetings import plans as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.refusals import refusal
from storage.changes.life.activities import ActivityPlanned, DropPlan, PlanActivity, PlanDropped
from storage.queries import Connection
from storage.queries.life.activities import plan, plans_of
from storage.queries.life.areas_touched import areas_touched, community_action_done


@screen("untouched")
def untouched(me: Visitor, db: Connection, argument: str) -> Card:
    """A button for each area without an activity this month; for all eight once all are done."""
    if not me.may(Action.LOG_ACTIVITY):
        return shown_no(Code.NOT_ALLOWED)
    month = Month.of(me.today)
    touched = areas_touched(db, me.club_id, month)
    missing = [each for each in Area if each not in touched]
    no_action = not community_action_done(db, me.club_id, month)
    body = say.untouched([area_name(each.value) for each in missing], no_action)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("ideas", each.value), area_name(each.value)) for each in missing or Area
    ]
    return Card(body, choices=choices(on_page("untouched", argument, ways)))


@screen("ideas")
def ideas(me: Visitor, db: Connection, argument: str) -> Card:
    """Three ideas for the area, others next month."""
    if not me.may(Action.LOG_ACTIVITY) or argument not in set(Area):
        return shown_no(Code.NOT_ALLOWED)
    area = Area(argument)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("idea", f"{area.value}-{each.number}"), say.idea(area.value, each.number))
        for each in ideas_for(area, Month.of(me.today))
    ]
    ways.append((StartPress("log_activity", area.value), say.own_idea()))
    return Card(say.three(area_name(area.value)), choices=choices(ways))


@screen("idea")
def one_idea(me: Visitor, db: Connection, argument: str) -> Card:
    """Note that it was done, or plan it."""
    code, _, number = argument.partition("-")
    known = code in set(Area) and number.isdecimal() and len(number) < 4
    if not me.may(Action.LOG_ACTIVITY):
        return shown_no(Code.NOT_ALLOWED)
    if not known or idea_numbered(Area(code), int(number)) is None:
        return shown_no(Code.NOT_FOUND)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("log_activity", argument), say.done_already()),
        (StartPress("plan_activity", argument), say.plan_it()),
        (ScreenPress("untouched"), say.ideas_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    body = say.one_idea(area_name(code), say.idea(code, int(number)))
    return Card(body, choices=choices(ways))


@dialogue("plan_activity", title=say.plan_title, about=2)
async def plan_activity(ask: Ask, me: Visitor) -> PlanActivity | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    known = await read(known_about, me)
    area = known.area or await which_area(ask)
    what = known.what or await what_of(ask, me, area, say.what_is_planned())
    day = await ask.day("day", say.plan_which_day())
    try:
        check_planned_day(day, today=me.today)
    except Refused as no:
        return Said(refusal(no))
    return PlanActivity(area=area, what=what, day=day)


@dialogue("drop_plan", title=say.drop_plan, about=1)
async def drop_plan(ask: Ask, me: Visitor) -> DropPlan | Said:
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    if not (me.subject.isdecimal() and len(me.subject) < 19):
        return said_no(Code.NOT_FOUND)
    return DropPlan(int(me.subject))


@after(ActivityPlanned)
def activity_planned(fact: ActivityPlanned, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.planned(fact.plan.what, fact.plan.planned_on)))


@after(PlanDropped)
def plan_dropped(fact: PlanDropped, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.plan_dropped(fact.plan.what)))


@screen("plan")
def one_plan(me: Visitor, db: Connection, argument: str) -> Card:
    """Its day has come: it was done, or it came to nothing."""
    numbered = argument.isdecimal() and len(argument) < 19
    found = plan(db, me.club_id, int(argument)) if numbered and me.membership else None
    if not me.may(Action.LOG_ACTIVITY) or found is None:
        return shown_no(Code.NOT_FOUND)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("log_activity", f"plan-{found.id}"), say.done_already()),
        (StartPress("drop_plan", str(found.id)), say.drop_plan()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(say.plan_line(found.what, found.planned_on), choices=choices(ways))


@waiting
def plans_due(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Plans whose day has come."""
    if not me.may(Action.CORRECT_ACTIVITY):
        return []
    return [
        (ScreenPress("plan", str(each.id)), say.plan_line(each.what, each.planned_on))
        for each in plans_of(db, me.club_id)
        if each.planned_on <= me.today
    ]


entrance(
    ScreenPress("untouched"),
    label=say.ideas_title,
    open_to=lambda me: me.may(Action.LOG_ACTIVITY),
    command="goiy",
    words=("gợi ý", "gợi ý hoạt động", "ideas"),
)
entrance(
    StartPress("plan_activity"),
    label=say.plan_title,
    open_to=lambda me: me.may(Action.LOG_ACTIVITY),
    command="lenkehoach",
    words=("lên kế hoạch", "kế hoạch hoạt động", "plan an activity"),
    in_menu=False,
)
