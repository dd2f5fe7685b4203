"""Would she need a loan? Asked twice a year, never guessed; answered any day (Club rules, C.8)."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages import everywhere
from messages.cards import Card
from messages.loans import loan_requests as say_request
from messages.loans import loan_witness as say
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.volunteers.answer_need import AnswerNeed, NeedAnswered
from storage.queries import Connection


@dialogue("loan_need", title=say.need_title, about=1)
async def loan_need(ask: Ask, me: Visitor) -> AnswerNeed | Said:
    if not me.may(Action.ASK_LOAN):
        return said_no(Code.NOT_ALLOWED)
    return AnswerNeed(await ask.yes_or_no("needs", say.need_question()))


@after(NeedAnswered)
def need_answered(fact: NeedAnswered, me: Visitor, db: Connection) -> Told:
    """With a yes the way to ask for one."""
    if not fact.needs_loan:
        return Told(closing(say.need_no()))
    ways: list[tuple[Press, Moment]] = [
        (StartPress("loan"), say_request.title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.need_yes(), choices=choices(ways)))


entrance(
    StartPress("loan_need"),
    label=say.need_title,
    open_to=lambda me: me.may(Action.ASK_LOAN),
    command="nhucauvay",
    words=("nhu cầu vay", "cần vay", "need a loan", "loan need"),
    in_menu=False,
)
