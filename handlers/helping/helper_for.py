"""A helper for a member without a phone: her consent before two of the board, then the code."""

from datetime import timedelta

from club.address import PersonName
from club.helping import CONSENT_HOLDS_DAYS
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.members.members_named import shown_member
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.talk.refusing import said_no
from messages.helping import helping as say
from messages.helping import helping_board as say_board
from messages.moments import Moment
from messages.presses import StartPress
from storage.changes.helping.helping import CONSENT_FORMS, MakeHelperCode, ProposeHelper
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.helping.helping import consent_to_use
from storage.queries.helping.witnesses import without_phone
from storage.queries.members.members import name_of, person_of_member
from storage.queries.money.proposals import Proposal, ProposalKind


@dialogue("helper_for", title=say_board.consent_title, about=3)
async def helper_for(ask: Ask, me: Visitor) -> MakeHelperCode | ProposeHelper | Said:
    if not me.may(Action.END_HELPER):
        return said_no(Code.NOT_ALLOWED)
    found = await read(without_phone, me.club_id)
    if not found:
        return Said(say_board.everybody_has_a_phone())
    who = await ask.choice(
        "who",
        say_board.whose_helper(),
        among=found,
        shown_as=shown_member,
        key=lambda each: each.member_id,
    )
    since = me.today - timedelta(days=CONSENT_HOLDS_DAYS)
    if await read(consent_to_use, who.member_id, since) is not None:
        return MakeHelperCode(who.member_id)
    form = await ask.choice(
        "form", say_board.which_form(who.name), among=CONSENT_FORMS, shown_as=say_board.form
    )
    if not await ask.confirm("agreed", say_board.consent_read_back(who.name, form)):
        return Said(say.no_code())
    return ProposeHelper(who.member_id, form)


def _name(db: Connection, about: Proposal) -> PersonName:
    return name_of(db, person_of_member(db, about.subject))


def _described(db: Connection, about: Proposal) -> Moment:
    return say_board.consent_described(_name(db, about), about.content["form"])


def _done(db: Connection, fact: Agreed) -> Moment:
    return say_board.consent_noted(_name(db, fact.proposal))


MATTERS[ProposalKind.HELPER] = MatterSaid(_described, _done)

entrance(
    StartPress("helper_for"),
    label=say_board.consent_title,
    open_to=lambda me: me.may(Action.END_HELPER),
    command="nhanhothay",
    words=(
        "người nhắn hộ cho người không có điện thoại",
        "nhắn hộ cho người không có điện thoại",
        "a helper for somebody without a phone",
    ),
    in_menu=False,
)
