"""Person by person at the meeting table, by numbers and typed sums."""

from club.meeting_table import Question as Asked
from club.meeting_table import Sums, Version
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, screen
from handlers.members.members_named import name_questions, one_of_them, which_questions
from handlers.money.meeting_table import meeting_table
from handlers.money.payers_at_table import person_told, sums_told, told_instead_of_a_name
from handlers.money.several_payers import next_payer, payers_in
from handlers.money.table_sums import SumsQuestion
from handlers.money.tables_said import (
    meant,
    name_at,
    person_after,
    person_asked,
    question_said,
    sums_line,
    table_of,
)
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages.cards import Card
from messages.moments import Moment
from messages.money import meeting_table as say_table
from messages.money import table_entries as say
from messages.presses import Press, ScreenPress, StartPress
from messages.understand.table_sums import ENOUGH, NEXT
from storage.changes.money.meeting_table import EntryKept, KeepEntry
from storage.queries import Connection
from storage.queries.money.meeting_table import AtTable, TableNow

Ways = list[tuple[Press, Moment]]


@dialogue("table_entry", title=say_table.entry_title, about=2)
async def table_entry(ask: Ask, me: Visitor) -> KeepEntry | Said | Card:
    """About the membership that is the subject, or whoever is named."""
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say_table.none_open())
    person = await _named(ask, me, now)
    if isinstance(person, AtTable):
        return await _entered(me, now, person)
    return said_no(Code.NOT_FOUND) if person is None else person


async def _entered(me: Visitor, now: TableNow, person: AtTable) -> KeepEntry | Card:
    """What was told with the name, or what is typed now."""
    given: Sums | str | None = sums_told(me.subject, person)
    if given is None:
        prompt = say.please_type(person_asked(now, person))
        given = await SumsQuestion("sums", prompt, person.due.sums, offers_next=True)
    if given == NEXT:
        return next_card(now, person.member_id)
    if given == ENOUGH or not isinstance(given, Sums):
        return await read(_table_card, me)
    return KeepEntry(table_id=now.table.id, member_id=person.member_id, sums=given)


def _table_card(db: Connection, me: Visitor) -> Card:
    return meeting_table(me, db, "")


async def person_named(ask: Ask, me: Visitor, now: TableNow) -> AtTable | None:
    """The subject, or whoever is named or numbered; None after several that nobody has."""
    found = await _named(ask, me, now)
    return None if isinstance(found, Card) else found


async def _named(ask: Ask, me: Visitor, now: TableNow) -> AtTable | Card | None:
    """As person_named; a card where sums are typed instead of a name."""
    if me.subject.isdecimal():
        return now.person(int(me.subject))
    if payers_in(me.subject):
        return await person_told(ask, me, now)
    prompt = say.who()
    for question, which in zip(name_questions(), which_questions(), strict=True):
        typed = await ask.text(question, prompt, longest=60, number_fits=True)
        found = meant(now, typed)
        if len(found) == 1:
            return found[0]
        one = await one_of_them(
            which,
            say.which_of_them(),
            among=found,
            shown_as=lambda each: say_table.person(each.number, each.name),
            key=lambda each: each.member_id,
        )
        if one is not None:
            return one
        told = None if found else await read(told_instead_of_a_name, typed, me)
        if told is not None:
            return told
        prompt = say.who() if found else say.nobody_like_that(typed)
    return None


@dialogue("table_due", title=say_table.entry_title, about=1)
async def table_due(ask: Ask, me: Visitor) -> KeepEntry | Said:
    """One tap: the fee that is due. Nothing is asked."""
    if not me.may(Action.KEEP_TABLE) or not me.subject.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say_table.none_open())
    person = now.person(int(me.subject))
    if person is None or not person.due.fee:
        return said_no(Code.NOT_FOUND)
    return KeepEntry(
        table_id=now.table.id,
        member_id=person.member_id,
        sums=Sums(fee=person.due.fee),
    )


@screen("table_next")
def table_next(me: Visitor, db: Connection, argument: str) -> Card:
    """The next one on the list after this membership."""
    if not me.may(Action.KEEP_TABLE):
        return shown_no(Code.NOT_ALLOWED)
    now = table_of(db, me.club_id)
    if now is None:
        return _table_card(db, me)
    return next_card(now, int(argument) if argument.isdecimal() else 0)


def next_card(now: TableNow, member_id: int, done: Moment | None = None) -> Card:
    """Whose turn it is, one tap for what is due; or that everybody has been asked."""
    person = person_after(now, member_id)
    table: tuple[Press, Moment] = (ScreenPress("meeting_table"), say_table.title())
    if person is None:
        body = say.everybody() if done is None else done
        other: tuple[Press, Moment] = (StartPress("table_entry"), say.somebody_else())
        return Card(body, choices=choices([table, other]))
    ways: Ways = []
    if person.due.fee:
        due = StartPress("table_due", str(person.member_id))
        ways.append((due, say.as_expected(person.due.fee)))
    ways += [
        (StartPress("table_entry", str(person.member_id)), say.other_sum()),
        (ScreenPress("table_next", str(person.member_id)), say.next_()),
        (StartPress("table_entry"), say.somebody_else()),
        table,
    ]
    asked = person_asked(now, person)
    body = asked if done is None else say.turn_of(done, asked)
    return Card(body, choices=choices(ways))


@after(EntryKept)
def entry_kept(fact: EntryKept, me: Visitor, db: Connection) -> Told:
    """What was entered is read back at once; a question comes before the next person."""
    now = table_of(db, me.club_id)
    if now is None:
        return Told(_table_card(db, me))
    following = next_payer(me.subject, me, db, dialogue="table_entry")
    for each in now.reckoned.questions:
        if each.entry.name == fact.entry:
            return Told(_question_card(db, me, now, asked=each, following=following))
    who = name_at(db, now, fact.member_id)
    taken = now.cash.taken
    if fact.is_removed:
        return Told(next_card(now, fact.member_id, say.removed(who, taken)))
    kept = say.kept(who, sums_line(_latest(now, fact.entry).sums), taken)
    if following:
        table: tuple[Press, Moment] = (ScreenPress("meeting_table"), say_table.title())
        return Told(Card(kept, choices=choices([*following, table])))
    return Told(next_card(now, fact.member_id, kept))


def _latest(now: TableNow, entry: str) -> Version:
    return max(
        (each for each in now.versions if each.entry == entry),
        key=lambda each: (each.number, each.made_at, each.key),
    )


def _question_card(
    db: Connection, me: Visitor, now: TableNow, *, asked: Asked, following: Ways
) -> Card:
    start = StartPress("table_question", str(asked.entry.now.member))
    ways: Ways = [
        (start, say_table.question_title()),
        *following,
        (ScreenPress("table_next", str(asked.entry.now.member)), say.next_()),
        (ScreenPress("meeting_table"), say_table.title()),
    ]
    return Card(question_said(db, me.my_membership.timezone, now, asked), choices=choices(ways))
