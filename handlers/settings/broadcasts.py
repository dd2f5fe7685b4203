"""How far words to many have come; their sender holds them, lets them go on, or stops them."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from club.broadcasts import ORDERS
from club.calendar import VIETNAM
from club.members import Action
from club.refusals import Code
from club.reminders import Kind, may_go_out
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.life.home_care import number_in
from handlers.menus import on_page
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import broadcast_progress as say
from messages.settings.broadcasts import list_title, title
from storage.changes.settings.send_broadcast import BroadcastSteered, SteerBroadcast
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.settings.broadcasts import Broadcast, broadcast, progress, recent_broadcasts

LISTED = timedelta(days=30)


def _is_hers(found: Broadcast | None, me: Visitor) -> bool:
    if found is None or me.person_id is None:
        return False
    if found.club_id is None:
        return found.sent_by == me.person_id
    of_club = me.membership is not None and found.club_id == me.membership.club_id
    return of_club and me.may(Action.SEND_BROADCAST)


@screen("broadcasts")
def broadcasts(me: Visitor, db: Connection, argument: str) -> Card:
    """Those of the last days, the newest first."""
    if me.person_id is None:
        return shown_no(Code.NOT_ALLOWED)
    club_id = me.club_id if me.may(Action.SEND_BROADCAST) else None
    found = recent_broadcasts(db, club_id=club_id, sender=me.person, since=me.now - LISTED)
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("broadcast", str(each.id)), _line(each)) for each in found
    ]
    if club_id is not None:
        ways.append((StartPress("broadcast"), title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    body = say.which() if found else say.none()
    return Card(body, choices=choices(on_page("broadcasts", argument, ways)))


def _line(each: Broadcast) -> Moment:
    return say.line(each.said_on, each.sender, each.state.value)


@screen("broadcast")
def one_broadcast(me: Visitor, db: Connection, argument: str) -> Card:
    """One of them, "sent 120/340", with what can be done about it."""
    number = number_in(argument)
    found = None if number is None else broadcast(db, number)
    if found is None or not _is_hers(found, me):
        return shown_no(Code.NOT_FOUND)
    far = progress(db, found.id)
    zone = VIETNAM.key if found.club_id is None else club(db, found.club_id).timezone
    body = say.status(
        found.said_on,
        found.sender,
        found.state.value,
        sent=far.sent,
        people=far.people,
        on_its_way=far.on_its_way,
        to_phone=far.to_phone,
        unknown=far.unknown,
        cancelled=far.cancelled,
        night=not may_go_out(Kind.NEWS, me.now.astimezone(ZoneInfo(zone))),
    )
    ways: list[tuple[Press, Moment]] = []
    if ORDERS[found.state]:
        ways.append((ScreenPress("broadcast", str(found.id)), say.look_again()))
        ways.append((StartPress("steer_broadcast", str(found.id)), say.steer_title()))
    if found.club_id is not None and far.to_phone + far.unknown:
        ways.append((ScreenPress("to_phone"), say.whom_to_phone()))
    ways.append((ScreenPress("broadcasts"), list_title()))
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(body, choices=choices(ways))


@dialogue("steer_broadcast", title=say.steer_title, about=1)
async def steer_broadcast(ask: Ask, me: Visitor) -> SteerBroadcast | Said:
    number = number_in(me.subject)
    if number is None:
        return said_no(Code.NOT_FOUND)
    found = await read(broadcast, number)
    if found is None or not _is_hers(found, me):
        return said_no(Code.NOT_FOUND)
    orders = ORDERS[found.state]
    if not orders:
        return said_no(Code.NOTHING_WAITING)
    order = await ask.choice(
        "order",
        say.which_order(),
        among=orders,
        shown_as=lambda each: say.order(each.value),
        key=lambda each: each.value,
    )
    return SteerBroadcast(found.id, order)


@after(BroadcastSteered)
def broadcast_steered(fact: BroadcastSteered, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("broadcast", str(fact.broadcast_id)), say.how_far()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.steered(fact.order.value), choices=choices(ways)))


entrance(
    ScreenPress("broadcasts"),
    label=list_title,
    open_to=lambda me: me.person_id is not None,
    command="tindagui",
    words=("tin đã nhắn", "đã nhắn đến đâu", "messages to many"),
)
