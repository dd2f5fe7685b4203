"""What those hear who are concerned when lifts to a meeting change."""

from collections.abc import Sequence

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.news import news
from messages import everywhere
from messages.cards import Card
from messages.meetings import lifts as say
from messages.meetings import meetings as words_of
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.lifts import LiftChanges
from storage.queries import Connection
from storage.queries.meetings.lifts import Lift, Traveller
from storage.queries.meetings.meetings import Meeting
from storage.queries.members.boards import holders

Told = tuple[int, Card]


def traveller(who: Traveller) -> Moment:
    """Name, hamlet, and the phone number where it may be shown."""
    return say.traveller(who.name, who.hamlet, who.phone)


def lifts_told(meeting: Meeting, changes: LiftChanges, me: int) -> list[Told]:
    """One message for everybody concerned but the one who caused it."""
    told: list[Told] = []
    for each in changes.agreed:
        told += [(each.driver.person_id, _for_driver(meeting, each))]
        told += [(each.rider.person_id, for_rider(meeting, each))]
    for each in changes.ended:
        told += _of_an_end(meeting, each, changes)
    return [each for each in told if each[0] != me]


def _of_an_end(meeting: Meeting, lift: Lift, changes: LiftChanges) -> list[Told]:
    """Who withdrew is not told: she knows. Who has another lift already heard of that."""
    waits = lift.rider.member_id in {each.member_id for each in changes.without}
    rides = lift.rider.member_id in {each.rider.member_id for each in changes.agreed}
    if rides:
        return []
    if waits:
        ended = say.rider_hears_end(lift.driver.name, meeting.day)
        change = (StartPress("meeting", str(meeting.id)), words_of.change_answer())
        return [(lift.rider.person_id, news(ended, change))]
    return [(lift.driver.person_id, news(say.driver_hears_end(lift.rider.name, meeting.day)))]


def _for_driver(meeting: Meeting, lift: Lift) -> Card:
    return news(
        say.driver_hears(traveller(lift.rider), meeting.day),
        (StartPress("give_lift", f"{meeting.id} 0"), say.no_more()),
        (ScreenPress("menu"), everywhere.menu_word()),
    )


def for_rider(meeting: Meeting, lift: Lift) -> Card:
    """With the way to let the other see her number."""
    return Card(
        say.rider_hears(traveller(lift.driver), meeting.day),
        choices=choices(rider_ways(meeting)),
        numbered=False,
    )


def rider_ways(meeting: Meeting) -> list[tuple[Press, Moment]]:
    return [
        (StartPress("lift_phone", str(meeting.id)), say.show_mine()),
        (StartPress("meeting", str(meeting.id)), words_of.change_answer()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]


def planners_told(
    db: Connection, meeting: Meeting, without: Sequence[Traveller], me: Visitor
) -> list[Told]:
    """Who plans the meeting hears who is without a lift."""
    see = (ScreenPress("lifts", str(meeting.id)), say.see())
    planners = holders(db, meeting.club_id, me.today, "chair", "deputy", "secretary")
    return [
        (person, news(words_of.needs_a_lift(each.name, meeting.day), see))
        for each in without
        for person in planners
        if person not in {me.person_id, each.person_id}
    ]
