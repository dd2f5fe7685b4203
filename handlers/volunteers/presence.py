"""The code on the spot: shown by whoever is helped or by the board, typed by the volunteer."""

from club.members import Action
from club.presence import CODE_LASTS
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.volunteers import hours as say_hours
from messages.volunteers import presence as say
from messages.volunteers import sessions as words_of
from messages.volunteers import thanks as thanks_say
from storage.changes.volunteers.presence import CodeShown, CodeTyped, ShowCode, TypeCode
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.volunteers.presence import sessions_to_show, sessions_to_type
from storage.queries.volunteers.sessions import Session


@dialogue("show_code", title=say.show_code_title, about=1)
async def show_code(ask: Ask, me: Visitor) -> ShowCode | Said:
    """Its subject is nothing, or the number of a session."""
    if me.membership is None or me.membership.state != "member":
        return said_no(Code.NOT_ALLOWED)
    found = await read(_to_show, me)
    which = await _which(ask, found, me.subject)
    return Said(say.no_session_now()) if which is None else ShowCode(which)


def _to_show(db: Connection, me: Visitor) -> list[Session]:
    board = me.may(Action.OPEN_SESSION)
    return sessions_to_show(db, me.club_id, me.person, me.now, for_board=board)


async def _which(ask: Ask, found: list[Session], subject: str) -> int | None:
    """The session meant; it is asked only where there are several."""
    meant = [each for each in found if str(each.id) == subject] or found
    if len(meant) < 2:
        return meant[0].id if meant else None
    chosen = await ask.choice(
        "session",
        say.which_session(),
        among=meant,
        shown_as=_line,
        key=lambda each: each.id,
    )
    return chosen.id


def _line(each: Session) -> Moment:
    return words_of.line(words_of.topic(each.topic), each.day, each.hamlet)


@after(CodeShown)
def code_shown(fact: CodeShown, me: Visitor, db: Connection) -> Told:
    minutes = int(CODE_LASTS.total_seconds() // 60)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("show_code", str(fact.session.id)), say.new_code()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.code_shown(" ".join(fact.code), minutes), choices=choices(ways)))


@dialogue("type_code", title=say.type_code_title, about=1)
async def type_code(ask: Ask, me: Visitor) -> TypeCode | Said:
    """Its subject is nothing, or the number of a session."""
    if not me.is_volunteer:
        return said_no(Code.NOT_ALLOWED)
    found = await read(sessions_to_type, me.person, me.now)
    which = await _which(ask, found, me.subject)
    if which is None:
        return Said(say.no_session_now())
    typed = await ask.text("code", say.which_presence_code(), longest=40, number_fits=True)
    return TypeCode(which, "".join(each for each in typed if each.isdecimal()))


@after(CodeTyped)
def code_typed(fact: CodeTyped, me: Visitor, db: Connection) -> Told:
    """Wrong: once more. Right: both hear the time, and can thank or object."""
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    number = str(fact.session.id)
    if fact.shown_by is None:
        again = [(StartPress("type_code", number), say.type_code_title())] if fact.left else []
        return Told(Card(say.code_wrong(fact.left), choices=choices([*again, menu])))
    minutes = fact.volunteer.minutes or 0
    hours = (ScreenPress("my_hours"), say_hours.title())
    thank = StartPress("thank", f"{number} {me.person}")
    told = news(say.they_are_there(name_of(db, me.person), minutes), (thank, thanks_say.title()))
    reply = Card(say.both_there(minutes), choices=choices([hours, menu]))
    return Told(reply, ((fact.shown_by, told),))


entrance(
    StartPress("show_code"),
    label=say.show_code_title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="macomat",
    words=("mã có mặt", "cho xem mã có mặt", "code for volunteers"),
    in_menu=False,
)
entrance(
    StartPress("type_code"),
    label=say.type_code_title,
    open_to=lambda me: me.is_volunteer,
    command="nhapma",
    words=("nhập mã có mặt", "gõ mã có mặt", "type the code"),
    in_menu=False,
)
