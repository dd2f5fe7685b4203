"""A loan for a member without a phone: she says it herself, before two of the board."""

from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.loans.ask_for_loan import request
from handlers.talk.refusing import said_no
from messages.loans import loan_witness as say
from messages.presses import StartPress
from messages.understand.people import ways_to_name
from storage.changes.loans.ask_for_loan import AskForLoan
from storage.queries.helping.witnesses import without_phone


@dialogue("loan_for", title=say.for_title, about=7)
async def loan_for(ask: Ask, me: Visitor) -> AskForLoan | Said | Redo:
    if not me.may(Action.ENTER_MEMBER):
        return said_no(Code.NOT_ALLOWED)
    silent = await read(without_phone, me.club_id)
    if not silent:
        return Said(say.for_nobody())
    whom = await ask.choice(
        "whom",
        say.for_whom(),
        among=silent,
        shown_as=lambda each: say.member(each.name),
        key=lambda each: each.member_id,
        said_as=lambda each: ways_to_name(each.name),
    )
    if not await ask.yes_or_no("is_there", say.is_she_there(whom.name)):
        return Said(say.not_alone())
    return await request(ask, me, whom.member_id)


entrance(
    StartPress("loan_for"),
    label=say.for_title,
    open_to=lambda me: me.may(Action.ENTER_MEMBER),
    command="vayho",
    words=("vay hộ", "vay giúp", "loan for"),
    in_menu=False,
)
