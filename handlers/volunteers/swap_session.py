"""A volunteer who cannot come asks another, by name or any near, to go instead."""

from club.members import Action
from club.refusals import Code
from club.support import Place
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.volunteers.sessions import about, for_volunteer
from handlers.volunteers.take_session import speaks_it, to_board, who_comes_now
from messages import everywhere
from messages.cards import Card
from messages.presses import ScreenPress, StartPress
from messages.volunteers import sessions as words_of
from messages.volunteers import swap_session as say
from storage.changes.volunteers.swap_session import (
    OfferPlace,
    PlaceNotTaken,
    PlaceOffered,
    PlaceTakenOver,
    RefusePlace,
    TakeOverPlace,
)
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.volunteers.sessions import Session, mine_of, session, signed_up
from storage.queries.volunteers.swaps import Swap, swap
from storage.queries.volunteers.volunteers import Volunteer, volunteers_near

MOST_NAMED = 12
ANYBODY = 0


@dialogue("offer_place", title=say.title, about=1)
async def offer_place(ask: Ask, me: Visitor) -> OfferPlace | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    found = await _my_place(me)
    if isinstance(found, Said):
        return found
    near = await read(_who_could_go, found, me.person)
    if not near:
        return Said(say.nobody_near())
    names = {each.person_id: each.name for each in near[:MOST_NAMED]}
    to = await ask.choice(
        "to",
        say.whom(),
        among=[ANYBODY, *names],
        shown_as=lambda each: say.anybody() if each == ANYBODY else everywhere.plain(names[each]),
    )
    return OfferPlace(found.id, to or None)


async def _my_place(me: Visitor) -> Session | Said:
    """The session of the subject, in which she has a place and nobody waits in line."""
    found = await read(session, int(me.subject)) if me.subject.isdecimal() else None
    if found is None or found.state == "cancelled":
        return said_no(Code.NOT_FOUND)
    if found.begins <= me.now:
        return said_no(Code.SESSION_BEGUN)
    mine = mine_of(await read(signed_up, found.id), me.person_id)
    if mine is None or mine.place is not Place.TAKING:
        return said_no(Code.NOTHING_WAITING)
    return said_no(Code.SOMEBODY_WAITS) if found.waiting else found


def _who_could_go(db: Connection, of: Session, but_not: int) -> list[Volunteer]:
    """Volunteers near who have no place in it."""
    there = {each.person_id for each in signed_up(db, of.id)} | {but_not}
    near = volunteers_near(db, of.club_id, of.hamlet, of.topic, language=of.language)
    return [each for each in near if each.person_id not in there]


@after(PlaceOffered)
def place_offered(fact: PlaceOffered, me: Visitor, db: Connection) -> Told:
    offered, of = fact.swap, fact.session
    asked = say.can_you_go(offered.name, about(of, address=False))
    goes = (StartPress("take_over_place", str(offered.id)), say.i_go())
    cannot = (StartPress("refuse_place", str(offered.id)), say.i_cannot())
    told: tuple[tuple[int, Card], ...]
    if offered.offered_to is not None:
        told = ((offered.offered_to, news(asked, goes, cannot)),)
    else:
        told = tuple(
            (each.person_id, news(asked, goes)) for each in _who_could_go(db, of, me.person)
        )
    return Told(closing(say.offered(len(told))), told)


@dialogue("take_over_place", title=say.take_title, about=1)
async def take_over_place(ask: Ask, me: Visitor) -> TakeOverPlace | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    offered, found = await read(_offer, me.subject)
    if offered is None or found is None or offered.offered_to not in {None, me.person_id}:
        return said_no(Code.NOT_FOUND)
    if offered.state != "open" or found.begins <= me.now:
        return said_no(Code.NOTHING_WAITING)
    speaks = await speaks_it(ask, me, found)
    if speaks is None:
        return said_no(Code.LANGUAGE_NEEDED)
    sure = await ask.yes_or_no("sure", say.sure_to_go(found.day, found.at, found.hamlet))
    return TakeOverPlace(offered.id, speaks) if sure else Said(say.stays_so())


def _offer(db: Connection, number: str) -> tuple[Swap | None, Session | None]:
    offered = swap(db, int(number)) if number.isdecimal() else None
    return offered, None if offered is None else session(db, offered.session_id)


@after(PlaceTakenOver)
def place_taken_over(fact: PlaceTakenOver, me: Visitor, db: Connection) -> Told:
    """Whoever had the place, the board and the older people hear who goes now."""
    of, who = fact.session, fact.volunteer
    reply = for_volunteer(me, db, of, who, say.taken_over())
    gone = news(say.went_to(who.name, of.day))
    hears = say.board_hears(fact.before.name, who.name, words_of.topic(of.topic), of.day)
    look = (ScreenPress("session", str(of.id)), words_of.look())
    swapped = to_board(of, news(hears, look), me, db)
    board = {person_id for person_id, _ in swapped}
    coming = who_comes_now(of, who, me, db)
    helped = tuple((each, card) for each, card in coming if each not in board or not who.vouched)
    return Told(reply, ((fact.before.person_id, gone), *swapped, *helped))


@dialogue("refuse_place", title=say.cannot_title, about=1)
async def refuse_place(ask: Ask, me: Visitor) -> RefusePlace | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    if not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    return RefusePlace(int(me.subject))


@after(PlaceNotTaken)
def place_not_taken(fact: PlaceNotTaken, me: Visitor, db: Connection) -> Told:
    told = news(say.said_no(name_of(db, me.person), fact.session.day))
    return Told(closing(say.no_noted()), ((fact.swap.person_id, told),))
