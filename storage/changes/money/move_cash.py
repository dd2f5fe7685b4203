"""The cashier carries money of the club from the tin to its account, or out of the account."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.ledger import moved
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import place_of_kind, write_entry
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import cash_in, funds_of


@dataclass(frozen=True, slots=True)
class CashMoved:
    """`left`: what stays of this fund where the money was."""

    amount: Money
    to_bank: bool
    left: Money


@dataclass(frozen=True, slots=True)
class MoveCash:
    """One fund's money; what it is for stays as it is (Club rules, A.1)."""

    fund: int
    amount: Money
    to_bank: bool

    def carry_out(self, db: Connection, deed: Deed) -> CashMoved:
        must_be_allowed(db, deed, Action.CARRY_TO_TIN)
        club_id = locked_club_of(deed, db)
        if self.fund not in {each.id for each in funds_of(db, club_id)}:
            raise Refused(Code.NOT_FOUND)
        if self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        tin, bank = place_of_kind(db, club_id, "tin"), place_of_kind(db, club_id, "bank")
        giver, getter = (tin, bank) if self.to_bank else (bank, tin)
        entry = moved(
            fund=self.fund,
            from_place=giver,
            to_place=getter,
            amount=self.amount,
            happened_on=deed.today,
        )
        write_entry(db, deed, entry)
        return CashMoved(self.amount, self.to_bank, cash_in(db, club_id, giver, self.fund))
