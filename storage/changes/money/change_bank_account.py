"""The club's account changes: two people, 48 hours, and every member is told (Club rules, B.5)."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from club.bank_transfer import checked_account, holds_from
from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.money.bank_accounts import account_in_force, account_to_come
from storage.queries.money.proposals import Proposal, ProposalKind, waiting_proposals
from storage.tables.books import bank_accounts


@dataclass(frozen=True, slots=True)
class ChangeBankAccount:
    """`bin`: six figures; number and holder as they were typed."""

    bin: str
    number: str
    holder: str

    def carry_out(self, db: Connection, deed: Deed) -> Proposed:
        must_be_allowed(db, deed, Action.CHANGE_SETTING)
        club_id = locked_club_of(deed, db)
        account = checked_account(self.bin, self.number, self.holder)
        if account == account_in_force(db, club_id, deed.now):
            raise Refused(Code.NOTHING_CHANGED)
        if waiting_proposals(db, club_id, ProposalKind.BANK_ACCOUNT):
            raise Refused(Code.WAITS_ALREADY)
        if account_to_come(db, club_id, deed.now) is not None:
            raise Refused(Code.CHANGE_AHEAD)
        number = inserted(
            db,
            bank_accounts,
            club_id=club_id,
            bank_bin=account.bin,
            account=account.number,
            holder=account.holder,
            entered_at=deed.now,
        )
        return propose(db, deed, ProposalKind.BANK_ACCOUNT, {}, subject=number)


@carried_out(ProposalKind.BANK_ACCOUNT)
def change_bank_account(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """It is given out 48 hours from now; until then the old one is."""
    db.execute(
        update(bank_accounts)
        .where(bank_accounts.c.id == agreed.subject, bank_accounts.c.club_id == agreed.club_id)
        .values(holds_from=holds_from(deed.now))
    )
    return ()
