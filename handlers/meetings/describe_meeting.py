"""What a planned meeting's talk is about and what to bring, said after it was planned."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.meetings.for_many import text_for_many
from handlers.meetings.move_meeting import meeting_meant
from handlers.meetings.plan_meeting import asked_talk
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.meetings import plan_meeting as say
from storage.changes.meetings.describe_meeting import DescribeMeeting, MeetingDescribed
from storage.queries import Connection


@dialogue("describe_meeting", title=say.describe_title, about=3)
async def describe_meeting(ask: Ask, me: Visitor) -> DescribeMeeting | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    planned = await read(meeting_meant, me)
    if planned is None:
        return Said(say.nothing_to_move())
    talk = await asked_talk(ask, me, planned.day)
    bring = await text_for_many(ask, "bring", say.bring_what(), may_skip=True)
    if not await ask.confirm("agreed", say.describe_read_back(planned.day, talk, bring)):
        return Said(say.stays())
    return DescribeMeeting(planned.id, talk, bring)


@after(MeetingDescribed)
def meeting_described(fact: MeetingDescribed, me: Visitor, db: Connection) -> Told:
    """The members read it when they are asked and reminded."""
    return Told(closing(say.described(fact.meeting.day)))
