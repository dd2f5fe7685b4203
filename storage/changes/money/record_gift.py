"""The board writes a gift from outside into the Golden Heart book; goods are handed on."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert

from club.ledger import donation_received
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import AsBooksStand, Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written, booked_month, write_entry
from storage.changes.money.confirm_contribution import place_received
from storage.changes.money.keep_goods import keep_first
from storage.changes.money.second_person import locked_club_of
from storage.changes.rights import must_be_allowed
from storage.queries.money.golden_heart import PURPOSE, goods_in_stock
from storage.queries.money.ledger import fund_of_kind
from storage.tables.books import golden_heart, goods_given
from storage.tables.people import consents

WORDING = "golden_heart.may_be_named/1"


@dataclass(frozen=True, slots=True)
class GiftRecorded:
    """`voucher` is empty for goods and days."""

    gift: "RecordGift"
    voucher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordGift(AsBooksStand):
    """From somebody outside the club; `donor` is kept only where he agreed to be named."""

    donor: str
    donor_agreed: bool
    kind: str
    amount: Money | None = None
    item: str = ""
    unit: str = ""
    quantity_thousandths: int = 0
    by_bank: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> GiftRecorded:
        """Money only by whoever has it in hand or sees it in the account (Club rules, B.4)."""
        money = self.kind == "money"
        must_be_allowed(db, deed, Action.CONFIRM_CONTRIBUTION if money else Action.ENTER_MEMBER)
        club_id = locked_club_of(deed, db)
        if self.donor_agreed and not self.donor.strip():
            raise Refused(Code.REASON_MISSING)
        written = self._book(db, deed, club_id) if money else None
        inserted(
            db,
            golden_heart,
            club_id=club_id,
            given_on=deed.today,
            booked_month=booked_month(db, club_id, deed.today),
            kind=self.kind,
            donor=self.donor.strip() if self.donor_agreed else "",
            donor_agreed=self.donor_agreed,
            amount=self.amount,
            item=self.item or None,
            unit=self.unit or None,
            quantity_thousandths=self.quantity_thousandths or None,
            transaction_id=None if written is None else written.transaction_id,
            cause=deed.cause,
        )
        if self.kind == "goods":
            keep_first(db, deed, self.item, self.unit)
        return GiftRecorded(self, "" if written is None else written.voucher)

    def _book(self, db: Connection, deed: Deed, club_id: int) -> Written:
        if self.amount is None or self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        gift = donation_received(
            fund=fund_of_kind(db, club_id, "operating"),
            place=place_received(db, club_id, deed, by_bank=self.by_bank),
            amount=self.amount,
            happened_on=deed.today,
        )
        return write_entry(db, deed, gift)


@dataclass(frozen=True, slots=True)
class GoodsGiven:
    """`left`: thousandths of the unit that the club still keeps."""

    goods: "GiveGoods"
    left: int


@dataclass(frozen=True, slots=True)
class GiveGoods:
    """Goods of the book go to somebody; never more than there are."""

    item: str
    unit: str
    quantity_thousandths: int
    to_whom: str

    def carry_out(self, db: Connection, deed: Deed) -> GoodsGiven:
        must_be_allowed(db, deed, Action.ENTER_MEMBER)
        club_id = locked_club_of(deed, db)
        there = [
            each.left
            for each in goods_in_stock(db, club_id)
            if (each.item, each.unit) == (self.item, self.unit)
        ]
        if not there or not 0 < self.quantity_thousandths <= there[0]:
            raise Refused(Code.GOODS_TOO_FEW)
        inserted(
            db,
            goods_given,
            club_id=club_id,
            given_on=deed.today,
            item=self.item,
            unit=self.unit,
            quantity_thousandths=self.quantity_thousandths,
            to_whom=self.to_whom,
            recorded_by=deed.person,
            recorded_at=deed.now,
            cause=deed.cause,
        )
        return GoodsGiven(self, there[0] - self.quantity_thousandths)


@dataclass(frozen=True, slots=True)
class NamingChosen:
    may_be_named: bool


@dataclass(frozen=True, slots=True)
class ChooseNaming:
    """Whether she may be named in the Golden Heart book; silence is no (Club rules, G.1)."""

    may_be_named: bool

    def carry_out(self, db: Connection, deed: Deed) -> NamingChosen:
        must_be_allowed(db, deed, Action.SEE_OWN_ACCOUNT)
        db.execute(
            insert(consents).values(
                person_id=deed.person,
                purpose=PURPOSE,
                wording=WORDING,
                given=self.may_be_named,
                at=deed.now,
            )
        )
        return NamingChosen(self.may_be_named)
