"""Blood pressure and weight as a picture: of oneself, or of what one has measured for a member."""

from collections.abc import Sequence

from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.life.home_care import number_in
from handlers.menus import on_page
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.life import health as say
from messages.moments import Moment
from messages.papers.health_picture import health_picture
from messages.papers.kinds import Paper
from messages.presses import Press, ScreenPress
from storage.queries import Connection
from storage.queries.life.health import Check, measured_by, measured_for, own_checks

MOST_DRAWN = 8
MENU: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())


@screen("health_picture")
def own_picture(me: Visitor, db: Connection, argument: str) -> Card:
    """Her own; with the number of a member, what she herself measured for her."""
    member = number_in(argument)
    if not me.may(Action.MEASURE_HEALTH if argument else Action.SEE_OWN_ACCOUNT):
        return shown_no(Code.NOT_ALLOWED)
    if not argument:
        return _card(own_checks(db, me.person, MOST_DRAWN), ScreenPress("my_health"), own=True)
    found = [] if member is None else measured_for(db, me.person, member, MOST_DRAWN)
    return _card(found, ScreenPress("measured"), own=False)


def _card(found: Sequence[Check], back: Press, *, own: bool) -> Card:
    drawn = [each for each in found if each.measured.pressure or each.measured.weight_grams]
    ways = choices([(back, say.title() if own else say.measured_title()), MENU])
    if not drawn:
        return Card(say.nothing_to_draw(), choices=ways)
    name = "" if own else str(drawn[0].name)
    return Card(say.picture_comes(), choices=ways, papers=(_paper(name, drawn),))


def _paper(name: str, found: Sequence[Check]) -> Paper:
    rows = []
    for each in found:
        pressure, grams = each.measured.pressure, each.measured.weight_grams
        high = None if pressure is None else pressure.systolic
        low = None if pressure is None else pressure.diastolic
        rows.append([each.day, high, low, grams])
    return health_picture(name=name, checks=rows)


@screen("health_pictures")
def whose(me: Visitor, db: Connection, argument: str) -> Card:
    """A picture for each member whom she has measured within a month."""
    if not me.may(Action.MEASURE_HEALTH):
        return shown_no(Code.NOT_ALLOWED)
    names = {e.member_id: e.name for e in measured_by(db, me.club_id, me.person, me.today)}
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("health_picture", str(number)), say.picture_of(name))
        for number, name in names.items()
    ]
    body = say.picture_title() if ways else say.nothing_to_draw()
    return Card(body, choices=choices(on_page("health_pictures", argument, [*ways, MENU])))
