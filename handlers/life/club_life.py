"""What the club has done, area by area, for every member; and what the board can still do."""

from club.areas import Area
from club.calendar import Month
from club.members import Action
from club.photos import About
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, club_life_choices, entrance, screen
from handlers.life.change_activity import line_of, shown_activity
from handlers.menus import closing, on_page
from handlers.see_photos import see_photos
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.figures.summary_steps import area as area_name
from messages.life import activities as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.life.activities import Activity, activities_of, activity
from storage.queries.life.areas_touched import areas_touched
from storage.queries.money.closing import next_to_close
from storage.queries.photos import Viewer, photos_about, photos_seen

NEWEST_SHOWN = 6


@screen("club_life")
def club_life(me: Visitor, db: Connection, argument: str) -> Card:
    """Everything about what the club does, five a page."""
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    ways = on_page("club_life", argument, [*club_life_choices(me), menu])
    return Card(say.club_life_which(), choices=choices(ways))


@screen("club_did")
def club_did(me: Visitor, db: Connection, argument: str) -> Card:
    """The month as every member may read it: the newest, page by page; no name of anybody."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    month = Month.of(me.today)
    done = activities_of(db, me.club_id, month)
    touched = areas_touched(db, me.club_id, month)
    page = int(argument) if argument.isdecimal() and len(argument) < 4 else 0
    first = page * NEWEST_SHOWN % max(1, len(done))
    missing = [area_name(each.value) for each in Area if each not in touched]
    body = say.did(
        month,
        len(touched),
        len(done),
        [line_of(each) for each in done[first : first + NEWEST_SHOWN]],
        say.areas_joined(missing) if missing else "",
    )
    return Card(body, choices=choices(_ways(me, more=len(done) > NEWEST_SHOWN, page=page)))


def _ways(me: Visitor, *, more: bool, page: int) -> list[tuple[Press, Moment]]:
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.LOG_ACTIVITY):
        ways.append((StartPress("log_activity"), say.log_title()))
    ways.append((ScreenPress("activities"), say.one_by_one()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    if more:
        ways.append((ScreenPress("club_did", str(page + 1)), everywhere.more()))
    return ways


@screen("activities")
def activities(me: Visitor, db: Connection, argument: str) -> Card:
    """A button for each activity of the months that are open, the newest first."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    month = Month.of(me.today)
    found = activities_of(db, me.club_id, month)
    if next_to_close(db, me.club_id) < month:
        found += activities_of(db, me.club_id, month.previous())
    if not found:
        return closing(say.none_yet())
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("activity", str(each.id)), line_of(each)) for each in found
    ]
    return Card(say.which_one(len(found)), choices=choices(on_page("activities", argument, ways)))


@screen("activity")
def one_activity(me: Visitor, db: Connection, argument: str) -> Card:
    """One activity with its photo, for every member; and what its board can do about it."""
    if not me.may(Action.SEE_FUNDS):
        return shown_no(Code.NOT_ALLOWED)
    numbered = argument.isdecimal() and len(argument) < 19
    found = activity(db, me.club_id, int(argument)) if numbered else None
    if found is None:
        return shown_no(Code.NOT_FOUND)
    return Card(shown_activity(found), choices=choices(_ways_of(me, db, found)))


def _ways_of(me: Visitor, db: Connection, found: Activity) -> list[tuple[Press, Moment]]:
    ways: list[tuple[Press, Moment]] = []
    kinds = (About.ACTIVITY, About.SHOWN_ACTIVITY)
    viewer = Viewer(me.chat_id, me.person_id, me.today)
    pictured = any(photos_about(db, each, found.id) for each in kinds)
    ways.extend(
        see_photos(each, found.id) for each in kinds if photos_seen(db, viewer, each, found.id)
    )
    if me.may(Action.CORRECT_ACTIVITY) and Month.of(found.done_on) >= next_to_close(db, me.club_id):
        ways.append((StartPress("change_activity", str(found.id)), say.change()))
        ways.append((StartPress("remove_activity", str(found.id)), say.remove()))
        if not pictured:
            ways.append((StartPress("photo_of_activity", str(found.id)), say.add_photo()))
    ways.append((ScreenPress("activities"), say.one_by_one()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return ways


entrance(
    ScreenPress("club_life"),
    label=say.club_life_title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="hoatdong",
    words=("hoạt động", "hoạt động câu lạc bộ", "activities", "club life"),
    comes_late=lambda me: not me.may(Action.BOARD_WORK) and not me.may(Action.LOG_ACTIVITY),
)
entrance(
    ScreenPress("club_did"),
    label=say.did_title,
    open_to=lambda me: me.may(Action.SEE_FUNDS),
    command="dalamgi",
    words=(
        *("câu lạc bộ đã làm gì", "clb đã làm gì", "tháng này làm gì", "tám mảng"),
        *("what did the club do", "what has the club done"),
    ),
)
entrance(
    ScreenPress("activities"),
    label=say.list_title,
    open_to=lambda me: me.may(Action.LOG_ACTIVITY),
    command="suahoatdong",
    words=("sửa hoạt động", "xóa hoạt động", "correct an activity"),
    in_menu=False,
)
