"""A member says whether she comes to the meeting; one tap on the reminder is enough."""

from datetime import date

from club.meetings import Answer
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.choice_questions import no_other_words
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.meetings.answers_said import answered_for
from handlers.meetings.coming_question import AFTER_ALL, ComingQuestion, WhyNotQuestion
from handlers.meetings.lifts_said import lifts_told, planners_told, rider_ways, traveller
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import lifts as say_lifts
from messages.meetings import meeting_calendar as say_calendar
from messages.meetings import meetings as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.answer_meeting import AnswerMeeting, MeetingAnswered
from storage.queries import Connection
from storage.queries.meetings.lifts import Traveller, lifts_to
from storage.queries.meetings.meetings import (
    Meeting,
    answer_of,
    meeting_by_number,
    next_meeting,
    planned_after,
)

LONGEST_REASON = 200
WHY, DAY, REASON_SAID, LATE, OTHERS = "why", "on:", "said", "late", "others"


@dialogue("meeting", title=say.title, about=2)
async def answer_meeting(ask: Ask, me: Visitor) -> AnswerMeeting | Said | Card:
    """Its subject is nothing, "12", "12 yes", or "12 why" to add the reason of a no; of what was
    typed "next no on:2026-11-24 said": for which day, and that the reason is said.
    """
    if not me.may(Action.ANSWER_MEETING):
        return said_no(Code.NOT_ALLOWED)
    number, carried, *more = [*me.subject.split(), "", ""]
    days = [date.fromisoformat(each.removeprefix(DAY)) for each in more if each.startswith(DAY)]
    meeting = await read(meeting_meant, me, number, tuple(days))
    if meeting is None:
        return Said(say.none_planned())
    over = await read(what_is_over, me, meeting)
    if over is not None:
        return over
    if days and meeting.day not in days:
        # Another day was named than that of any meeting: what she means she says herself.
        carried = ""
    if carried in set(Answer):
        return await _with_reason(meeting, Answer(carried), asked=REASON_SAID in more)
    answer = Answer.NO if carried == WHY else await _answer(me, meeting)
    return await _with_reason(meeting, answer, asked=answer is Answer.NO)


def meeting_meant(
    db: Connection, me: Visitor, number: str, days: tuple[date, ...] = ()
) -> Meeting | None:
    """The meeting with this number in a club of hers, or her club's next one, or the one planned
    on one of these days.
    """
    if not number.isdecimal():
        following = next_meeting(db, me.club_id, me.now)
        planned = planned_after(db, me.club_id, me.now)
        return next((each for each in planned if each.day in days), following)
    found = meeting_by_number(db, int(number))
    mine = {each.club_id for each in me.memberships if each.state == "member"}
    return found if found is not None and found.club_id in mine else None


def what_is_over(db: Connection, me: Visitor, meeting: Meeting) -> Said | Card | None:
    """What an old message is answered: its meeting is over or called off, and what comes next."""
    if meeting.state == "cancelled":
        said = say.was_called_off(meeting.day)
    elif meeting.begins > me.now and meeting.state == "planned":
        return None
    elif meeting.day >= me.today:
        return said_no(Code.MEETING_BEGUN)
    else:
        said = say.is_over(meeting.day)
    following = next_meeting(db, meeting.club_id, me.now)
    menu: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())
    if following is None:
        return Card(said, choices=choices([menu]))
    answer = (StartPress("meeting", str(following.id)), say.answer_for(following.day))
    return Card(said, choices=choices([answer, menu]))


async def _answer(me: Visitor, meeting: Meeting) -> Answer:
    question = say.will_you_come(
        meeting.day, meeting.at, meeting.place, meeting.talk, meeting.bring
    )
    before = await read(_answered_before, me, meeting)
    if before is not None:
        question = say.your_answer(question, say.ANSWER_LABELS[before]())
    return await ComingQuestion(
        "answer",
        question,
        tuple(Answer),
        lambda each: say.ANSWER_LABELS[each](),
        lambda each: each.value,
        no_other_words,
    )


def _answered_before(db: Connection, me: Visitor, meeting: Meeting) -> Answer | None:
    mine = next(each for each in me.memberships if each.club_id == meeting.club_id)
    found = answer_of(db, meeting.id, mine.member_id)
    return None if found is None else found[0]


async def _with_reason(meeting: Meeting, answer: Answer, *, asked: bool) -> AnswerMeeting:
    """Asked for the reason of a no, she may still say that she comes after all."""
    if not asked:
        return AnswerMeeting(meeting.id, answer, "")
    reason = await WhyNotQuestion("reason", say.why_not(), say.REASONS, say.reason, LONGEST_REASON)
    if reason.startswith(AFTER_ALL):
        return AnswerMeeting(meeting.id, Answer(reason.removeprefix(AFTER_ALL)), "")
    return AnswerMeeting(meeting.id, answer, reason)


@after(MeetingAnswered)
def meeting_answered(fact: MeetingAnswered, me: Visitor, db: Connection) -> Told:
    """She hears what was noted, with whom she rides; the others hear of the lifts it changes."""
    if fact.on_behalf:
        return answered_for(fact, me, db)
    told = lifts_told(fact.meeting, fact.lifts, me.person)
    wants = {each.member_id for each in lifts_to(db, fact.meeting).waiting}
    without = list(fact.lifts.without)
    if fact.member.member_id in wants and fact.member.answer is not Answer.LIFT:
        without.append(_herself(fact))
    told += planners_told(db, fact.meeting, without, me)
    mine = [e for e in fact.lifts.agreed if e.rider.member_id == fact.member.member_id]
    ways = rider_ways(fact.meeting) if mine else _ways(fact)
    said = say_lifts.rider_hears(traveller(mine[0].driver), fact.meeting.day) if mine else None
    noted = say.noted_with(said or _noted(fact), **_said_besides(me))
    return Told(Card(noted, choices=choices(ways)), tuple(told))


def _said_besides(me: Visitor) -> dict[str, bool]:
    """What she has typed with her answer: that she comes late, that others of her house come."""
    words = me.subject.split()
    return {"late": LATE in words, "others": OTHERS in words}


def _herself(fact: MeetingAnswered) -> Traveller:
    return Traveller(fact.member.member_id, fact.member.person_id, fact.member.name, "")


def _ways(fact: MeetingAnswered) -> list[tuple[Press, Moment]]:
    number = str(fact.meeting.id)
    ways: list[tuple[Press, Moment]] = [
        (StartPress("meeting", number), say.change_answer()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    if fact.answer is Answer.NO and not fact.reason:
        ways.insert(0, (StartPress("meeting", f"{number} {WHY}"), say.say_why()))
    if fact.answer is Answer.YES:
        ways.insert(0, (StartPress("give_lift", number), say_lifts.offer()))
        ways.insert(1, (ScreenPress("calendar", number), say_calendar.in_calendar()))
    return ways


def _noted(fact: MeetingAnswered) -> Moment:
    match fact.answer:
        case Answer.YES:
            return say.noted_yes(fact.meeting.day, fact.meeting.at)
        case Answer.LIFT:
            return say.noted_lift(fact.meeting.day, fact.meeting.at)
        case Answer.NO:
            return say.noted_no(fact.meeting.day)


entrance(
    StartPress("meeting"),
    label=say.title,
    open_to=lambda me: me.may(Action.ANSWER_MEETING),
    command="sinhhoat",
    words=("sinh hoạt", "đi sinh hoạt", "đi họp", "buổi sinh hoạt", "meeting"),
)
