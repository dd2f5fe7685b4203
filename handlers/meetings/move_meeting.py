"""The board moves a planned meeting, or calls it off; the members are told."""

from collections.abc import Collection, Sequence

from club.calendar import ONE_DAY
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.meetings.for_many import text_for_many
from handlers.meetings.plan_meeting import free_day, time_and_place
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import meeting_calendar as say_calendar
from messages.meetings import meetings as words_of
from messages.meetings import plan_meeting as say
from messages.moments import Moment
from messages.presses import ScreenPress, StartPress
from storage.changes.meetings.move_meeting import (
    CancelMeeting,
    MeetingCancelled,
    MeetingMoved,
    MoveMeeting,
)
from storage.queries import Connection
from storage.queries.helping.helping import those_reached
from storage.queries.meetings.meetings import (
    Invited,
    Meeting,
    invited,
    meeting,
    next_meeting,
    planned_days,
)

# From then on every member has been asked, so every member is told.
ASKED_BEFORE = 3 * ONE_DAY


@dialogue("move_meeting", title=say.move_title, about=3)
async def move_meeting(ask: Ask, me: Visitor) -> MoveMeeting | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    planned = await read(meeting_meant, me)
    if planned is None:
        return Said(say.nothing_to_move())
    taken = [each for each in await read(planned_days, me.club_id, me.today) if each != planned.day]
    day = await free_day(ask, me, say.move_to_which_day(planned.day), taken)
    if day is None:
        return said_no(Code.DAY_PAST)
    at, place = planned.at, planned.place
    if not await ask.yes_or_no("as_planned", say.still_then_and_there(at, place)):
        at, place = await time_and_place(ask, me)
    if not await ask.confirm("agreed", say.move_read_back(planned.day, day, at, place)):
        return Said(say.stays())
    return MoveMeeting(planned.id, day, at, place)


@dialogue("cancel_meeting", title=say.cancel_title, about=2)
async def cancel_meeting(ask: Ask, me: Visitor) -> CancelMeeting | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    planned = await read(meeting_meant, me)
    if planned is None:
        return Said(say.nothing_to_move())
    why = await text_for_many(ask, "why", say.why_cancel(planned.day))
    if not await ask.confirm("agreed", say.cancel_read_back(planned.day, why)):
        return Said(say.stays())
    return CancelMeeting(planned.id, why)


def meeting_meant(db: Connection, me: Visitor) -> Meeting | None:
    found = next_meeting(db, me.club_id, me.now)
    if me.subject.isdecimal():
        found = meeting(db, me.club_id, int(me.subject))
    return found if found is not None and found.state == "planned" else None


@after(MeetingMoved)
def meeting_moved(fact: MeetingMoved, me: Visitor, db: Connection) -> Told:
    """Whoever has answered or been asked hears of it, and can answer anew with one tap."""
    told = _to_tell(db, fact.before, me)
    heard = those_reached(db, [each.person_id for each in told], me.today)
    said = say.takes_place(fact.day) if told and not heard else say.moved(fact.day, len(heard))
    reply = closing(_with_the_others(said, told, heard))
    return Told(reply, tuple((each.person_id, _moved(fact, each)) for each in told))


def _with_the_others(said: Moment, told: Sequence[Invited], heard: Collection[int]) -> Moment:
    """Whoever has no phone is named, so that somebody goes and says it."""
    others = [each.name for each in told if each.person_id not in heard]
    return say.to_be_told(said, others) if others else said


def _moved(fact: MeetingMoved, member: Invited) -> Card:
    answer = "" if member.answer is None else words_of.ANSWER_LABELS[member.answer]()
    moved = say.moved_to(fact.before.day, fact.day, fact.at, fact.place, answer)
    return words_of.invitation(fact.before.id, moved)


@after(MeetingCancelled)
def meeting_cancelled(fact: MeetingCancelled, me: Visitor, db: Connection) -> Told:
    """Whoever has answered or been asked hears that it does not take place, and why."""
    called_off = news(
        say.does_not_take_place(fact.meeting.day, fact.why),
        (ScreenPress("calendar", str(fact.meeting.id)), say_calendar.out_of_calendar()),
        (ScreenPress("menu"), everywhere.menu_word()),
    )
    told = _to_tell(db, fact.meeting, me)
    heard = those_reached(db, [each.person_id for each in told], me.today)
    day = fact.meeting.day
    said = say.is_called_off(day) if told and not heard else say.cancelled(day, len(heard))
    reply = closing(_with_the_others(said, told, heard))
    return Told(reply, tuple((each.person_id, called_off) for each in told))


def _to_tell(db: Connection, before: Meeting, me: Visitor) -> list[Invited]:
    """Those who answered; once the question has gone out to all, everybody. Not whoever did it."""
    everybody = before.day - me.today <= ASKED_BEFORE
    return [
        each
        for each in invited(db, before)
        if each.person_id != me.person_id and (everybody or each.answer is not None)
    ]


entrance(
    StartPress("move_meeting"),
    label=say.move_title,
    open_to=lambda me: me.may(Action.PLAN_MEETING),
    command="doingayhop",
    words=(
        *("dời buổi họp", "dời ngày họp", "dời họp", "dời buổi sinh hoạt", "hoãn họp"),
        *("hoãn buổi họp", "chuyển ngày họp", "đổi ngày họp", "đổi ngày sinh hoạt"),
        "move the meeting",
    ),
    in_menu=False,
)
entrance(
    StartPress("cancel_meeting"),
    label=say.cancel_title,
    open_to=lambda me: me.may(Action.PLAN_MEETING),
    command="huybuoihop",
    words=(
        *("hủy buổi họp", "hủy họp", "hủy buổi sinh hoạt", "bỏ buổi họp", "không họp nữa"),
        "call off the meeting",
    ),
    in_menu=False,
)
