"""Taking back what one has declared, within ten minutes and while it still waits."""

from club.declarations import TIME_TO_TAKE_BACK
from handlers.contributions_said import line_of
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.notices import Told, after
from messages import contribute as say
from messages.cards import Card
from messages.presses import StartPress
from storage.changes.declare_contribution import ContributionTakenBack, TakeBackContribution
from storage.queries import Connection
from storage.queries.contributions import confirmer_of, waiting_of


@dialogue("take_back", title=say.take_back_title, about=1)
async def take_back(ask: Ask, me: Visitor) -> TakeBackContribution | Said:
    """About the subject; typed without one, about the newest that can be taken back."""
    if me.membership is None or not (me.subject.isdecimal() or me.subject == ""):
        return Said(say.nothing_to_take_back())
    if me.subject:
        return TakeBackContribution(int(me.subject))
    mine = [
        each
        for each in await read(waiting_of, me.member_id)
        if each.declared_by == me.person and me.now - each.declared_at <= TIME_TO_TAKE_BACK
    ]
    if not mine:
        return Said(say.nothing_to_take_back())
    if not await ask.yes_or_no("sure", say.really_take_back(line_of(mine[0]))):
        return Said(say.kept())
    return TakeBackContribution(mine[0].id)


@after(ContributionTakenBack)
def taken_back(fact: ContributionTakenBack, me: Visitor, db: Connection) -> Told:
    """Whoever was asked to confirm hears that there is nothing to confirm."""
    given = fact.declaration
    confirmer = confirmer_of(db, given, me.today)
    gone = Card(say.was_taken_back(given.name, line_of(given)), numbered=False)
    others = () if confirmer is None else ((confirmer, gone),)
    return Told(closing(say.taken_back(line_of(given))), others)


entrance(
    StartPress("take_back"),
    label=say.take_back_title,
    open_to=lambda me: me.membership is not None,
    command="rutlai",
    words=("rút lại", "take back"),
    in_menu=False,
)
