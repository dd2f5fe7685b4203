"""The club's account: changed by two people and after 48 hours, all members told."""

from datetime import datetime
from zoneinfo import ZoneInfo

from club.bank_transfer import checked_account
from club.banks import BANKS, bank_name
from club.members import Action
from club.refusals import Code, Refused
from club.settings import Topic
from handlers.dialogue.asking import Ask
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.money.books_said import MATTERS, MatterSaid
from handlers.settings.club_settings import settled_elsewhere
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.moments import Moment
from messages.money import bank_account as say
from messages.money import fee_rules as say_fee
from messages.presses import Press, StartPress
from storage.changes.money.change_bank_account import ChangeBankAccount
from storage.changes.money.second_person import Agreed
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.members import member_persons, name_of
from storage.queries.money.bank_accounts import account_in_force, kept_account
from storage.queries.money.proposals import Proposal, ProposalKind, decided_by

OTHER_BANK = ""


@settled_elsewhere(Topic.CONTRIBUTIONS)
def account_line(me: Visitor, db: Connection) -> list[tuple[Press, Moment]]:
    """Bank and holder; the number is said only to whoever chose to transfer."""
    there = account_in_force(db, me.club_id, me.now)
    press = StartPress("change_account")
    if there is None:
        return [(press, say.line("", ""))]
    return [(press, say.line(bank_name(there.bin), there.holder))]


@dialogue("change_account", title=say.title, about=4)
async def change_account(ask: Ask, me: Visitor) -> ChangeBankAccount | Said:
    if not me.may(Action.CHANGE_SETTING):
        return said_no(Code.NOT_ALLOWED)
    bank = await ask.choice(
        "bank",
        say.which_bank(),
        among=(*BANKS, OTHER_BANK),
        shown_as=lambda each: say.bank(BANKS.get(each, "")),
        key=lambda each: each or "other",
    )
    if bank == OTHER_BANK:
        bank = await ask.text("bin", say.which_bin(), longest=10)
    number = await ask.text("number", say.which_number(), longest=40)
    holder = await ask.text("holder", say.which_holder(), longest=60)
    try:
        account = checked_account(bank, number, holder)
    except Refused:
        return Said(say.not_an_account())
    what = say.described(bank_name(account.bin), account.number, account.holder)
    if not await ask.confirm("agreed", say_fee.read_back(what)):
        return Said(say_fee.unchanged())
    return ChangeBankAccount(account.bin, account.number, account.holder)


def _described(db: Connection, about: Proposal) -> Moment:
    kept = kept_account(db, about.subject).account
    return say.described(bank_name(kept.bin), kept.number, kept.holder)


def _done(db: Connection, fact: Agreed) -> Moment:
    kept = kept_account(db, fact.proposal.subject)
    at = _from(db, fact.proposal)
    return say.agreed(bank_name(kept.account.bin), kept.account.holder, day=at.date(), at=at.time())


def _told(db: Connection, fact: Agreed) -> list[tuple[int, Moment | Card]]:
    """All members, without the number."""
    about = fact.proposal
    kept, at = kept_account(db, about.subject).account, _from(db, about)
    said = say.members_hear(
        club(db, about.club_id).name,
        bank_name(kept.bin),
        kept.holder,
        day=at.date(),
        at=at.time(),
        by=name_of(db, about.proposed_by),
        second=name_of(db, decided_by(db, about)),
    )
    return [(each, said) for each in member_persons(db, about.club_id) if each != about.proposed_by]


def _from(db: Connection, about: Proposal) -> datetime:
    """When it begins to be given out, by the club's clock."""
    at = kept_account(db, about.subject).holds_from
    if at is None:
        raise LookupError("an account that two agreed on a moment ago")
    return at.astimezone(ZoneInfo(club(db, about.club_id).timezone))


MATTERS[ProposalKind.BANK_ACCOUNT] = MatterSaid(_described, _done, _told)

entrance(
    StartPress("change_account"),
    label=say.title,
    open_to=lambda me: me.may(Action.CHANGE_SETTING),
    command="doitaikhoan",
    words=("đổi tài khoản", "tài khoản câu lạc bộ", "change the account"),
    in_menu=False,
)
