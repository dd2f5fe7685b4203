"""A member lets somebody type for her, sees who does and what was done, and ends it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from club.calendar import day_in_zone
from club.helping import EndedAs
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.helping import helping as say
from messages.helping import helping_board as say_board
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.helping.helping import EndHelping, HelperCodeMade, HelpingEnded, MakeHelperCode
from storage.queries import Connection
from storage.queries.helping.helped import deeds_for, deeds_for_phoneless
from storage.queries.helping.helping import (
    Helping,
    helped_by,
    helpers_of,
    helpings_of_club,
)
from storage.queries.members.boards import board

DEEDS_SHOWN = 12
DEEDS_BACK = timedelta(days=92)


def _is_member(me: Visitor) -> bool:
    return me.membership is not None and me.membership.state == "member" and me.helping is None


@screen("my_helpers")
def my_helpers(me: Visitor, db: Connection, argument: str) -> Card:
    """Who types for her; the way to one more, to what they did, and to the end."""
    if not _is_member(me):
        return shown_no(Code.NOT_ALLOWED)
    found = helpers_of(db, me.person, me.today)
    lines = [say.line(each.helper, each.last_day) for each in found]
    ways: list[tuple[Press, Moment]] = [(StartPress("let_help"), say.let_title())]
    if found:
        ways.append((StartPress("end_helping"), say.end_title()))
    ways.append((ScreenPress("helped_deeds"), say.deeds_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say.page(lines), choices=choices(ways))


@screen("helped_deeds")
def helped_deeds(me: Visitor, db: Connection, argument: str) -> Card:
    """What was typed in her name in the last three months, the newest first."""
    if not _is_member(me):
        return shown_no(Code.NOT_ALLOWED)
    zone = ZoneInfo(me.my_membership.timezone)
    lines = [
        say.deed(day_in_zone(each.at, zone), each.helper, each.deed)
        for each in deeds_for(db, me.person, me.now - DEEDS_BACK, DEEDS_SHOWN)
    ]
    return closing(say.deeds(lines))


@dialogue("let_help", title=say.let_title, about=1)
async def let_help(ask: Ask, me: Visitor) -> MakeHelperCode | Said:
    if not _is_member(me):
        return said_no(Code.NOT_ALLOWED)
    if not await ask.may_i("agreed", say.may_i()):
        return Said(say.no_code())
    return MakeHelperCode()


@after(HelperCodeMade)
def helper_code_made(fact: HelperCodeMade, me: Visitor, db: Connection) -> Told:
    if fact.own:
        return Told(closing(say.code(fact.code, fact.minutes)))
    return Told(closing(say.code_for(fact.code, fact.name, fact.minutes)))


@dialogue("end_helping", title=say.end_title, about=2)
async def end_helping(ask: Ask, me: Visitor) -> EndHelping | Said:
    """Of her own helpers, of those for whom he types, and for the board of any in the club."""
    if me.person_id is None:
        return said_no(Code.NOT_ALLOWED)
    found = await read(_to_end, me)
    wanted = [each for each in found if str(each.id) == me.subject] or found
    if not wanted:
        return Said(say.nobody())
    about = wanted[0]
    if len(wanted) > 1:
        about = await ask.choice(
            "which",
            say.which_to_end(),
            among=wanted,
            shown_as=lambda each: say.line_for(each.helper, each.name, each.last_day),
            key=lambda each: each.id,
        )
    if not await ask.confirm("agreed", say.really_end(about.helper, about.name)):
        return Said(say.goes_on())
    return EndHelping(about.id)


def _to_end(db: Connection, me: Visitor) -> list[Helping]:
    if me.helping is not None:
        return helped_by(db, me.helping.helper_id, me.today)
    found = helpers_of(db, me.person, me.today) + helped_by(db, me.person, me.today)
    if me.membership is not None and me.may(Action.END_HELPER):
        found += helpings_of_club(db, me.club_id, me.today)
    return list({each.id: each for each in found}.values())


@after(HelpingEnded)
def helping_ended(fact: HelpingEnded, me: Visitor, db: Connection) -> Told:
    """Both hear it; of a helper who gives it up the board too: she may have no phone to hear by."""
    about = fact.helping
    said = say.ended(about.helper, about.name)
    others = {about.person_id, about.helper_id} - {me.person_id}
    if fact.ended_as is EndedAs.HELPER:
        others |= {each.person_id for each in board(db, about.club_id, me.today)}
    others.discard(me.person)
    return Told(closing(said), tuple((each, news(said)) for each in sorted(others)))


@screen("club_helpers")
def club_helpers(me: Visitor, db: Connection, argument: str) -> Card:
    """For the board: who types for whom, and what was done for those without a phone."""
    if not me.may(Action.END_HELPER):
        return shown_no(Code.NOT_ALLOWED)
    found = helpings_of_club(db, me.club_id, me.today)
    zone = ZoneInfo(me.my_membership.timezone)
    lines = [say.line_for(each.helper, each.name, each.last_day) for each in found]
    deeds = [
        say.deed_for(day_in_zone(each.at, zone), each.helper, for_whom=each.name, deed=each.deed)
        for each in deeds_for_phoneless(db, me.club_id, me.now - DEEDS_BACK, DEEDS_SHOWN)
    ]
    ways: list[tuple[Press, Moment]] = [(StartPress("helper_for"), say_board.consent_title())]
    if found:
        ways.append((StartPress("end_helping"), say.end_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say_board.club_page(lines, deeds), choices=choices(ways))


entrance(
    ScreenPress("my_helpers"),
    label=say.title,
    open_to=_is_member,
    command="nguoinhanho",
    words=(
        *("người nhắn hộ", "người nhắn hộ tôi", "ai đang nhắn hộ tôi", "ai nhắn hộ tôi"),
        *("my helpers", "who types for me"),
    ),
)
entrance(
    StartPress("let_help"),
    label=say.let_title,
    open_to=_is_member,
    command="nhonhanho",
    words=(
        *("nhờ người nhắn hộ", "nhờ nhắn hộ", "nhờ cháu nhắn hộ", "cho cháu nhắn hộ"),
        *("let somebody type for me", "make a helper code"),
    ),
    in_menu=False,
)
entrance(
    ScreenPress("helped_deeds"),
    label=say.deeds_title,
    open_to=_is_member,
    command="nhanhogi",
    words=("cháu đã làm gì", "người nhắn hộ đã làm gì", "what did my helper do"),
    in_menu=False,
)
entrance(
    StartPress("end_helping"),
    label=say.end_title,
    open_to=lambda me: me.person_id is not None,
    command="thoinhanho",
    words=("thôi nhắn hộ", "thôi nhờ nhắn hộ", "không nhắn hộ nữa", "end helping"),
    in_menu=False,
)
entrance(
    ScreenPress("club_helpers"),
    label=say_board.club_title,
    open_to=lambda me: me.may(Action.END_HELPER),
    command="nhanhotrongclb",
    words=("người nhắn hộ trong câu lạc bộ", "người nhắn hộ của thành viên", "helpers of members"),
)
