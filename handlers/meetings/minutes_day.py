"""The day of the meeting that decided, and whether its minutes can be read."""

from datetime import date

from handlers.dialogue.asking import Ask, read
from handlers.dialogue.visitor import Visitor
from messages.loans import loan_minutes as say
from messages.loans import loan_votes as say_vote
from messages.moments import Moment
from storage.queries import Connection
from storage.queries.meetings.minutes_on_day import last_day_with_minutes, minutes_state_on


async def day_of_minutes(ask: Ask, me: Visitor) -> date:
    """The last meeting with minutes is offered first, then today."""
    last = await read(last_day_with_minutes, me.club_id, me.today)
    offers = [me.today] if last in {None, me.today} else [last, me.today]
    return await ask.day("minutes", say_vote.minutes_of(), ahead=False, offers=offers)


def with_minutes(db: Connection, club_id: int, day: date, described: Moment) -> Moment:
    """What was decided, with a line on the minutes of that day as they stand now."""
    return say.with_state(described, day, minutes_state_on(db, club_id, day).value)
