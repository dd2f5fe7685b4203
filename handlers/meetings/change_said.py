"""A planned meeting changed in one sentence: what is said is carried into the dialogue, and
whatever is not said stays as it was planned.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from club.members import Action
from handlers.dialogue.visitor import Visitor
from messages.understand.dates import read_day
from messages.understand.meeting_changes import CANCELLED, MeetingChange, meeting_change
from messages.understand.readings import Either, Value
from storage.queries import Connection
from storage.queries.meetings.meetings import Meeting, planned_after

DAY, HOUR, PLACE = "day", "hour", "place"

Told = tuple[str, str, Mapping[str, str]]
"""The dialogue to begin, its subject, and what was said already by the names of its questions."""


@dataclass(frozen=True, slots=True)
class ChangeSubject:
    """Which meeting, and which parts of it were said to change; "12 day hour"."""

    meeting: str
    parts: frozenset[str]

    @classmethod
    def of(cls, subject: str) -> "ChangeSubject":
        number, *parts = [*subject.split(), ""]
        return cls(number, frozenset(each for each in parts if each))


def change_said(text: str, me: Visitor, db: Connection) -> Told | None:
    """What a whole message changes of a meeting; None for anything else, or where it may
    not be, or nothing is planned."""
    if not me.may(Action.PLAN_MEETING):
        return None
    change = meeting_change(text, today=me.today)
    if change is None:
        return None
    meant = _meant(change, me, db)
    if meant is None:
        return None
    number = str(meant.id)
    if change.kind == CANCELLED:
        return "cancel_meeting", number, {"why": change.why} if change.why else {}
    carried = _carried(change, meant)
    names = {"day": DAY, "time": HOUR, "place": PLACE}
    return "move_meeting", " ".join([number, *(names[each] for each in carried)]), carried


def _meant(change: MeetingChange, me: Visitor, db: Connection) -> Meeting | None:
    """The one of the day that was named, else the next."""
    planned = planned_after(db, me.club_id, me.now)
    named = [each for each in planned if each.day in _days(change.of_day, me)]
    return next(iter([*named, *planned]), None)


def _days(said: str, me: Visitor) -> tuple[object, ...]:
    match read_day(said, today=me.today, ahead=True):
        case Value(day):
            return (day,)
        case Either(days):
            return days
    return ()


def _carried(change: MeetingChange, meant: Meeting) -> dict[str, str]:
    """What is said of day, hour and place; by how much later it is, as a day or an hour."""
    said = {"day": change.day, "time": change.hour, "place": change.place}
    if change.later:
        then = datetime.combine(meant.day, meant.at) + change.later
        if then.date() != meant.day:
            said["day"] = f"{then.day}/{then.month}/{then.year}"
        if then.time() != meant.at:
            said["time"] = f"{then:%H:%M}"
    return {name: words for name, words in said.items() if words}
