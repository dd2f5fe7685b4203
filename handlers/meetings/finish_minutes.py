"""Finishing the minutes: the chair signs as the second person; afterwards only additions."""

from datetime import date

from club.calendar import day_in_zone, zone_of
from club.meetings import MinutesPart
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.meetings.minutes_said import came_lines, decided_in, decision_lines, known_in
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.meetings import minutes as say
from messages.meetings import minutes_lines as say_line
from messages.meetings import minutes_writing as say_write
from messages.moments import Moment
from messages.presses import ScreenPress
from storage.changes.meetings.write_minutes import AddToMinutes, FinishMinutes, MinutesAdded
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meeting_minutes import (
    Minutes,
    minutes_numbered,
    minutes_of,
    signature_awaited,
)
from storage.queries.members.boards import board
from storage.queries.money.proposals import Proposal, ProposalKind

MOST_DECISIONS_SHOWN = 5


@dialogue("finish_minutes", title=say.finish_title, about=1)
async def finish_minutes(ask: Ask, me: Visitor) -> FinishMinutes | Said:
    if not me.may(Action.WRITE_MINUTES) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    there = await read(minutes_of, me.club_id, int(me.subject))
    if there is None or not there.parts:
        return Said(say_write.nothing_to_write())
    if there.is_signed:
        return said_no(Code.MINUTES_SIGNED)
    if await read(signature_awaited, me.club_id, there.number) is not None:
        return said_no(Code.MINUTES_WAITING)
    missing = [say_line.part_name(part.value) for part in MinutesPart if not there.words_of(part)]
    decided = decision_lines(await read(decided_in, there))
    question = say.finish_read_back(there.meeting.day, missing=missing, decided=decided)
    if not await ask.confirm("agreed", question):
        return Said(say.not_finished())
    return FinishMinutes(there.meeting.id)


def _meant(db: Connection, about: Proposal) -> Minutes:
    found = minutes_numbered(db, about.club_id, about.subject)
    if found is None:
        raise LookupError("a proposal about minutes that are not there")
    return found


def _described(db: Connection, about: Proposal) -> Moment:
    """Short: all of it is a tap away."""
    there = _meant(db, about)
    decided = decision_lines(decided_in(db, there))
    return say.described(
        there.meeting.day,
        came=came_lines(known_in(db, there))[0],
        decided=decided[:MOST_DECISIONS_SHOWN],
        more=len(decided[MOST_DECISIONS_SHOWN:]),
    )


def _day(db: Connection, fact: Agreed) -> date:
    return _meant(db, fact.proposal).meeting.day


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """The board hears that they are signed; members find them where they look for them."""
    there = _meant(db, fact.proposal)
    assert there.signed_at is not None
    done = say.done(there.meeting.day)
    zone = zone_of(club(db, there.meeting.club_id).timezone)
    held = board(db, there.meeting.club_id, day_in_zone(there.signed_at, zone))
    return [(each.person_id, done) for each in held if each.person_id != fact.proposal.proposed_by]


MATTERS[ProposalKind.MINUTES] = MatterSaid(
    _described,
    lambda db, fact: say.done(_day(db, fact)),
    _told,
    lambda db, about: [
        (ScreenPress("minutes", f"{_meant(db, about).meeting.id} read 0"), say.read_all())
    ],
)


# Afterwards


@dialogue("add_to_minutes", title=say.add, about=2)
async def add_to_minutes(ask: Ask, me: Visitor) -> AddToMinutes | Said:
    if not me.may(Action.WRITE_MINUTES) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    there = await read(minutes_of, me.club_id, int(me.subject))
    if there is None or not there.is_signed:
        return said_no(Code.NOT_FOUND)
    words = await ask.text("words", say.add_question(there.meeting.day), longest=500)
    if not await ask.confirm("agreed", say.add_read_back(words)):
        return Said(say.nothing_added())
    return AddToMinutes(there.meeting.id, words)


@after(MinutesAdded)
def added(fact: MinutesAdded, me: Visitor, db: Connection) -> Told:
    """Whoever signed is told."""
    there = fact.minutes
    last = there.addenda[-1]
    told = closing(say_line.addendum(last.day, last.name, last.words))
    others = () if there.signed_by in (None, me.person) else ((there.signed_by, told),)
    reply = Card(
        say.added(there.meeting.day),
        choices=choices([(ScreenPress("minutes", str(there.meeting.id)), say.back())]),
    )
    return Told(reply, others)
