"""The minutes, written part by part: each answer is on record once it was read back.

Several may write the same minutes. What a button began with stands in its subject ("12 talk 0": the
meeting, the part, how often it had been written), so nobody writes over words she has not seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from club.meetings import MinutesPart
from club.members import Action
from club.minutes import LONGEST_PART, Outcome
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.meetings.minutes import ways_on
from handlers.meetings.minutes_said import known_lines, who_does
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.meetings import minutes_lines as say_line
from messages.meetings import minutes_writing as say_write
from messages.moments import Moment
from storage.changes.meetings.write_minutes import PartWritten, Review, WritePart
from storage.queries import Connection
from storage.queries.meetings.decisions import Decision, Reviewed, reviewed_in, to_review
from storage.queries.meetings.meeting_minutes import (
    Minutes,
    WrittenPart,
    minutes_of,
    signature_awaited,
)

LEAST_ROOM = 40
"""With less room left a part can only be written anew."""
MOST_PICTURES = 5


@dataclass(frozen=True, slots=True)
class Begun:
    """What the dialogue is about: the minutes as they are now, and what she saw of the part."""

    minutes: Minutes
    part: MinutesPart
    seen: int

    @property
    def there(self) -> WrittenPart | None:
        return self.minutes.parts.get(self.part)


@dataclass(frozen=True, slots=True)
class End:
    """What is kept with the last part: when the meeting ended, pictures, what was recorded."""

    at: time | None = None
    kept: tuple[int, ...] = ()


@dialogue("minutes_part", title=say_write.part_title, about=3)
async def minutes_part(ask: Ask, me: Visitor) -> WritePart | Said | Redo:
    begun = await _begun(me)
    if isinstance(begun, Said):
        return begun
    how = await _how(ask, begun)
    if how == "leave":
        return Said(say_write.stays())
    typed = await _words(ask, begun, how)
    wanted = await _together(ask, begun, how, typed)
    if wanted is None:
        return Said(say_write.stays())
    end = await _end(ask, begun, typed)
    asked = await _to_ask_about(begun, how)
    reviews = await _reviews(ask, asked)
    if not await _agreed(ask, begun, wanted, (end, asked, reviews)):
        again = ("how", "words", "meanwhile", "ended", *_questions(asked), "agreed")
        return Redo(again)
    return WritePart(
        meeting_id=begun.minutes.meeting.id,
        part=begun.part,
        words=wanted,
        version=begun.minutes.version_of(begun.part),
        ended_at=end.at,
        reviews=tuple(reviews),
        photos=end.kept,
    )


async def _end(ask: Ask, begun: Begun, typed: str) -> End:
    """Asked with the last part."""
    if begun.part is not MinutesPart.CLOSING:
        return End()
    at = await ask.time("ended", say_write.when_ended()) if typed else None
    pictures = await ask.photos("photos", say_write.pictures(), most=MOST_PICTURES, optional=True)
    recorded = await ask.voice_note("recorded", say_write.recording(), optional=True)
    return End(at, pictures if recorded is None else (*pictures, recorded))


async def _begun(me: Visitor) -> Begun | Said:
    """What the subject names, or why nothing can be written there."""
    if not me.may(Action.WRITE_MINUTES):
        return said_no(Code.NOT_ALLOWED)
    number, _, rest = me.subject.partition(" ")
    part, _, seen = rest.partition(" ")
    if not number.isdecimal() or part not in set(MinutesPart) or not seen.isdecimal():
        return Said(say_write.nothing_to_write())
    there = await read(minutes_of, me.club_id, int(number))
    if there is None or there.meeting.state == "cancelled" or there.meeting.day > me.today:
        return Said(say_write.nothing_to_write())
    if there.is_signed:
        return said_no(Code.MINUTES_SIGNED)
    if await read(signature_awaited, me.club_id, there.number) is not None:
        return said_no(Code.MINUTES_WAITING)
    return Begun(there, MinutesPart(part), int(seen))


async def _how(ask: Ask, begun: Begun) -> str:
    """What to do with what stood there when she began; "new" where nothing did."""
    if not begun.seen or begun.there is None:
        return "new"
    question = say_write.there(begun.part.value, begun.there.words, begun.there.name)
    return await ask.choice("how", question, among=_ways(begun.there), shown_as=say_write.way)


def _ways(there: WrittenPart, more: int = LEAST_ROOM) -> tuple[str, ...]:
    """Adding needs something to add to, and room for it."""
    fits = there.words and len(there.words) + more < LONGEST_PART
    return ("add", "anew", "leave") if fits else ("anew", "leave")


async def _words(ask: Ask, begun: Begun, how: str) -> str:
    if how == "add" and begun.there is not None:
        room = LONGEST_PART - len(begun.there.words) - 1
        return await ask.text("words", say_write.add_what(), longest=room)
    known = await read(known_lines, begun.minutes, begun.part) if ask.is_open("words") else []
    if how == "new" and begun.there is not None and begun.there.words:
        known = [*known, say_write.already(begun.there.name, begun.there.words)]
    question = say_write.ask_part(begun.part.value, known)
    return await ask.text("words", question, longest=LONGEST_PART, may_skip=True)


async def _together(ask: Ask, begun: Begun, how: str, typed: str) -> str | None:
    """The words of the part as they shall stand; None if it stays as somebody else wrote it."""
    there = begun.there
    if there is None:
        return typed
    if how == "new" and not typed:
        return None
    if there.version != begun.seen:
        question = say_write.meanwhile(there.words, there.name, typed)
        ways = _ways(there, len(typed))
        how = await ask.choice("meanwhile", question, among=ways, shown_as=say_write.way)
    if how == "leave":
        return None
    return f"{there.words}\n{typed}" if how == "add" else typed


async def _to_ask_about(begun: Begun, how: str) -> list[Decision]:
    """In the first part: what was still open before; where something is added, only what is new."""
    if begun.part is not MinutesPart.WARM_UP:
        return []
    there = begun.minutes
    about = await read(to_review, there.meeting.club_id, there.number or 0, there.meeting.day)
    if how != "add":
        return about
    heard: Sequence[Reviewed] = await read(reviewed_in, there.number or 0)
    return [each for each in about if each.id not in {one.decision.id for one in heard}]


async def _reviews(ask: Ask, about: Sequence[Decision]) -> list[Review]:
    found = []
    for each in about:
        question = say_write.review(
            each.decided_on, each.what, who=who_does(each), until=each.until
        )
        outcome = await ask.choice(
            f"review_{each.id}", question, among=tuple(Outcome), shown_as=_outcome
        )
        reason = ""
        if outcome is Outcome.DROPPED:
            reason = await ask.text(f"why_{each.id}", say_write.why_dropped())
        found.append(Review(each.id, outcome, reason))
    return found


def _outcome(each: Outcome) -> Moment:
    return say_write.outcome(each.value)


def _questions(about: Sequence[Decision]) -> list[str]:
    return [f"{kind}_{each.id}" for each in about for kind in ("review", "why")]


async def _agreed(
    ask: Ask,
    begun: Begun,
    wanted: str,
    beside: tuple[End, Sequence[Decision], Sequence[Review]],
) -> bool:
    """What is kept is read back; a part with nothing in it is passed over at once."""
    end, asked, reviews = beside
    more = [] if end.at is None else [say_line.ended(end.at)]
    if end.kept:
        more.append(say_write.kept_with_it(len(end.kept)))
    more += [
        say_line.reviewed(about.what, each.outcome.value, each.reason)
        for about, each in zip(asked, reviews, strict=True)
    ]
    if not wanted and not more:
        return True
    return await ask.confirm("agreed", say_write.part_read_back(begun.part.value, wanted, more))


@after(PartWritten)
def part_written(fact: PartWritten, me: Visitor, db: Connection) -> Told:
    """What comes next is one tap away."""
    words = fact.minutes.words_of(fact.part)
    body = say_write.part_kept(fact.part.value, is_empty=not words)
    return Told(Card(body, choices=ways_on(fact.minutes, me)))
