"""Accounts that are held back end by two; the new account of an office is confirmed by two."""

from dataclasses import dataclass
from datetime import date

from club.lost_accounts import Ending
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from handlers.tasks import waiting
from messages.cards import Card
from messages.members import lost_phone as say
from messages.moments import Moment
from messages.presses import Press, StartPress
from storage.changes.members.accounts import EndFreeze, FreezeAccount
from storage.changes.members.new_accounts import AccountConfirmed, ConfirmAccount
from storage.changes.money.second_person import Agreed
from storage.memberships import memberships
from storage.queries import Connection
from storage.queries.members.accounts import (
    NewAccount,
    freeze,
    new_accounts,
    open_freezes,
    who_could_confirm,
)
from storage.queries.members.members import name_of
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals


@dialogue("end_freeze", title=say.end_title, about=3)
async def end_freeze(ask: Ask, me: Visitor) -> EndFreeze | Said:
    if not me.may(Action.CONFIRM_ACCOUNT):
        return said_no(Code.NOT_ALLOWED)
    found = await read(open_freezes, me.club_id)
    found = [each for each in found if each.person_id != me.person]
    found = [each for each in found if str(each.id) == me.subject] or found
    if not found:
        return Said(say.gone())
    about = found[0]
    if len(found) > 1:
        about = await ask.choice(
            "which",
            say.which(),
            among=found,
            shown_as=lambda each: say.line(each.name),
            key=lambda each: each.id,
        )
    ending = await ask.choice(
        "ending",
        say.how_ends(about.name),
        among=tuple(Ending),
        shown_as=lambda each: say.ending(each.value),
        key=lambda each: each.value,
    )
    if not await ask.confirm("agreed", say.end_read_back(about.name, ending.value)):
        return Said(say.nothing_done())
    return EndFreeze(about.id, ending)


def _described(db: Connection, about: Proposal) -> Moment:
    found = freeze(db, about.subject)
    return say.gone() if found is None else say.end_described(found.name, about.content["ending"])


def _done(db: Connection, fact: Agreed) -> Moment:
    about = fact.proposal
    found = freeze(db, about.subject)
    return say.gone() if found is None else say.ended(found.name, about.content["ending"])


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment]]:
    found = freeze(db, fact.proposal.subject)
    if found is None or fact.proposal.content["ending"] != Ending.OPENED.value:
        return []
    return [(found.person_id, say.yours_opened())]


MATTERS[ProposalKind.END_FREEZE] = MatterSaid(_described, _done, _told)


@waiting
def accounts_held_back(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Held back, and nobody has proposed yet how it ends."""
    if not me.may(Action.CONFIRM_ACCOUNT):
        return []
    proposed = {each.subject for each in waiting_proposals(db, me.club_id, ProposalKind.END_FREEZE)}
    return [
        (StartPress("end_freeze", str(each.id)), say.task(each.name))
        for each in open_freezes(db, me.club_id)
        if each.id not in proposed and each.person_id != me.person
    ]


@waiting
def accounts_to_confirm(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """New accounts of people with an office, for each who could confirm them and has not."""
    if not me.may(Action.CONFIRM_ACCOUNT):
        return []
    return [
        (StartPress("confirm_account", str(each.chat_id)), say.new_task(each.name))
        for each in new_accounts(db, me.club_id)
        if _is_asked(db, me, each)
    ]


def _is_asked(db: Connection, me: Visitor, about: NewAccount) -> bool:
    could = who_could_confirm(db, me.club_id, about.person_id, me.today)
    return me.person in could and me.person not in about.confirmed_by | {about.person_id}


@dialogue("confirm_account", title=say.new_title, about=1)
async def confirm_account(ask: Ask, me: Visitor) -> ConfirmAccount | FreezeAccount | Said:
    if not me.may(Action.CONFIRM_ACCOUNT):
        return said_no(Code.NOT_ALLOWED)
    there = [
        each for each in await read(new_accounts, me.club_id) if str(each.chat_id) == me.subject
    ]
    if not there or not await read(_is_asked, me, there[0]):
        return Said(say.nothing())
    about = there[0]
    met = say.have_you_met(about.name, about.channel, about.account)
    if await ask.yes_or_no("met", met):
        return ConfirmAccount(about.chat_id)
    if await ask.yes_or_no("false", say.not_hers()):
        return FreezeAccount(about.person_id)
    return Said(say.nothing_done())


@after(AccountConfirmed)
def account_confirmed(fact: AccountConfirmed, me: Visitor, db: Connection) -> Told:
    reply = closing(say.noted(fact.name, fact.complete))
    if not fact.complete:
        return Told(reply)
    return Told(reply, in_chats=((fact.chat_id, news(say.yours_counts())),))


def asked_about(
    db: Connection, me: Visitor, club_id: int, person_id: int
) -> list[tuple[int, Moment, Press]]:
    """Who is asked about the new account of this chat, what, and by which button."""
    found = [each for each in new_accounts(db, club_id) if each.chat_id == me.chat_id]
    if not found:
        return []
    about = found[0]
    said = say.board_asked(name_of(db, person_id), about.channel, about.account)
    press = StartPress("confirm_account", str(about.chat_id))
    return [
        (each, said, press)
        for each in who_could_confirm(db, club_id, person_id, me.today)
        if each != person_id
    ]


def told_to_confirm(db: Connection, me: Visitor, person_id: int) -> tuple[tuple[int, Card], ...]:
    """What the others of each board of hers hear about the new account in this chat."""
    clubs = memberships(db, {person_id}, me.today).get(person_id, [])
    return tuple(
        (each, news(said, (press, say.new_title())))
        for club in clubs
        for each, said, press in asked_about(db, me, club.club_id, person_id)
    )


@dataclass(frozen=True, slots=True)
class OfficesWait:
    """What is said in the new accounts themselves, and to the others of each board of hers."""

    there: tuple[tuple[int, Card], ...]
    others: tuple[tuple[int, Card], ...]


def told_of_new_accounts(db: Connection, person_id: int, today: date) -> OfficesWait:
    """Whichever accounts of hers wait for others before her offices count on them."""
    there: dict[int, Card] = {}
    others: list[tuple[int, Card]] = []
    for club in memberships(db, {person_id}, today).get(person_id, []):
        for about in new_accounts(db, club.club_id):
            if about.person_id != person_id:
                continue
            there[about.chat_id] = Card(say.yours_waits(), numbered=False)
            said = say.board_asked(about.name, about.channel, about.account)
            card = news(said, (StartPress("confirm_account", str(about.chat_id)), say.new_title()))
            asked = who_could_confirm(db, club.club_id, person_id, today)
            others += [(each, card) for each in asked if each != person_id]
    return OfficesWait(tuple(there.items()), tuple(others))


# "Mở khóa điện thoại cho ông Bình": whom it is about stands among the accounts held back.
_MOST_WORDS_OF_WHOM = 8


def _whose(rest: str, me: Visitor) -> Press | None:
    return StartPress("end_freeze") if len(rest.split()) <= _MOST_WORDS_OF_WHOM else None


entrance(
    StartPress("end_freeze"),
    label=say.end_title,
    open_to=lambda me: me.may(Action.CONFIRM_ACCOUNT),
    command="molaimay",
    words=(
        *("mở lại tài khoản", "tài khoản bị khóa", "tìm lại được điện thoại", "mở khóa tài khoản"),
        *("mở lại máy", "mở khóa máy", "mở lại điện thoại", "mở khóa điện thoại", "bỏ khóa máy"),
        *("mở máy bị khóa", "tài khoản tạm khóa", "tài khoản đang tạm khóa", "máy bị khóa"),
        *("open an account again", "accounts held back", "unlock the phone", "unlock the account"),
    ),
    in_menu=False,
    reads=_whose,
)
