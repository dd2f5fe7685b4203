"""The board moves a planned meeting, or calls it off; the members are told."""

from collections.abc import Collection, Sequence

from club.calendar import Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.known_places import as_club_knows
from handlers.meetings.change_said import DAY, HOUR, PLACE, ChangeSubject
from handlers.meetings.for_many import text_for_many
from handlers.meetings.plan_meeting import free_day, time_and_place
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.meetings import meeting_calendar as say_calendar
from messages.meetings import meeting_changes as say_changed
from messages.meetings import meetings as words_of
from messages.meetings import plan_meeting as say
from messages.members import to_phone as say_phone
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
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
    meeting,
    next_meeting,
    other_in_month_of,
    planned_days,
)
from storage.queries.meetings.to_tell import concerned


@dialogue("move_meeting", title=say.move_title, about=3)
async def move_meeting(ask: Ask, me: Visitor) -> MoveMeeting | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    planned = await read(meeting_meant, me)
    if planned is None:
        return Said(say.nothing_to_move())
    said = ChangeSubject.of(me.subject).parts
    day, at, place = planned.day, planned.at, planned.place
    if not said or DAY in said:
        taken = [each for each in await read(planned_days, me.club_id, me.today) if each != day]
        moved = await free_day(ask, me, say.move_to_which_day(day), taken)
        if moved is None:
            return said_no(Code.DAY_PAST)
        day = moved
    if said:
        at = await ask.time("time", say.what_time()) if HOUR in said else at
        if PLACE in said:
            place = await as_club_knows(me, await text_for_many(ask, "place", say.where()))
    elif not await ask.yes_or_no("as_planned", say.still_then_and_there(at, place)):
        at, place = await time_and_place(ask, me)
    read_back = await _read_back(me, planned, MoveMeeting(planned.id, day, at, place))
    if await ask.confirm("agreed", read_back):
        return MoveMeeting(planned.id, day, at, place)
    return await _otherwise(ask, me, planned) if said else Said(say.stays())


async def _read_back(me: Visitor, before: Meeting, to: MoveMeeting) -> Moment:
    """What it comes to; before it, whether a month is left without a meeting or gets two."""
    read_back = say.move_read_back(before.day, to.day, to.at, to.place)
    if Month.of(before.day) == Month.of(to.day):
        return read_back
    left = await read(other_in_month_of, me.club_id, before.day, but_not=before.id)
    there = await read(other_in_month_of, me.club_id, to.day, but_not=before.id)
    empty = Month.of(before.day) if left is None else None
    second = None if there is None else there.day
    return say_changed.months_in_mind(read_back, empty, second) if empty or second else read_back


async def _otherwise(ask: Ask, me: Visitor, planned: Meeting) -> MoveMeeting | Said:
    """What was said in one sentence was not understood rightly: it is asked step by step."""
    if not await ask.yes_or_no("anew", say_changed.shall_i_ask(planned.day)):
        return Said(say.stays())
    taken = [each for each in await read(planned_days, me.club_id, me.today) if each != planned.day]
    prompt = say.move_to_which_day(planned.day)
    day = await free_day(ask, me, prompt, taken, named="other_day")
    if day is None:
        return said_no(Code.DAY_PAST)
    at = await ask.time("other_time", say.what_time())
    place = planned.place
    if not place or not await ask.yes_or_no("same_place", say.at_usual_place(place)):
        place = await as_club_knows(me, await text_for_many(ask, "other_place", say.where()))
    command = MoveMeeting(planned.id, day, at, place)
    agreed = await ask.confirm("agreed_now", await _read_back(me, planned, command))
    return command if agreed else Said(say.stays())


@dialogue("cancel_meeting", title=say.cancel_title, about=2)
async def cancel_meeting(ask: Ask, me: Visitor) -> CancelMeeting | Said:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    planned = await read(meeting_meant, me)
    if planned is None:
        return Said(say.nothing_to_move())
    why = await text_for_many(ask, "why", say.why_cancel(planned.day))
    read_back = say.cancel_read_back(planned.day, why)
    if await read(other_in_month_of, me.club_id, planned.day, but_not=planned.id) is None:
        read_back = say_changed.months_in_mind(read_back, Month.of(planned.day), None)
    if not await ask.confirm("agreed", read_back):
        return Said(say.stays())
    return CancelMeeting(planned.id, why)


def meeting_meant(db: Connection, me: Visitor) -> Meeting | None:
    found = next_meeting(db, me.club_id, me.now)
    number = ChangeSubject.of(me.subject).meeting
    if number.isdecimal():
        found = meeting(db, me.club_id, int(number))
    return found if found is not None and found.state == "planned" else None


@after(MeetingMoved)
def meeting_moved(fact: MeetingMoved, me: Visitor, db: Connection) -> Told:
    """Whoever has answered or been asked hears of it, and can answer anew with one tap."""
    told = _to_tell(db, fact.before, me)
    heard = those_reached(db, [each.person_id for each in told], me.today)
    said = (
        say_changed.takes_place(fact.day) if told and not heard else say.moved(fact.day, len(heard))
    )
    reply = _with_the_others(said, told, heard, me)
    return Told(reply, tuple((each.person_id, _moved(fact, each)) for each in told))


def _with_the_others(
    said: Moment, told: Sequence[Invited], heard: Collection[int], me: Visitor
) -> Card:
    """Whoever has no phone is named, and stands on the list of those to phone."""
    others = [each.name for each in told if each.person_id not in heard]
    if not others:
        return closing(said)
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), everywhere.menu_word())]
    if me.may(Action.SEE_TO_PHONE):
        ways.insert(0, (ScreenPress("to_phone"), say_phone.title()))
    return Card(say_changed.to_be_told(said, others), choices=choices(ways))


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
    said = say_changed.is_called_off(day) if told and not heard else say.cancelled(day, len(heard))
    reply = _with_the_others(said, told, heard, me)
    return Told(reply, tuple((each.person_id, called_off) for each in told))


def _to_tell(db: Connection, before: Meeting, me: Visitor) -> list[Invited]:
    return concerned(db, before, me.today, but_not=me.person)


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
