"""The roll on the day: the absent are named one after another, all others were there."""

from collections import Counter
from collections.abc import Sequence

from club.address import PersonName
from club.meetings import Answer
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.refusing import said_no
from handlers.tasks import waiting
from messages import attendance as say
from messages import everywhere
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.changes.take_roll import RollTaken, TakeRoll
from storage.queries import Connection
from storage.queries.meetings import (
    Invited,
    Meeting,
    invited,
    last_meeting,
    meeting,
    meetings_without_roll,
)

# Those who said no are the likeliest to be absent, those who said yes the least.
_LIKELY_ABSENT = (Answer.NO, None, Answer.LIFT, Answer.YES)
_THAT_IS_ALL = Invited(0, 0, PersonName(""), None)


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
    absent, asked = await _absent(ask, held, everybody)
    names = [each.name for each in absent]
    read_back = say.roll_read_back(held.day, len(everybody) - len(absent), names)
    if not await ask.confirm("agreed", read_back):
        return Redo((*asked, "agreed"))
    return TakeRoll(held.id, tuple(each.member_id for each in absent), again)


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


async def _absent(
    ask: Ask, held: Meeting, everybody: Sequence[Invited]
) -> tuple[list[Invited], list[str]]:
    """Those named as absent, and the names of the questions that were asked for them."""
    absent: list[Invited] = []
    asked: list[str] = []
    left = sorted(everybody, key=lambda each: _LIKELY_ABSENT.index(each.answer))
    label = _Labels(everybody)
    while left:
        asked.append(f"absent_{len(absent) + 1}")
        named = await ask.choice(
            asked[-1],
            say.who_is_absent(held.day, [each.name for each in absent]),
            among=(_THAT_IS_ALL, *left),
            shown_as=lambda each: label(each, bool(absent)),
            key=lambda each: each.member_id,
        )
        if named is _THAT_IS_ALL:
            break
        absent.append(named)
        left.remove(named)
    return absent, asked


class _Labels:
    """Names as choices; whoever shares a name is told apart by the year of birth."""

    def __init__(self, everybody: Sequence[Invited]) -> None:
        self.count = Counter(each.name for each in everybody)

    def __call__(self, member: Invited, somebody_is_absent: bool) -> Moment:
        if member is _THAT_IS_ALL:
            return say.nobody_else() if somebody_is_absent else say.everybody_came()
        if self.count[member.name] > 1 and member.birth_year:
            return say.name_and_year(member.name, member.birth_year)
        return everywhere.plain(member.name)


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
    return Told(closing(say.roll_taken(fact.meeting.day, count.present, count.members)))
