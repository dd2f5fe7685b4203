"""Where to transfer, as text and as a picture: only for her who has just chosen to transfer."""

from club.bank_transfer import purpose_of
from club.banks import bank_name
from handlers.dialogue.visitor import Visitor
from messages.moments import Moment
from messages.money import bank_account as say
from messages.papers.kinds import Paper
from messages.papers.transfers import transfer
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.money.bank_accounts import account_in_force
from storage.queries.money.contributions import Contribution


def told_where(
    db: Connection, given: Contribution, me: Visitor, waits: Moment
) -> tuple[Moment, tuple[Paper, ...]]:
    """What was noted, with account and picture where she herself chose to transfer.

    Never in a reminder, never for somebody else (Club rules, B.5).
    """
    account = account_in_force(db, given.club_id, me.now)
    hers = given.declared_by == given.person_id == me.person_id
    if given.paid_how != "bank" or given.amount is None or account is None or not hers:
        return waits, ()
    purpose = purpose_of(given.kind, given.id)
    text = say.transfer_now(
        waits,
        bank_name(account.bin),
        account.number,
        holder=account.holder,
        amount=given.amount,
        purpose=purpose,
    )
    picture = transfer(
        club=club(db, given.club_id).name,
        bank=account.bin,
        number=account.number,
        holder=account.holder,
        amount=given.amount,
        purpose=purpose,
    )
    return text, (picture,)
