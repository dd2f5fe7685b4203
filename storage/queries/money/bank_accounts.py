"""The club's account at a bank: the one that holds now, and one that will."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from club.bank_transfer import BankAccount
from storage.tables.books import bank_accounts, places


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """`holds_from` is None as long as two have not agreed."""

    id: int
    account: BankAccount
    holds_from: datetime | None


_SETTLED = (
    select(bank_accounts)
    .where(bank_accounts.c.club_id == bindparam("of_club"), bank_accounts.c.holds_from.is_not(None))
    .order_by(bank_accounts.c.holds_from, bank_accounts.c.id)
)
# The account a club was founded with stands at its place.
_FOUNDED_WITH = (
    select(places.c.bank_bin, places.c.bank_account, places.c.bank_holder)
    .where(
        places.c.club_id == bindparam("of_club"),
        places.c.kind == "bank",
        places.c.bank_account.is_not(None),
    )
    .order_by(places.c.id)
)


def account_in_force(db: Connection, club_id: int, now: datetime) -> BankAccount | None:
    """Where a member may transfer to now; None where the club has settled no account."""
    settled = [each for each in settled_accounts(db, club_id) if _holds(each, now)]
    if settled:
        return settled[-1].account
    row = db.execute(_FOUNDED_WITH, {"of_club": club_id}).first()
    if row is None or not row.bank_bin or not row.bank_holder:
        return None
    return BankAccount(row.bank_bin, row.bank_account, row.bank_holder)


def account_to_come(db: Connection, club_id: int, now: datetime) -> KeptAccount | None:
    """The account that two agreed on and that does not hold yet."""
    waiting = [each for each in settled_accounts(db, club_id) if not _holds(each, now)]
    return waiting[-1] if waiting else None


def settled_accounts(db: Connection, club_id: int) -> list[KeptAccount]:
    """All that two agreed on, in the order in which they came to hold."""
    return [_kept(row) for row in db.execute(_SETTLED, {"of_club": club_id})]


def kept_account(db: Connection, number: int) -> KeptAccount:
    """One of them, agreed on or not."""
    return _kept(db.execute(select(bank_accounts).where(bank_accounts.c.id == number)).one())


def _holds(each: KeptAccount, now: datetime) -> bool:
    return each.holds_from is not None and each.holds_from <= now


def _kept(row: Row[Any]) -> KeptAccount:
    return KeptAccount(row.id, BankAccount(row.bank_bin, row.account, row.holder), row.holds_from)
