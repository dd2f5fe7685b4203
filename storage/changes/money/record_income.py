"""What the club has earned together comes into its books: vegetables sold, chairs lent."""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.ledger import business_income
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.money.book import write_entry
from storage.changes.money.confirm_contribution import place_received
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.money.ledger import fund_of_kind


@dataclass(frozen=True, slots=True)
class IncomeRecorded:
    amount: Money
    voucher: str


@dataclass(frozen=True, slots=True)
class RecordIncome:
    """Only by whoever has it in hand or sees it in the account (Club rules, A.3, B.4)."""

    amount: Money
    by_bank: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> IncomeRecorded:
        must_be_allowed(db, deed, Action.CONFIRM_CONTRIBUTION)
        club_id = locked_club_of(deed, db)
        if self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        earned = business_income(
            fund=fund_of_kind(db, club_id, "operating"),
            place=place_received(db, club_id, deed, by_bank=self.by_bank),
            amount=self.amount,
            happened_on=deed.today,
        )
        return IncomeRecorded(self.amount, write_entry(db, deed, earned).voucher)
