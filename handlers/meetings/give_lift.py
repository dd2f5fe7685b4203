"""Taking others along to the meeting; whoever rides along lets her number be seen; the board's
view of who rides with whom.
"""

from club.lifts import MOST_SEATS
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.meetings.answer_meeting import meeting_meant, what_is_over
from handlers.meetings.lifts_said import lifts_told, planners_told, traveller
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say_attendance
from messages.meetings import lifts as say
from messages.meetings import meetings as words_of
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.lifts import LiftOffered, LiftPhoneShown, OfferLift, ShowLiftPhone
from storage.queries import Connection
from storage.queries.meetings.lifts import Lift, Lifts, Offer, lifts_to, offer_of, phone_of
from storage.queries.meetings.meetings import Meeting, meeting

SEATS = (1, 2, 3, 0)


@dialogue("give_lift", title=say.title, about=2)
async def give_lift(ask: Ask, me: Visitor) -> OfferLift | Said | Card:
    """Its subject is nothing, a meeting, or "12 0" to take nobody along any more."""
    if not me.may(Action.ANSWER_MEETING):
        return said_no(Code.NOT_ALLOWED)
    number, _, carried = me.subject.partition(" ")
    going = await read(meeting_meant, me, number)
    if going is None:
        return Said(words_of.none_planned())
    over = await read(what_is_over, me, going)
    if over is not None:
        return over
    if carried == "0":
        return OfferLift(going.id, 0)
    offer = await read(_offer, me, going)
    waits = len((await read(lifts_to, going)).waiting)
    seats = await ask.choice(
        "seats",
        say.how_many(going.day, waits, offer.seats if offer else 0),
        among=SEATS,
        shown_as=say.seats,
    )
    phone = await read(phone_of, me.person)
    shares = bool(seats and phone) and await ask.may_i("phone", say.show_phone(phone))
    return OfferLift(going.id, min(seats, MOST_SEATS), shares)


def _offer(db: Connection, me: Visitor, going: Meeting) -> Offer | None:
    mine = next(each for each in me.memberships if each.club_id == going.club_id)
    return offer_of(db, going.id, mine.member_id)


@after(LiftOffered)
def lift_offered(fact: LiftOffered, me: Visitor, db: Connection) -> Told:
    told = lifts_told(fact.meeting, fact.changes, me.person)
    told += planners_told(db, fact.meeting, fact.changes.without, me)
    if not fact.seats:
        return Told(closing(say.taken_back(fact.meeting.day)), tuple(told))
    riders = [traveller(each) for each in fact.riders]
    body = say.offered(fact.meeting.day, fact.seats, riders)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("give_lift", str(fact.meeting.id)), words_of.change_answer()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(body, choices=choices(ways)), tuple(told))


@dialogue("lift_phone", title=say.show_mine, about=1)
async def lift_phone(ask: Ask, me: Visitor) -> ShowLiftPhone | Said | Card:
    if not me.may(Action.ANSWER_MEETING):
        return said_no(Code.NOT_ALLOWED)
    going = await read(meeting_meant, me, me.subject)
    if going is None:
        return Said(words_of.none_planned())
    over = await read(what_is_over, me, going)
    if over is not None:
        return over
    lift = await read(_my_lift, me, going)
    phone = await read(phone_of, me.person)
    if lift is None or not phone:
        return Said(say.no_phone() if lift else say.no_lift_agreed())
    if not await ask.may_i("agreed", say.show_to(lift.driver.name, phone)):
        return Said(say.not_shown())
    return ShowLiftPhone(going.id)


def _my_lift(db: Connection, me: Visitor, going: Meeting) -> Lift | None:
    agreed = lifts_to(db, going).agreed
    return next((each for each in agreed if each.rider.person_id == me.person), None)


@after(LiftPhoneShown)
def lift_phone_shown(fact: LiftPhoneShown, me: Visitor, db: Connection) -> Told:
    rider, driver = fact.lift.rider, fact.lift.driver
    heard = news(say.rider_phone(rider.name, rider.phone))
    return Told(closing(say.phone_shown(driver.name)), ((driver.person_id, heard),))


@screen("lifts")
def lifts(me: Visitor, db: Connection, argument: str) -> Card:
    """For the board: who is still without a lift, and who rides with whom."""
    if not me.may(Action.SEE_ATTENDANCE):
        return shown_no(Code.NOT_ALLOWED)
    shown = meeting(db, me.club_id, int(argument)) if argument.isdecimal() else None
    if shown is None:
        return shown_no(Code.NOT_FOUND)
    found: Lifts = lifts_to(db, shown)
    body = say.page(
        shown.day,
        [say.rides_with(each.rider.name, each.driver.name) for each in found.agreed],
        [say.traveller(each.name, each.hamlet) for each in found.waiting],
    )
    back = (ScreenPress("attendance", str(shown.id)), say_attendance.counts())
    return Card(body, choices=choices([back, (ScreenPress("menu"), everywhere.menu_word())]))


entrance(
    StartPress("give_lift"),
    label=say.title,
    open_to=lambda me: me.may(Action.ANSWER_MEETING),
    command="chonguoi",
    words=("chở người đi họp", "tôi chở được", "cho đi nhờ", "chở hộ người", "give a lift"),
    in_menu=False,
)
