"""'This is not right' under a receipt: somebody of the board who had no part in it answers."""

from club.refusals import Code
from handlers.contributions_said import line_of
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.question import Question
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.refusing import said_no
from handlers.take_back import kept
from handlers.tasks import waiting
from messages import confirm_contribution as say
from messages.cards import Card
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.changes.dispute import AnswerDispute, DisputeAnswered, DisputeOpened, OpenDispute
from storage.queries import Connection
from storage.queries.contributions import contribution
from storage.queries.declared import Word
from storage.queries.disputes import dispute as dispute_numbered
from storage.queries.disputes import dispute_for, disputed, open_disputes_for
from storage.queries.members import name_of


@dialogue("dispute", title=say.dispute_title, about=2)
async def dispute(ask: Ask, me: Visitor) -> OpenDispute | Said | Redo:
    if me.membership is None or not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    given = await read(contribution, me.club_id, int(me.subject))
    if given is None or given.person_id != me.person:
        return said_no(Code.NOT_FOUND)
    if await read(disputed, given.id):
        return Said(say.open_already())
    said = await ask.text("said", say.what_is_wrong(line_of(given)), longest=300)
    if not await _agreed(ask, say.read_back(line_of(given), said)):
        return Redo(("said", "agreed"))
    return OpenDispute(given.id, said)


def _agreed(ask: Ask, read_back: Moment) -> Question[bool]:
    """Words that go to somebody else are read back before they go."""
    return ask.confirm("agreed", read_back, yes=say.hand_on(), no=say.write_anew())


@after(DisputeOpened)
def dispute_opened(fact: DisputeOpened, me: Visitor, db: Connection) -> Told:
    if fact.handler is None or fact.role is None:
        return Told(kept(say.nobody_to_look(), Word.DISPUTE, fact.dispute_id))
    about = dispute_numbered(db, fact.about.club_id, fact.dispute_id)
    assert about is not None
    notice = Card(
        say.please_look_into(about.name, line_of(fact.about), about.said),
        choices=choices([(StartPress("answer_dispute", str(about.id)), say.look_into())]),
        numbered=False,
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
    if me.person_id is None or not me.subject.isdecimal():
        return said_no(Code.NOT_FOUND)
    about = await read(dispute_for, me.person, int(me.subject))
    if about is None:
        return said_no(Code.NOT_FOUND)
    if about.state != "open":
        return said_no(Code.ALREADY_DONE)
    given = await read(contribution, about.club_id, about.declaration_id)
    assert given is not None
    answer = await ask.text(
        "answer", say.what_came_of_it(about.name, line_of(given), about.said), longest=500
    )
    if not await _agreed(ask, say.answer_read_back(about.name, answer)):
        return Redo(("answer", "agreed"))
    return AnswerDispute(about.id, answer)


@after(DisputeAnswered)
def dispute_answered(fact: DisputeAnswered, me: Visitor, db: Connection) -> Told:
    told = closing(say.the_answer(name_of(db, me.person), line_of(fact.about), fact.answer))
    reply = closing(say.answered(fact.dispute.name))
    return Told(reply, ((fact.dispute.raised_by, told),))
