"""The time a volunteer helped, noted on the day by the volunteer or by the board."""

from collections.abc import Sequence

from club.members import Action
from club.refusals import Code
from club.support import Place
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.news import news
from handlers.notices import Told, after
from handlers.refusing import said_no
from messages import everywhere
from messages import hours as say
from messages.cards import Card
from messages.presses import ScreenPress, StartPress
from storage.changes.check_in import CheckedIn, CheckIn
from storage.queries import Connection
from storage.queries.sessions import SignedUp, mine_of, session, signed_up

BOARD = "board"


@dialogue("check_in", title=say.check_in_title, about=2)
async def check_in(ask: Ask, me: Visitor) -> CheckIn | Said:
    """Its subject is "12" for the volunteer's own time, "12 board" for the board's list."""
    number, _, by = me.subject.partition(" ")
    found = await read(session, int(number)) if number.isdecimal() else None
    if found is None:
        return said_no(Code.NOT_FOUND)
    if not _allowed(me, found.club_id, by):
        return said_no(Code.NOT_ALLOWED)
    if me.now < found.begins:
        return said_no(Code.SESSION_NOT_BEGUN)
    people = [each for each in await read(signed_up, found.id) if each.place is Place.TAKING]
    who = await _who(ask, people) if by == BOARD else mine_of(people, me.person_id)
    if who is None:
        return Said(say.nobody_to_check_in())
    prompt = say.how_many_minutes_by(who.name) if by == BOARD else say.how_many_minutes()
    longest = found.minutes
    offers = [longest] if longest < 60 else [longest, longest // 2]
    minutes = await ask.number("minutes", prompt, at_least=1, up_to=longest, offers=offers)
    return CheckIn(found.id, who.person_id, minutes)


def _allowed(me: Visitor, club_id: int, by: str) -> bool:
    if by != BOARD:
        return me.may(Action.SIGN_UP_SESSION)
    return me.may(Action.OPEN_SESSION) and me.club_id == club_id


async def _who(ask: Ask, people: Sequence[SignedUp]) -> SignedUp | None:
    missing = [each for each in people if each.minutes is None] or people
    if not missing:
        return None
    return await ask.choice(
        "who",
        say.who_was_there(),
        among=missing,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.person_id,
    )


@after(CheckedIn)
def checked_in(fact: CheckedIn, me: Visitor, db: Connection) -> Told:
    thanks = say.checked_in(fact.minutes)
    hours = (ScreenPress("my_hours"), say.title())
    if fact.volunteer.person_id == me.person_id:
        menu = (ScreenPress("menu"), everywhere.menu_word())
        return Told(Card(thanks, choices=choices([hours, menu])))
    reply = say.checked_in_by_board(fact.volunteer.name, fact.minutes)
    another = (StartPress("check_in", f"{fact.session.id} {BOARD}"), say.check_in_title())
    menu = (ScreenPress("menu"), everywhere.menu_word())
    told = ((fact.volunteer.person_id, news(thanks, hours)),)
    return Told(Card(reply, choices=choices([another, menu])), told)
