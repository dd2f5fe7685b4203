"""What somebody of the board hears who has answered a meeting for a member without a phone."""

from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.meetings.lifts_said import lifts_told, planners_told, traveller
from handlers.notices import Told
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.answer_meeting import MeetingAnswered
from storage.queries import Connection


def answered_for(fact: MeetingAnswered, me: Visitor, db: Connection) -> Told:
    """The board hears with whom she rides, since nothing can be written to her."""
    told = lifts_told(fact.meeting, fact.lifts, me.person)
    told += planners_told(db, fact.meeting, fact.lifts.without, me)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("answer_for", str(fact.meeting.id)), say.answer_next()),
        (ScreenPress("attendance", str(fact.meeting.id)), say.counts()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    name, day = fact.member.name, fact.meeting.day
    body = say.noted_for(name, fact.answer.value, day)
    for each in fact.lifts.agreed:
        if each.rider.member_id == fact.member.member_id:
            body = say.she_rides_with(name, traveller(each.driver), day)
    return Told(Card(body, choices=choices(ways)), tuple(told))
