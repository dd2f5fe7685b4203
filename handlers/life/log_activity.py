"""What the club did in one of the eight areas, noted in under a minute; who led it comes after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from club.activities import LONGEST_WHAT, MOST_PEOPLE
from club.areas import Area
from club.calendar import ONE_DAY, Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.figures.summary_steps import area as area_name
from messages.ideas import Idea, idea_numbered, ideas_for
from messages.life import activities as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.life.activities import ActivityLogged, LogActivity
from storage.queries import Connection
from storage.queries.life.activities import activities_of, plan
from storage.queries.life.teams import team
from storage.queries.money.closing import next_to_close

MOST_TRIES = 3
AREA_OF_TEAM = {
    "livelihood": Area.INCOME,
    "performing": Area.CULTURE,
    "sport": Area.HEALTH,
    "care": Area.HOME_CARE,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is asked."""

    area: Area | None = None
    what: str = ""
    plan_id: int | None = None
    team_id: int | None = None


@dialogue("log_activity", title=say.log_title, about=5)
async def log_activity(ask: Ask, me: Visitor) -> LogActivity | Redo | Said:
    """Its subject: nothing, an area ("CSSK"), an idea ("CSSK-3"), a plan ("plan-7"), a team."""
    if not me.may(Action.LOG_ACTIVITY):
        return said_no(Code.NOT_ALLOWED)
    known = await read(known_about, me)
    area = known.area or await which_area(ask)
    what = known.what or await what_of(ask, me, area, say.what_was_done())
    people = await ask.number("people", say.how_many(), at_least=1, up_to=MOST_PEOPLE)
    day = await day_done(ask, me)
    if day is None:
        return Said(say.not_noted())
    read_back = say.read_back(area_name(area.value), what, people, day)
    if not await ask.confirm("agreed", read_back):
        return await _what_is_wrong(ask, known)
    return LogActivity(
        area=area,
        what=what,
        people=people,
        day=day,
        plan_id=known.plan_id,
        team_id=known.team_id,
    )


def known_about(db: Connection, me: Visitor) -> Known:
    """What the button that began it says."""
    kind, _, number = me.subject.partition("-")
    if kind == "plan" and number.isdecimal():
        found = plan(db, me.club_id, int(number))
        return Known() if found is None else Known(found.area, found.what, plan_id=found.id)
    if kind == "team" and number.isdecimal():
        of = team(db, me.club_id, int(number))
        return Known() if of is None else Known(AREA_OF_TEAM.get(of.kind), team_id=of.id)
    if kind not in set(Area):
        return Known()
    area = Area(kind)
    idea = idea_numbered(area, int(number)) if number.isdecimal() and len(number) < 4 else None
    return Known(area, "" if idea is None else idea.written(me.words))


async def which_area(ask: Ask) -> Area:
    """One of the eight, by number or by its name."""
    return await ask.choice(
        "area",
        say.which_area(),
        among=list(Area),
        shown_as=lambda each: area_name(each.value),
        key=lambda each: each.value,
    )


async def what_of(ask: Ask, me: Visitor, area: Area, prompt: Moment) -> str:
    """In a few words, or one of this month's ideas for the area."""
    ideas: Sequence[Idea] = ideas_for(area, Month.of(me.today))
    return await offered_text(
        "what",
        prompt,
        offers=[each.written(me.words) for each in ideas],
        shown_as=everywhere.plain,
        longest=LONGEST_WHAT,
    )


async def day_done(ask: Ask, me: Visitor) -> date | None:
    """A day of a month that is still open; None after several that were not."""
    first = await read(next_to_close, me.club_id)
    prompt = say.which_day()
    for name in day_questions():
        day = await ask.day(name, prompt, ahead=False, offers=(me.today, me.today - ONE_DAY))
        if Month.of(day) >= first:
            return day
        prompt = say.day_too_old(first.first_day)
    return None


def day_questions() -> list[str]:
    """The names of the questions for the day, for asking all of it again."""
    return [f"day_{number}" for number in range(1, MOST_TRIES + 1)]


async def _what_is_wrong(ask: Ask, known: Known) -> Redo | Said:
    parts = [*(["area"] if known.area is None else []), *([] if known.what else ["what"])]
    wrong = await ask.choice(
        "wrong",
        say.what_is_wrong(),
        among=[*parts, "people", "day", "nothing"],
        shown_as=say.part,
    )
    if wrong == "nothing":
        return Said(say.not_noted())
    again = {"area": ["area", "what"], "day": day_questions()}
    return Redo((*again.get(wrong, [wrong]), "wrong", "agreed"))


@after(ActivityLogged)
def activity_logged(fact: ActivityLogged, me: Visitor, db: Connection) -> Told:
    """Who led it can be added, and for ten minutes all of it taken away again."""
    done = fact.activity
    month = activities_of(db, done.club_id, Month.of(done.done_on))
    said = say.noted(
        area_name(done.area.value),
        done.what,
        done.people,
        done.done_on,
        areas=len({each.area for each in month}),
    )
    return Told(Card(said, choices=choices(_ways_on(done.id))))


def _ways_on(number: int) -> list[tuple[Press, Moment]]:
    return [
        (ScreenPress("menu"), everywhere.menu_word()),
        (StartPress("leader_of_activity", str(number)), say.add_leader()),
        (StartPress("photo_of_activity", str(number)), say.add_photo()),
        (StartPress("remove_activity", str(number)), say.undo()),
    ]


entrance(
    StartPress("log_activity"),
    label=say.log_title,
    open_to=lambda me: me.may(Action.LOG_ACTIVITY),
    command="ghihoatdong",
    words=("ghi hoạt động", "ghi việc đã làm", "log an activity", "note an activity"),
)
