"""Whoever takes the money enters a gift that a member hands over: money, goods or working days.

It stands on record as entered on behalf, confirmed at once, and in the Golden Heart book as hers.
"""

from dataclasses import dataclass

from sqlalchemy import Connection

from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import AsBooksStand, Deed
from storage.changes.money.confirm_contribution import (
    ContributionConfirmed,
    book_gift,
    decide_declaration,
    note_gift,
    place_received,
)
from storage.changes.money.second_person import locked_club_of
from storage.changes.money.take_fee import Given, check_may_take, put_on_record
from storage.changes.rights import must_be_allowed
from storage.queries.money.contributions import contribution


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeGift(AsBooksStand):
    """`kind`: money with `amount`, or goods and days with `item`, `unit` and how much of it."""

    member_id: int
    kind: str
    amount: Money | None = None
    item: str = ""
    unit: str = ""
    quantity_thousandths: int = 0
    by_bank: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> ContributionConfirmed:
        must_be_allowed(db, deed, Action.CONFIRM_CONTRIBUTION)
        club_id = locked_club_of(deed, db)
        check_may_take(db, deed, club_id, self.member_id)
        if self.kind == "money" and (self.amount is None or self.amount <= NOTHING):
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        number = put_on_record(db, deed, self._given(), transaction_id=None)
        told = contribution(db, club_id, number)
        assert told is not None
        transaction, voucher = None, ""
        if self.amount is not None:
            place = place_received(db, club_id, deed, by_bank=self.by_bank)
            written = book_gift(db, deed, told, place=place, happened_on=deed.today)
            transaction, voucher = written.transaction_id, written.voucher
            decide_declaration(db, deed, number, state="confirmed", transaction_id=transaction)
        note_gift(db, deed, told, day=deed.today, transaction_id=transaction)
        return ContributionConfirmed(told, voucher, (), deed.today)

    def _given(self) -> Given:
        taken = "bank" if self.by_bank else "hands"
        how = "given" if self.amount is None else taken
        return Given(
            self.member_id,
            self.kind,
            self.amount,
            how,
            item=self.item,
            unit=self.unit,
            quantity_thousandths=self.quantity_thousandths,
        )
