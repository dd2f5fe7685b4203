"""The board answers a meeting for a member without a phone, and asks for a lift for her."""

from club.meetings import Answer
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.offered import offered_text
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.meetings.answer_meeting import meeting_meant, what_is_over
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say
from messages.meetings import meetings as words_of
from messages.presses import StartPress
from messages.understand.people import ways_to_name
from storage.changes.meetings.answer_meeting import AnswerMeeting
from storage.queries.helping.witnesses import without_phone
from storage.queries.members.offices import Candidate


@dialogue("answer_for", title=say.answer_for_title, about=3)
async def answer_for(ask: Ask, me: Visitor) -> AnswerMeeting | Said | Card:
    """Its subject is nothing, or the number of a meeting."""
    if not me.may(Action.TAKE_ROLL):
        return said_no(Code.NOT_ALLOWED)
    meeting = await read(meeting_meant, me, me.subject)
    if meeting is None:
        return Said(say.none_planned())
    over = await read(what_is_over, me, meeting)
    if over is not None:
        return over
    silent = await read(without_phone, me.club_id)
    if not silent:
        return Said(say.nobody_without_phone())
    whom = await ask.choice(
        "whom",
        say.answer_for_whom(meeting.day),
        among=silent,
        shown_as=lambda each: everywhere.plain(each.name),
        key=lambda each: each.member_id,
        said_as=lambda each: ways_to_name(each.name),
    )
    answer, reason = await _said(ask, whom)
    return AnswerMeeting(meeting.id, answer, reason, whom.member_id)


async def _said(ask: Ask, whom: Candidate) -> tuple[Answer, str]:
    answer = await ask.choice(
        "answer",
        say.will_she_come(whom.name),
        among=tuple(Answer),
        shown_as=lambda each: say.their_answer(each.value),
        key=lambda each: each.value,
    )
    if answer is not Answer.NO:
        return answer, ""
    offers, shown = words_of.REASONS, words_of.reason
    return answer, await offered_text("reason", words_of.why_not(), offers=offers, shown_as=shown)


entrance(
    StartPress("answer_for"),
    label=say.answer_for_title,
    open_to=lambda me: me.may(Action.TAKE_ROLL),
    command="traloithay",
    words=("trả lời họp thay", "xin chở giúp người khác", "answer the meeting for"),
    in_menu=False,
)
