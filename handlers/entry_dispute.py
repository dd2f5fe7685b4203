"""'This is not right' about an entry: somebody without a part in it explains or corrects it."""

from club.members import Action
from club.refusals import Code
from handlers.books_said import entry_line
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.refusing import said_no
from handlers.tasks import waiting
from messages import confirm_contribution as say
from messages import entry_disputes as say_entry
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.dispute_entry import (
    AnswerEntryDispute,
    DisputeEntry,
    EntryDisputeAnswered,
    EntryDisputed,
    Outcome,
)
from storage.queries import Connection
from storage.queries.entries import entry
from storage.queries.entry_disputes import (
    entry_dispute_for,
    is_disputed,
    open_entry_disputes_for,
)
from storage.queries.members import name_of


@dialogue("dispute_entry", title=say.dispute_title, about=1)
async def dispute_entry(ask: Ask, me: Visitor) -> DisputeEntry | Said | Redo:
    if me.membership is None or not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    about = await read(entry, me.club_id, int(me.subject))
    if about is None or about.person_id != me.person:
        return said_no(Code.NOT_FOUND)
    if await read(is_disputed, about.id):
        return Said(say.open_already())
    said = await ask.text("said", say.what_is_wrong(entry_line(about)), longest=300)
    read_back = say.read_back(entry_line(about), said)
    if not await ask.confirm("agreed", read_back, yes=say.hand_on(), no=say.write_anew()):
        return Redo(("said", "agreed"))
    return DisputeEntry(about.id, said)


@after(EntryDisputed)
def entry_disputed(fact: EntryDisputed, me: Visitor, db: Connection) -> Told:
    if fact.handler is None or fact.role is None:
        return Told(closing(say.nobody_to_look()))
    notice = news(
        say.please_look_into(name_of(db, me.person), entry_line(fact.about), fact.said),
        (StartPress("answer_entry_dispute", str(fact.dispute_id)), say.look_into()),
    )
    reply = closing(say.looked_into(name_of(db, fact.handler), fact.role.value))
    return Told(reply, ((fact.handler, notice),))


@waiting
def entry_disputes_to_answer(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Those this person was asked to look into."""
    return [
        (StartPress("answer_entry_dispute", str(each.id)), say.dispute_task(each.name))
        for each in open_entry_disputes_for(db, me.person)
    ]


@dialogue("answer_entry_dispute", title=say.answer_title, about=2)
async def answer_entry_dispute(ask: Ask, me: Visitor) -> AnswerEntryDispute | Said | Redo:
    """The commune's officer sees this entry only, and is in no club."""
    if me.person_id is None or not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    about = await read(entry_dispute_for, me.person, int(me.subject))
    if about is None:
        return said_no(Code.NOT_FOUND)
    if about.state != "open":
        return said_no(Code.ALREADY_DONE)
    line = await read(entry, about.club_id, about.entry_id)
    assert line is not None
    outcome = await ask.choice(
        "outcome",
        say.please_look_into(about.name, entry_line(line), about.said),
        among=tuple(Outcome),
        shown_as=lambda each: say_entry.outcome(each.value),
    )
    prompt = say.what_came_of_it(about.name, entry_line(line), about.said)
    answer = await ask.text("answer", prompt, longest=500)
    read_back = say.answer_read_back(about.name, answer)
    if not await ask.confirm("agreed", read_back, yes=say.hand_on(), no=say.write_anew()):
        return Redo(("answer", "agreed"))
    return AnswerEntryDispute(about.id, outcome, answer)


@after(EntryDisputeAnswered)
def entry_dispute_answered(fact: EntryDisputeAnswered, me: Visitor, db: Connection) -> Told:
    """The member hears it; whoever may correct the books can do it at once."""
    line = entry_line(fact.about)
    told = closing(say.the_answer(name_of(db, me.person), line, fact.answer))
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), say_everywhere.menu_word())]
    if fact.outcome is Outcome.REVERSED and me.may(Action.CORRECT_BOOKS):
        ways.insert(0, (StartPress("correct_entry", str(fact.about.id)), say_entry.correct_it()))
    reply = Card(say.answered(fact.dispute.name), choices=choices(ways))
    return Told(reply, ((fact.dispute.raised_by, told),))
