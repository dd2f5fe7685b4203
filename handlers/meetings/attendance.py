"""What the board sees of a meeting: how many come, who needs a lift, who has not answered."""

from collections.abc import Sequence
from dataclasses import replace

from club.meetings import Answer
from club.members import Action
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.talk.refusing import shown_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say
from messages.meetings import lifts as say_lifts
from messages.meetings import meetings as words_of
from messages.meetings import plan_meeting as planning
from messages.meetings import roll as say_roll
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.helping.witnesses import without_phone
from storage.queries.meetings.lifts import lifts_to
from storage.queries.meetings.meetings import (
    Invited,
    Meeting,
    absent_members,
    expected_at,
    invited,
    last_meeting,
    meeting,
    meeting_without_roll,
    meetings_without_roll,
    next_meeting,
)
from storage.queries.meetings.roll import corrections_of, guests_of

NAMES_A_PAGE = 10
WAYS_A_PAGE = 5
HEADLINES = {
    "silent": say.who_is_silent,
    Answer.NO.value: say.who_cannot,
    "absent": say.who_was_absent,
}


@screen("attendance")
def attendance(me: Visitor, db: Connection, argument: str) -> Card:
    """A meeting of the club in numbers: today's, the next one, or the last one."""
    if not me.may(Action.SEE_ATTENDANCE):
        return shown_no(Code.NOT_ALLOWED)
    number, _, page = argument.partition("-")
    shown = _shown(me, db, number)
    if shown is None:
        ways: list[tuple[Press, Moment]] = []
        if me.may(Action.PLAN_MEETING):
            ways.append((StartPress("plan_meeting"), planning.title()))
        return _card(say.none_planned(), ways)
    if shown.state == "cancelled":
        return closing(say.was_cancelled(shown.day))
    if shown.state == "held":
        return _held(me, db, shown)
    return _planned(me, db, shown, int(page) if page.isdecimal() else 0)


def _shown(me: Visitor, db: Connection, argument: str) -> Meeting | None:
    if argument.isdecimal():
        return meeting(db, me.club_id, int(argument))
    today = meeting_without_roll(db, me.club_id, me.today)
    if today is not None and today.day == me.today:
        return today
    return next_meeting(db, me.club_id, me.now) or today or last_meeting(db, me.club_id, me.today)


def _planned(me: Visitor, db: Connection, shown: Meeting, page: int) -> Card:
    everybody = invited(db, shown)
    count = expected_at(everybody)
    lifts = lifts_to(db, shown)
    body = say.overview(
        shown.day,
        shown.at,
        shown.place,
        yes=count.yes,
        lift=count.lift,
        no=count.no,
        silent=count.silent,
        fetched=[each.name for each in lifts.waiting],
    )
    ways = [*_on_the_day(me, shown), *_for_others(me, db, shown)]
    if count.silent:
        ways.append((ScreenPress("answered", f"{shown.id} silent 0"), say.who_is_silent()))
    if count.no:
        ways.append((ScreenPress("answered", f"{shown.id} no 0"), say.who_cannot()))
    if lifts.waiting or lifts.agreed:
        ways.append((ScreenPress("lifts", str(shown.id)), say_lifts.see()))
    if me.may(Action.PLAN_MEETING) and me.now < shown.begins:
        ways.append((ScreenPress("change_meeting", str(shown.id)), say.to_change()))
    for each in meetings_without_roll(db, me.club_id, me.today):
        # A meeting that went by stays reachable while the next one is shown.
        if me.may(Action.TAKE_ROLL) and each.id != shown.id:
            ways.append((StartPress("roll_call", str(each.id)), say.roll_of(each.day)))
            break
    return _card(body, _page(shown, ways, page))


def _for_others(me: Visitor, db: Connection, shown: Meeting) -> list[tuple[Press, Moment]]:
    """Whoever has no phone has told the board."""
    if not me.may(Action.TAKE_ROLL) or me.now >= shown.begins or not without_phone(db, me.club_id):
        return []
    return [(StartPress("answer_for", str(shown.id)), say.answer_for_title())]


def _on_the_day(me: Visitor, shown: Meeting) -> list[tuple[Press, Moment]]:
    if not me.may(Action.TAKE_ROLL) or shown.day > me.today:
        return []
    ways: list[tuple[Press, Moment]] = [(StartPress("roll_call", str(shown.id)), say.roll_title())]
    if shown.day == me.today:
        ways.append((StartPress("day_word", str(shown.id)), say_roll.word_title()))
    return ways


def _page(
    shown: Meeting, ways: list[tuple[Press, Moment]], page: int
) -> list[tuple[Press, Moment]]:
    """As many ways as fit under a message; after the last page comes the first."""
    if len(ways) <= WAYS_A_PAGE:
        return ways
    step = WAYS_A_PAGE - 1
    first = page * step % (-(-len(ways) // step) * step)
    more = ScreenPress("attendance", f"{shown.id}-{page + 1}")
    return [*ways[first : first + step], (more, everywhere.more())]


@screen("change_meeting")
def change_meeting(me: Visitor, db: Connection, argument: str) -> Card:
    """All that can be changed about a meeting that has not begun."""
    if not me.may(Action.PLAN_MEETING):
        return shown_no(Code.NOT_ALLOWED)
    shown = meeting(db, me.club_id, int(argument)) if argument.isdecimal() else None
    if shown is None or shown.state != "planned" or shown.begins <= me.now:
        return closing(planning.nothing_to_move())
    ways: list[tuple[Press, Moment]] = [
        (StartPress(name, str(shown.id)), label)
        for name, label in (
            ("move_meeting", planning.move_title()),
            ("describe_meeting", planning.describe_title()),
            ("cancel_meeting", planning.cancel_title()),
        )
    ]
    ways.append((ScreenPress("attendance", str(shown.id)), say.counts()))
    return _card(say.what_to_change(shown.day), ways)


def _held(me: Visitor, db: Connection, shown: Meeting) -> Card:
    everybody = invited(db, shown)
    absent = len(absent_members(db, shown.id))
    ways: list[tuple[Press, Moment]] = []
    if absent:
        ways.append((ScreenPress("answered", f"{shown.id} absent 0"), say.who_was_absent()))
    if me.may(Action.TAKE_ROLL):
        ways += _on_the_day(me, shown)
        ways.append((StartPress("guests", str(shown.id)), say_roll.note_guests()))
    if corrections_of(db, shown.id, 1):
        corrected = ScreenPress("roll_corrections", str(shown.id))
        ways.append((corrected, say_roll.see_corrections()))
    body = say.held(shown.day, present=len(everybody) - absent, absent=absent)
    guests = [say_roll.guest_line(kind.value, people) for kind, people in guests_of(db, shown.id)]
    before = (say_roll.guests_noted(shown.day, guests),) if guests else ()
    return replace(_card(body, ways), before=before)


def _card(body: Moment, ways: list[tuple[Press, Moment]]) -> Card:
    menu = choices([(ScreenPress("menu"), everywhere.menu_word())])
    return Card(body, choices=choices(ways), small=menu) if ways else Card(body, choices=menu)


@screen("answered")
def answered(me: Visitor, db: Connection, argument: str) -> Card:
    """The names behind one of the counts, ten a page; the argument is "12 silent 0"."""
    if not me.may(Action.SEE_ATTENDANCE):
        return shown_no(Code.NOT_ALLOWED)
    number, which, page = _parts(argument)
    shown = meeting(db, me.club_id, number)
    if shown is None or which not in HEADLINES:
        return shown_no(Code.NOT_FOUND)
    names = _names(_among(db, shown, which), which)
    first = page * NAMES_A_PAGE
    on_page = names[first : first + NAMES_A_PAGE]
    body = say.names(HEADLINES[which](), on_page, first=first + 1, count=len(names))
    ways: list[tuple[Press, Moment]] = []
    if len(names) > first + NAMES_A_PAGE:
        ways.append((ScreenPress("answered", f"{number} {which} {page + 1}"), everywhere.more()))
    ways.append((ScreenPress("attendance", str(number)), say.counts()))
    return _card(body, ways)


def _parts(argument: str) -> tuple[int, str, int]:
    number, which, page = (*argument.split(" "), "", "", "")[:3]
    return int(number) if number.isdecimal() else 0, which, int(page) if page.isdecimal() else 0


def _among(db: Connection, shown: Meeting, which: str) -> list[Invited]:
    everybody = invited(db, shown)
    if which == "absent":
        absent = absent_members(db, shown.id)
        return [each for each in everybody if each.member_id in absent]
    wanted = Answer.NO if which == Answer.NO else None
    return [each for each in everybody if each.answer is wanted]


def _names(people: Sequence[Invited], which: str) -> list[Moment]:
    if which != Answer.NO:
        return [everywhere.plain(each.name) for each in people]
    return [_with_reason(each) for each in people]


def _with_reason(each: Invited) -> Moment:
    """Her reason, and that the board has answered for her."""
    line = everywhere.plain(each.name)
    if each.reason:
        line = say.name_and_reason(each.name, words_of.reason(each.reason))
    return say.noted_by_board(line) if each.is_noted_by_board else line


entrance(
    ScreenPress("attendance"),
    label=say.title,
    open_to=lambda me: me.may(Action.SEE_ATTENDANCE),
    command="diemdanh",
    words=("điểm danh", "ai đến", "ai đi họp", "attendance", "roll"),
)
