"""Weight and blood pressure: of a member by who measures, or her own; and what she reads of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from club.health import BloodPressure, Measured
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.life import activities as say_activities
from messages.life import health as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.measures import read_blood_pressure, read_height, read_weight
from storage.changes.life.health import (
    ForgetHealth,
    HealthForgotten,
    HealthNoted,
    HealthRefused,
    NoteHealth,
    RefuseHealth,
)
from storage.queries import Connection
from storage.queries.life.health import (
    Check,
    agreed_to_health,
    height_known,
    measured_by,
    own_checks,
)
from storage.queries.members.members import name_of

T = TypeVar("T")

MOST_TRIES = 3
MOST_SHOWN = 6
MOST_MEASURED = 15
LONGEST = 40
Noting = NoteHealth | RefuseHealth | Said


@dialogue("health_check", title=say.measure_title, about=5)
async def health_check(ask: Ask, me: Visitor) -> Noting:
    """Somebody measures a member, who says yes to it before the first figure."""
    if not me.may(Action.MEASURE_HEALTH):
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me, prompt=say.whose())
    if member is None:
        return Said(say_activities.nobody_found())
    agreed = await read(agreed_to_health, member.person_id)
    if not agreed and not await ask.may_i("agrees", say.consent_of(member.name)):
        return RefuseHealth(member.person_id)
    measured = await _measured(ask, member.member_id)
    if measured.is_empty:
        return Said(say.nothing_measured())
    read_back = say.read_back(member.name, figures_of(measured))
    if not await ask.confirm("agreed", read_back):
        return Said(say.nothing_measured())
    return NoteHealth(member_id=member.member_id, measured=measured, agrees=not agreed)


@dialogue("own_health", title=say.own_title, about=4)
async def own_health(ask: Ask, me: Visitor) -> Noting:
    """She measured herself; "huyết áp 135/85" begins it with the pressure given."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return said_no(Code.NOT_ALLOWED)
    agreed = await read(agreed_to_health, me.person)
    if not agreed and not await ask.may_i("agrees", say.consent()):
        return RefuseHealth(me.person)
    measured = await _measured(ask, me.member_id)
    if measured.is_empty:
        return Said(say.nothing_measured())
    if not await ask.confirm("agreed", say.own_read_back(figures_of(measured))):
        return Said(say.nothing_measured())
    return NoteHealth(member_id=me.member_id, measured=measured, agrees=not agreed)


async def _measured(ask: Ask, member_id: int) -> Measured:
    pressure = await _figure(
        ask, "pressure", (say.pressure(), say.pressure_again()), read_blood_pressure
    )
    weight = await _figure(ask, "weight", (say.weight(), say.weight_again()), read_weight)
    height = None
    if not await read(height_known, member_id):
        height = await _figure(ask, "height", (say.height(), say.height_again()), read_height)
    return Measured(pressure=pressure, weight_grams=weight, height_cm=height)


async def _figure(
    ask: Ask, name: str, prompts: tuple[Moment, Moment], read_it: Callable[[str], T | None]
) -> T | None:
    """What nobody can have is asked again, with an example; skipped, or not understood, None."""
    for number in range(MOST_TRIES):
        question = f"{name}_{number + 1}"
        prompt = prompts[min(number, 1)]
        typed = await ask.text(question, prompt, longest=LONGEST, may_skip=True, number_fits=True)
        if not typed:
            return None
        found = read_it(typed)
        if found is not None:
            return found
    return None


def figures_of(measured: Measured) -> Moment:
    """The figures in a line."""
    pressure = measured.pressure
    written = "" if pressure is None else f"{pressure.systolic}/{pressure.diastolic}"
    return say.figures(written, grams=measured.weight_grams, height=measured.height_cm)


@after(HealthNoted)
def health_noted(fact: HealthNoted, me: Visitor, db: Connection) -> Told:
    """Whoever measured hears what a very high figure calls for; she hears of it without figures."""
    before = _advice(fact.measured.pressure)
    if fact.person_id == me.person:
        ways: list[tuple[Press, Moment]] = [
            (ScreenPress("my_health"), say.title()),
            (ScreenPress("menu"), everywhere.menu_word()),
        ]
        return Told(Card(say.own_noted(), before=before, choices=choices(ways)))
    ways = [
        (StartPress("health_check"), say.next_person()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    reply = Card(say.noted(name_of(db, fact.person_id)), before=before, choices=choices(ways))
    by = name_of(db, me.person)
    if not fact.agreed_now:
        hears = news(say.she_hears(by), (ScreenPress("my_health"), say.look()))
        return Told(reply, ((fact.person_id, hears),))
    hears = news(
        say.she_hears_agreed(by),
        (ScreenPress("my_health"), say.look()),
        (StartPress("forget_health"), say.forget()),
    )
    return Told(reply, ((fact.person_id, hears),))


def _advice(pressure: BloodPressure | None) -> tuple[Moment, ...]:
    if pressure is None:
        return ()
    if pressure.is_very_high:
        return (say.very_high(),)
    return (say.very_low(),) if pressure.is_very_low else ()


@after(HealthRefused)
def health_refused(fact: HealthRefused, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.refused()))


@screen("my_health")
def my_health(me: Visitor, db: Connection, argument: str) -> Card:
    """Her own figures, how they go, and the ways to write more or to delete them."""
    if not me.may(Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    found = own_checks(db, me.person, MOST_SHOWN)
    lines = [say.line(each.day, figures_of(each.measured)) for each in found]
    ways: list[tuple[Press, Moment]] = [(StartPress("own_health"), say.own_title())]
    if me.may(Action.MEASURE_HEALTH):
        ways.append((ScreenPress("measured"), say.measured_title()))
    if found:
        ways.insert(0, (ScreenPress("health_picture"), say.picture_title()))
        ways.append((StartPress("forget_health"), say.forget()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say.own(lines, _trend(found)), choices=choices(ways))


def _trend(found: Sequence[Check]) -> Moment | str:
    """From the oldest shown to the newest; "" with one measuring alone."""
    oldest_first = [each.measured for each in reversed(found)]
    pressure = [each.pressure.systolic for each in oldest_first if each.pressure is not None]
    weights = [each.weight_grams for each in oldest_first if each.weight_grams is not None]
    grams = weights[-1] - weights[-2] if len(weights) > 1 else None
    row = " → ".join(str(each) for each in pressure) if len(pressure) > 1 else ""
    return say.trend(row, grams) if row or grams else ""


@screen("measured")
def measured(me: Visitor, db: Connection, argument: str) -> Card:
    """What she herself measured for others within a month; nothing that somebody else did."""
    if not me.may(Action.MEASURE_HEALTH):
        return shown_no(Code.NOT_ALLOWED)
    found = measured_by(db, me.club_id, me.person, me.today)[:MOST_MEASURED]
    lines = [say.line_of(each.day, each.name, figures_of(each.measured)) for each in found]
    ways: list[tuple[Press, Moment]] = [
        (StartPress("health_check"), say.measure_title()),
        *([(ScreenPress("health_pictures"), say.picture_title())] if lines else []),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Card(say.measured(lines), choices=choices(ways))


@dialogue("forget_health", title=say.forget, about=1)
async def forget_health(ask: Ask, me: Visitor) -> ForgetHealth | Said:
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    if not await ask.yes_or_no("sure", say.sure_to_forget()):
        return Said(say.kept())
    return ForgetHealth()


@after(HealthForgotten)
def health_forgotten(fact: HealthForgotten, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.forgotten()))


entrance(
    ScreenPress("my_health"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="suckhoe",
    words=("sức khỏe", "sức khỏe của tôi", "sổ sức khỏe", "my health"),
)
entrance(
    StartPress("own_health"),
    label=say.own_title,
    open_to=lambda me: me.may(Action.SEE_OWN_ACCOUNT),
    command="huyetap",
    words=("huyết áp", "cân nặng", "ghi huyết áp", "blood pressure", "weight"),
    in_menu=False,
)
entrance(
    StartPress("health_check"),
    label=say.measure_title,
    open_to=lambda me: me.may(Action.MEASURE_HEALTH),
    command="dosuckhoe",
    words=("đo huyết áp", "cân đo", "đo sức khỏe", "measure"),
)
entrance(
    StartPress("forget_health"),
    label=say.forget,
    open_to=lambda me: me.person_id is not None,
    command="xoasuckhoe",
    words=("xóa sức khỏe", "xóa chỉ số sức khỏe", "delete my health figures"),
    in_menu=False,
)
