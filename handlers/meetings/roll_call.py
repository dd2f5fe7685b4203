"""The roll on the day: the list of members, eight a page; whoever is absent is ticked off."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from club.meetings import Answer
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.ticks import ALL_DONE, NEXT_PAGE, Line, ticks
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.meetings.roll_said import marks_told
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere
from messages.cards import Card
from messages.meetings import attendance as say
from messages.meetings import roll as say_roll
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.meetings.take_roll import RollTaken, TakeRoll
from storage.queries import Connection
from storage.queries.meetings.day_words import typed_the_word
from storage.queries.meetings.meetings import (
    Invited,
    Meeting,
    absent_members,
    invited,
    last_meeting,
    meeting,
    meetings_without_roll,
)

NAMES_A_PAGE = 8
FEW = 5
# Those who said no are the likeliest to be absent, those who said yes the least.
_LIKELY_ABSENT = (Answer.NO, None, Answer.LIFT, Answer.YES)
Marks = dict[int, bool]


@dialogue("roll_call", title=say.roll_title, about=5)
async def roll_call(ask: Ask, me: Visitor) -> TakeRoll | Said | Redo:
    if not me.may(Action.TAKE_ROLL):
        return said_no(Code.NOT_ALLOWED)
    held = await _meant(ask, me)
    if held is None:
        return Said(say.nothing_to_roll())
    if held.day > me.today:
        return said_no(Code.DAY_IN_FUTURE)
    again = held.state == "held"
    if again and not await ask.yes_or_no("again", say.roll_again(held.day)):
        return Said(say.roll_kept())
    everybody = await read(invited, held)
    before = await read(_marked, held, again)
    marks, asked = await _ticked(held, everybody, before)
    absent = [each for each in everybody if not marks[each.member_id]]
    names = [each.name for each in absent]
    read_back = say_roll.read_back_beside(
        say.roll_read_back(held.day, len(everybody) - len(absent), names),
        [each.name for each in everybody if each.answer is Answer.NO and marks[each.member_id]],
        _unanswered(everybody, marks),
    )
    if not await ask.confirm("agreed", read_back):
        return Redo((*asked, "agreed"))
    gone = tuple(sorted(each for each, present in before.items() if not present))
    return TakeRoll(
        held.id, tuple(each.member_id for each in absent), again, gone if again else None
    )


async def _meant(ask: Ask, me: Visitor) -> Meeting | None:
    """The subject; or one of those whose roll is missing; or the last one, to take it anew."""
    if me.subject.isdecimal():
        found = await read(meeting, me.club_id, int(me.subject))
        return None if found is None or found.state == "cancelled" else found
    missing = await read(meetings_without_roll, me.club_id, me.today)
    if len(missing) > 1:
        return await ask.choice(
            "meeting",
            say.roll_of_which(),
            among=missing,
            shown_as=lambda each: say.roll_of(each.day),
            key=lambda each: each.id,
        )
    return missing[0] if missing else await read(last_meeting, me.club_id, me.today)


def _marked(db: Connection, held: Meeting, again: bool) -> Marks:
    """Who counts as present before anything is ticked.

    Corrected from the roll as it is. Where the day's word was given, those who typed it; else all
    but those who had said that they cannot come.
    """
    people = invited(db, held)
    everybody = [each.member_id for each in people]
    if again:
        absent = absent_members(db, held.id)
        return {each: each not in absent for each in everybody}
    typed = typed_the_word(db, held.id)
    if typed is not None:
        return {each: each in typed for each in everybody}
    return {each.member_id: each.answer is not Answer.NO for each in people}


async def _ticked(
    held: Meeting, everybody: Sequence[Invited], before: Marks
) -> tuple[Marks, list[str]]:
    """The list as it was ticked, and the names of the questions that were asked for it."""
    pages = _pages(everybody)
    marks, asked, page, label = dict(before), list[str](), 0, _Labels(everybody)
    note: Moment | None = None
    while page < len(pages):
        asked.append(f"tick_{len(asked) + 1}")
        absent = sum(not present for present in marks.values())
        lines = {each.member_id: label.line(each, marks) for one in pages for each in one}
        mine = [lines[each.member_id] for each in pages[page]]
        shown = say_roll.page(
            held.day, page + 1, len(pages), present=len(marks) - absent, absent=absent
        )
        said = await ticks(
            asked[-1],
            shown if note is None else say_roll.page_noted(note, shown),
            lines=mine,
            others=[each for each in lines.values() if each not in mine],
            controls=(NEXT_PAGE, ALL_DONE)[page == len(pages) - 1 :],
            control_shown=say_roll.control,
            told=marks_told(everybody),
        )
        marks.update(said.lines)
        note = _note(said.told, sum(marks.values()))
        if said.goes == ALL_DONE or (note is None and said.told.get("who")):
            break
        page += said.goes == NEXT_PAGE
    return marks, asked


def _pages(everybody: Sequence[Invited]) -> list[list[Invited]]:
    """Those first who are likely to be absent."""
    ordered = sorted(everybody, key=lambda each: _LIKELY_ABSENT.index(each.answer))
    return [ordered[first : first + NAMES_A_PAGE] for first in range(0, len(ordered), NAMES_A_PAGE)]


def _note(told: Mapping[str, Any], present: int) -> Moment | None:
    """What a sentence about the roll leaves open: names nobody has, a number unlike the list's."""
    if told.get("unknown"):
        return say_roll.nobody_called(", ".join(told["unknown"]))
    said = told.get("present")
    return None if said in {None, present} else say_roll.other_number(said, present)


def _unanswered(everybody: Sequence[Invited], marks: Marks) -> int:
    """How many had not answered where they are many and all present; 0 where nobody was asked."""
    silent = [each for each in everybody if each.answer is None]
    is_odd = all(marks[each.member_id] for each in silent) and len(silent) < len(everybody)
    return len(silent) if is_odd and len(silent) > max(FEW, len(everybody) // 2) else 0


class _Labels:
    """Names with whether they are there; whoever shares a name is told apart by year of birth."""

    def __init__(self, everybody: Sequence[Invited]) -> None:
        self.count = Counter(each.name for each in everybody)

    def line(self, member: Invited, marks: Marks) -> Line:
        present = marks[member.member_id]
        name = everywhere.plain(member.name)
        if self.count[member.name] > 1 and member.birth_year:
            name = say.name_and_year(member.name, member.birth_year)
        otherwise = say_roll.line(name, not present)
        return Line(member.member_id, present, say_roll.line(name, present), otherwise)


@waiting
def roll_to_take(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """The meetings whose day has come and whose roll nobody has taken, the longest ago first."""
    if not me.may(Action.TAKE_ROLL):
        return []
    missing = meetings_without_roll(db, me.club_id, me.today)
    return [
        (StartPress("roll_call", str(each.id)), say.roll_of(each.day)) for each in missing[::-1]
    ]


@after(RollTaken)
def roll_taken(fact: RollTaken, me: Visitor, db: Connection) -> Told:
    count = fact.attendance
    ways: list[tuple[Press, Moment]] = [
        (StartPress("guests", str(fact.meeting.id)), say_roll.note_guests()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    taken = say.roll_taken(fact.meeting.day, count.present, count.members)
    return Told(Card(taken, choices=choices(ways)))
