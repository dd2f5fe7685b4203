"""Questions of the meeting table, and corrections of its lines."""

from dataclasses import replace

from club.meeting_table import Answer, Entry, Sums, Why
from club.meeting_table import Question as Asked
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.money.table_entries import person_named
from handlers.money.table_sums import SumsQuestion
from handlers.money.tables_said import entry_line, person_asked, question_said, sums_line, table_of
from handlers.talk.refusing import said_no
from messages.moments import Moment
from messages.money import meeting_table as say_table
from messages.money import table_entries as say
from storage.changes.money.meeting_table import KeepEntry
from storage.queries import Connection
from storage.queries.money.meeting_table import AtTable, TableNow

ANSWERS = {
    Why.TWICE: ("another", "same", "change"),
    Why.TOLD: ("told", "another", "change"),
    Why.TOO_MUCH: ("back", "gift", "change"),
    Why.GONE: ("out",),
}


@dialogue("table_question", title=say_table.question_title, about=1)
async def table_question(ask: Ask, me: Visitor) -> KeepEntry | Said:
    """About a question of the membership that is the subject, or one of those that are open."""
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say_table.none_open())
    asked = await _asked(ask, me, now)
    if asked is None:
        return Said(say.no_question())
    answer = await ask.choice(
        "answer",
        await read(_question, me, now.table.id, asked.entry.name),
        among=ANSWERS[asked.why],
        shown_as=say.answer,
    )
    if answer == "change":
        return await _changed(ask, now, asked.entry)
    return answered(now, asked, answer)


def _question(db: Connection, me: Visitor, table_id: int, entry: str) -> Moment:
    now = table_of(db, me.club_id)
    assert now is not None
    asked = next(each for each in now.reckoned.questions if each.entry.name == entry)
    return question_said(db, me.my_membership.timezone, now, asked)


async def _asked(ask: Ask, me: Visitor, now: TableNow) -> Asked | None:
    found = [
        each
        for each in now.reckoned.questions
        if not me.subject or str(each.entry.now.member) == me.subject
    ]
    if len(found) < 2:
        return found[0] if found else None
    names = {each.member_id: each.name for each in now.people}
    return await ask.choice(
        "which",
        say_table.question_title(),
        among=found,
        shown_as=lambda each: say.question_line(
            names.get(each.entry.now.member, "?"), sums_line(each.entry.sums)
        ),
        key=lambda each: each.entry.name,
    )


def answered(now: TableNow, asked: Asked, answer: str) -> KeepEntry:
    """The next version of the entry, as the answer makes it."""
    keeps = asked.keeps or asked.entry.sums
    match answer:
        case "another":
            return following(now, asked.entry, answer=Answer.ANOTHER)
        case "told":
            return following(now, asked.entry, answer=Answer.TOLD)
        case "back" if keeps.total:
            return following(now, asked.entry, sums=keeps)
        case "gift":
            given = replace(keeps, gift=keeps.gift + asked.rest)
            return following(now, asked.entry, sums=given)
    return following(now, asked.entry, is_removed=True)


def following(
    now: TableNow,
    entry: Entry,
    *,
    sums: Sums | None = None,
    answer: Answer | None = None,
    is_removed: bool = False,
) -> KeepEntry:
    """One version more of an entry."""
    return KeepEntry(
        table_id=now.table.id,
        entry=entry.name,
        member_id=entry.now.member,
        sums=entry.sums if sums is None else sums,
        number=entry.now.number + 1,
        answer=entry.now.answer if answer is None else answer,
        is_removed=is_removed,
    )


# Corrections


@dialogue("correct_table", title=say_table.correct_title, about=3)
async def correct_table(ask: Ask, me: Visitor) -> KeepEntry | Said:
    """Either of those who work at the table may correct or take out any line of it."""
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say_table.none_open())
    person = await person_named(ask, me, now)
    if person is None:
        return said_no(Code.NOT_FOUND)
    entry = await _which_entry(ask, me, now, person)
    if entry is None:
        return Said(say.nothing_of_hers(person.name))
    return await _corrected(ask, now, person, entry)


async def _corrected(ask: Ask, now: TableNow, person: AtTable, entry: Entry) -> KeepEntry | Said:
    what = await ask.choice(
        "what",
        say.what_with_it(person.name, sums_line(entry.sums)),
        among=("change", "out", "leave"),
        shown_as=say.answer,
    )
    if what == "leave":
        return Said(say_table.nothing())
    if what == "out":
        return following(now, entry, is_removed=True)
    return await _changed(ask, now, entry)


async def _which_entry(ask: Ask, me: Visitor, now: TableNow, person: AtTable) -> Entry | None:
    counted = now.reckoned.lines.get(person.member_id)
    found = [] if counted is None else list(counted.entries)
    questions = [each.entry for each in now.reckoned.questions]
    found += [each for each in questions if each.now.member == person.member_id]
    if len(found) < 2:
        return found[0] if found else None
    lines = {each.name: await read(entry_line, me.my_membership.timezone, each) for each in found}
    return await ask.choice(
        "entry",
        say.which_entry(person.name),
        among=found,
        shown_as=lambda each: lines[each.name],
        key=lambda each: each.name,
    )


async def _changed(ask: Ask, now: TableNow, entry: Entry) -> KeepEntry | Said:
    person = now.person(entry.now.member)
    if person is None:
        return said_no(Code.NOT_FOUND)
    prompt = say.please_type(person_asked(now, person))
    given = await SumsQuestion("sums", prompt, person.due.sums, offers_next=False)
    if not isinstance(given, Sums):
        return Said(say_table.nothing())
    return following(now, entry, sums=given)
