"""'This is not right' under a receipt or an entry: somebody who had no part in it answers.

A dispute is begun about a number, of a contribution, or about "entry" and a number, of the books.
"""

from club.disputes import Disputed
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.question import Question
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing
from handlers.money.disputes_said import disputed_line, line_of_subject
from handlers.news import news
from handlers.notices import Told, after
from handlers.take_back import kept
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import confirm_contribution as say
from messages.money import entry_disputes as say_entry
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.dispute import (
    AnswerDispute,
    DisputeAnswered,
    DisputeOpened,
    OpenDispute,
    Outcome,
)
from storage.queries import Connection
from storage.queries.members.members import name_of
from storage.queries.money.declared import Word
from storage.queries.money.disputes import dispute_for, is_disputed, open_disputes_for


@dialogue("dispute", title=say.dispute_title, about=2)
async def dispute(ask: Ask, me: Visitor) -> OpenDispute | Said | Redo:
    about = _subject(me.subject)
    if me.membership is None or about is None:
        return said_no(Code.NOT_FOUND)
    line = await read(line_of_subject, me.club_id, *about, person=me.person)
    if line is None:
        return said_no(Code.NOT_FOUND)
    if await read(is_disputed, *about):
        return Said(say.open_already())
    said = await ask.text("said", say.what_is_wrong(line), longest=300)
    if not await _agreed(ask, say.read_back(line, said)):
        return Redo(("said", "agreed"))
    return OpenDispute(*about, said)


def _subject(named: str) -> tuple[Disputed, int] | None:
    kind, _, number = named.rpartition(" ")
    if kind not in {"", "entry"} or not number.isdecimal():
        return None
    return (Disputed.ENTRY if kind else Disputed.CONTRIBUTION), int(number)


def _agreed(ask: Ask, read_back: Moment) -> Question[bool]:
    """Words that go to somebody else are read back before they go."""
    return ask.confirm("agreed", read_back, yes=say.hand_on(), no=say.write_anew())


@after(DisputeOpened)
def dispute_opened(fact: DisputeOpened, me: Visitor, db: Connection) -> Told:
    about = fact.dispute
    if fact.handler is None or fact.role is None:
        return Told(kept(say.nobody_to_look(), Word.DISPUTE, about.id))
    notice = news(
        say.please_look_into(about.name, disputed_line(db, about), about.said),
        (StartPress("answer_dispute", str(about.id)), say.look_into()),
    )
    reply = say.looked_into(name_of(db, fact.handler), fact.role.value)
    return Told(kept(reply, Word.DISPUTE, about.id), ((fact.handler, notice),))


@waiting
def disputes_to_answer(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Those this person was asked to look into."""
    return [
        (StartPress("answer_dispute", str(each.id)), say.dispute_task(each.name))
        for each in open_disputes_for(db, me.club_id, me.person)
    ]


@dialogue("answer_dispute", title=say.answer_title, about=2)
async def answer_dispute(ask: Ask, me: Visitor) -> AnswerDispute | Said | Redo:
    """The commune's officer sees what it is about and no more, and is in no club."""
    if me.person_id is None or not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    about = await read(dispute_for, me.person, int(me.subject))
    if about is None:
        return said_no(Code.NOT_FOUND)
    if about.state != "open":
        return said_no(Code.ANSWERED)
    line = await read(disputed_line, about)
    outcome = Outcome.EXPLAINED
    if about.kind is Disputed.ENTRY:
        outcome = await ask.choice(
            "outcome",
            say.please_look_into(about.name, line, about.said),
            among=tuple(Outcome),
            shown_as=lambda each: say_entry.outcome(each.value),
        )
    answer = await ask.text(
        "answer", say.what_came_of_it(about.name, line, about.said), longest=500
    )
    if not await _agreed(ask, say.answer_read_back(about.name, answer)):
        return Redo(("answer", "agreed"))
    return AnswerDispute(about.id, answer, outcome)


@after(DisputeAnswered)
def dispute_answered(fact: DisputeAnswered, me: Visitor, db: Connection) -> Told:
    """She hears it; whoever may correct the books can do it at once."""
    about = fact.dispute
    line = disputed_line(db, about)
    told = closing(say.the_answer(name_of(db, me.person), line, fact.answer))
    ways: list[tuple[Press, Moment]] = [(ScreenPress("menu"), say_everywhere.menu_word())]
    if fact.outcome is Outcome.REVERSED and me.may(Action.CORRECT_BOOKS):
        correct = StartPress("correct_entry", str(about.subject_id))
        ways.insert(0, (correct, say_entry.correct_it()))
    reply = Card(say.answered(about.name), choices=choices(ways))
    return Told(reply, ((about.raised_by, told),))
