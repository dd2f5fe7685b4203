"""The board plans the next meeting: day, time, place, talk, what to bring."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from club.broadcasts import not_for_all
from club.calendar import ONE_DAY, Month
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.choice_questions import YesNoQuestion
from handlers.dialogue.day_questions import TimeQuestion
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.if_told import IfTold
from handlers.dialogue.offered import offered_text
from handlers.dialogue.question import Heard, Hearing, WithMore
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.known_places import as_club_knows
from handlers.meetings.for_many import text_for_many
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere
from messages.meetings import meetings as words_of
from messages.meetings import plan_meeting as say
from messages.moments import Moment, written
from messages.presses import Press, ScreenPress, StartPress
from messages.settings.broadcasts import again
from messages.talks import subject, suggested
from messages.understand.dates import read_day, read_time
from messages.understand.phrases import text_told
from messages.understand.plain import bare
from messages.understand.readings import Either, Value
from messages.understand.told import TIME_SAID, Piece, stretch_told
from storage.changes.meetings.move_meeting import MoveMeeting
from storage.changes.meetings.plan_meeting import MeetingPlanned, PlanMeeting
from storage.queries import Connection
from storage.queries.meetings.meetings import (
    Meeting,
    newest_meeting,
    planned_days,
    planned_in_month_of,
    usual_days,
)
from storage.queries.members.boards import board
from storage.queries.settings.settings import setting

MOST_TRIES = 5
# The members are asked that long before; of a meeting planned later they hear the next morning.
ASKED_BEFORE = 3 * ONE_DAY
NO_TALK = "skip"
THERE = ("move", "both", "keep")


_TALK_CUES = ("nói chuyện về", "nói về", "bàn về", "bàn", "chủ đề", "nội dung", "about")
_BRING_CUES = ("mang theo", "nhớ mang", "mang", "bring")
_PLACE_CUES = ("ở", "tại", "at")


@dataclass(frozen=True, slots=True)
class UsualQuestion(YesNoQuestion):
    """Whether hour and place are as usual; no, where a sentence before has said another."""

    at: time | None = None
    place: str = ""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        """ "Như cũ" and the same hour are a yes; another hour is a no that tells the hour."""
        heard = YesNoQuestion.hear(self, text, hearing)
        if isinstance(heard, Value):
            return heard
        if _AS_BEFORE.search(bare(text)):
            return Value(True)
        hour = asked_hour.hear(text, hearing) if self.at is not None else None
        if self.at is None or not isinstance(hour, Value):
            return heard
        same = hour.value == self.at.isoformat("minutes")
        return Value(True) if same else WithMore(False, {"time": text})

    def found_in(self, words: Sequence[str], hearing: Hearing) -> Piece | None:
        hour = stretch_told(words, lambda text: asked_hour.hear(text, hearing), TIME_SAID)
        where = text_told(words, _PLACE_CUES)
        other_hour = self.at is not None and hour is not None and not self._is_at(hour)
        if other_hour or (where is not None and bare(where.readings[0]) != bare(self.place)):
            return Piece(0, 0, (False,))
        return None

    def _is_at(self, hour: Piece) -> bool:
        return self.at is not None and self.at.isoformat("minutes") in hour.readings


_AS_BEFORE = re.compile(
    r"\b(?:nhu (?:cu|moi khi|lan truoc|thuong le|truoc)|(?:cho|gio|noi) cu|van (?:the|vay|nhu cu)"
    r"|same (?:place|time)|as (?:usual|before|last time))\b"
)
asked_hour = TimeQuestion("time", say.what_time())


@dialogue("plan_meeting", title=say.title, about=6)
async def plan_meeting(ask: Ask, me: Visitor) -> PlanMeeting | MoveMeeting | Said | Redo:
    if not me.may(Action.PLAN_MEETING):
        return said_no(Code.NOT_ALLOWED)
    taken = await read(planned_days, me.club_id, me.today)
    day = await free_day(ask, me, say.which_day(), taken)
    if day is None:
        return said_no(Code.DAY_PAST)
    said = await _said(ask, me)
    there = await read(planned_in_month_of, me.club_id, day, me.today)
    if there is not None:
        what = await ask.choice(
            "there", say.another_there(there.day, day), among=THERE, shown_as=say.with_another_there
        )
        if what != "both":
            return Said(say.stays()) if what == "keep" else await _moved(ask, there, day, said)
    at, place = await _usual_time_and_place(ask, me, said)
    talk = await asked_talk(ask, me, day)
    if _looks_like_when(talk, me) and not await ask.is_it_so("talk_sure", say.is_it_talk(talk)):
        return Redo(("talk", "talk_sure"))
    bring = await text_for_many(ask, "bring", say.bring_what(), may_skip=True, cues=_BRING_CUES)
    if not await ask.confirm("agreed", say.read_back(day, at, place, talk, bring)):
        return await _what_is_wrong(ask)
    return PlanMeeting(day, at, place, talk, bring)


async def _said(ask: Ask, me: Visitor) -> tuple[time | None, str]:
    """Hour and place as a sentence told them, before it is asked what becomes of another day."""
    at = await IfTold(ask.time("told_time", say.what_time()))
    place = await IfTold(ask.text("told_place", say.where(), cues=_PLACE_CUES)) or ""
    return at, "" if not_for_all(place) else await as_club_knows(me, place)


async def _moved(
    ask: Ask, there: Meeting, day: date, said: tuple[time | None, str]
) -> MoveMeeting | Said:
    """The one that is there moves to this day, at its hour and place if no others were said."""
    at, place = there.at if said[0] is None else said[0], said[1] or there.place
    if not await ask.confirm("moved", say.move_read_back(there.day, day, at, place)):
        return Said(say.stays())
    return MoveMeeting(there.id, day, at, place)


async def asked_talk(ask: Ask, me: Visitor, day: date) -> str:
    """The subject of the talk: typed, one of those suggested for the month, or none yet."""
    offers = (*suggested(Month.of(day)), NO_TALK)
    said = await offered_text(
        "talk", say.what_talk(), offers=offers, shown_as=_talk_shown, cues=_TALK_CUES
    )
    if said == NO_TALK:
        return ""
    wrong = not_for_all(said)
    if wrong is not None:
        return await text_for_many(ask, "other_talk", again(wrong.value), may_skip=True)
    return written(subject(said), me.words)


def _talk_shown(key: str) -> Moment:
    return everywhere.skip() if key == NO_TALK else subject(key)


def _looks_like_when(talk: str, me: Visitor) -> bool:
    """Whether what was typed for the talk is a time or a day: an answer to another question."""
    readings = (read_time(talk), read_day(talk, today=me.today, ahead=True))
    return any(isinstance(each, Value | Either) for each in readings)


async def free_day(
    ask: Ask, me: Visitor, prompt: Moment, taken: Sequence[date], *, named: str = "day"
) -> date | None:
    """A day from today on without a meeting; None after several that were not."""
    offers = await read(usual_days, me.club_id, me.today)
    for name in day_questions(named):
        day = await ask.day(name, prompt, offers=offers)
        if day < me.today:
            prompt = say.day_is_past(day)
        elif day in taken:
            prompt = say.day_is_taken(day)
        else:
            return day
    return None


def day_questions(named: str = "day") -> list[str]:
    """The names under which the day is asked: once more for each day that could not be."""
    return [named, *(f"{named}_{tries}" for tries in range(2, MOST_TRIES + 1))]


async def _usual_time_and_place(
    ask: Ask, me: Visitor, said: tuple[time | None, str]
) -> tuple[time, str]:
    at, place = said
    if at is not None and place:
        return at, place
    last = await read(newest_meeting, me.club_id)
    if last is not None and at in {None, last.at} and bare(place) in {"", bare(last.place)}:
        as_usual = say.as_usual(last.at, last.place)
        if await UsualQuestion("as_usual", as_usual, at=last.at, place=last.place):
            return last.at, last.place
    return await time_and_place(ask, me, at=at, place=place)


async def time_and_place(
    ask: Ask, me: Visitor, *, at: time | None = None, place: str = ""
) -> tuple[time, str]:
    """When and where, asked one after the other; the usual place only needs a yes."""
    if at is None:
        at = await ask.time("time", say.what_time())
    if place:
        return at, place
    usual = await read(setting, me.club_id, "meeting_place", me.today)
    if usual and await UsualQuestion("usual_place", say.at_usual_place(usual), place=str(usual)):
        return at, str(usual)
    typed = await text_for_many(ask, "place", say.where(), cues=_PLACE_CUES)
    return at, await as_club_knows(me, typed)


async def _what_is_wrong(ask: Ask) -> Redo:
    parts = ("day", "hour", "talk", "bring")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    again = {
        "day": [*day_questions(), "there", "moved"],
        "hour": ["told_time", "told_place", "as_usual", "time", "usual_place", "place"],
        "talk": ["talk", "talk_sure"],
    }
    return Redo((*again.get(wrong, [wrong]), "wrong", "agreed"))


@waiting
def no_meeting_planned(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """A club meets every month, so one meeting is always planned."""
    if not me.may(Action.PLAN_MEETING) or planned_days(db, me.club_id, me.today):
        return []
    return [(StartPress("plan_meeting"), say.title())]


@after(MeetingPlanned)
def meeting_planned(fact: MeetingPlanned, me: Visitor, db: Connection) -> Told:
    """The board hears of it; the members are asked three days before, or at once."""
    planned = news(
        say.board_hears(fact.day, fact.at, fact.place),
        (ScreenPress("attendance", str(fact.meeting_id)), words_of.see_answers()),
    )
    others = [each.person_id for each in board(db, fact.club_id, me.today)]
    told = tuple((each, planned) for each in others if each != me.person_id)
    soon = fact.day - me.today < ASKED_BEFORE
    return Told(closing((say.planned_soon if soon else say.planned)(fact.day)), told)


entrance(
    StartPress("plan_meeting"),
    label=say.title,
    open_to=lambda me: me.may(Action.PLAN_MEETING),
    command="lichhop",
    words=(
        *("lịch họp", "hẹn ngày họp", "lên lịch", "lên lịch họp", "lập lịch", "lập lịch họp"),
        *("lập lịch sinh hoạt", "plan a meeting", "plan the meeting"),
    ),
)
