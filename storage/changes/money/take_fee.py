"""The cashier enters a fee for a member who hands it over: somebody without a phone, mostly.

It stands on record as entered on behalf: a declaration of the cashier's, confirmed at once. A day
more than 60 days back needs a second person (Club rules, A.8).
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from club.calendar import Month
from club.ledger import DAYS_BACK, check_day
from club.members import Action
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import AsBooksStand, Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written
from storage.changes.money.confirm_contribution import ContributionConfirmed, place_received
from storage.changes.money.receive_fee import FeeTaken, receive_fee
from storage.changes.money.second_person import Proposed, carried_out, locked_club_of, propose
from storage.changes.rights import must_be_allowed
from storage.queries.money.contributions import contribution, takes_money_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.tables.books import declarations
from storage.tables.people import members


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFee(AsBooksStand):
    """`happened_on`: the day the money was handed over."""

    member_id: int
    amount: Money
    happened_on: date
    by_bank: bool = False

    def carry_out(self, db: Connection, deed: Deed) -> ContributionConfirmed | Proposed:
        must_be_allowed(db, deed, Action.CONFIRM_CONTRIBUTION)
        club_id = locked_club_of(deed, db)
        check_may_take(db, deed, club_id, self.member_id)
        if self.amount <= NOTHING:
            raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
        check_day(self.happened_on, today=deed.today, has_second=True)
        if (deed.today - self.happened_on).days > DAYS_BACK:
            return self._proposed(db, deed)
        place = place_received(db, club_id, deed, by_bank=self.by_bank)
        taken = receive_fee(
            db,
            deed,
            member_id=self.member_id,
            amount=self.amount,
            place=place,
            happened_on=self.happened_on,
        )
        return _confirmed(db, deed, self, taken)

    def _proposed(self, db: Connection, deed: Deed) -> Proposed:
        content = {
            "member": self.member_id,
            "amount": self.amount.dong,
            "day": self.happened_on.isoformat(),
            "bank": self.by_bank,
        }
        return propose(db, deed, ProposalKind.OLD_FEE, content, subject=self.member_id)


def check_may_take(db: Connection, deed: Deed, club_id: int, member_id: int) -> None:
    """Refused where this person may not take the member's money (Club rules, B.4)."""
    found = select(members.c.person_id).where(
        members.c.id == member_id, members.c.club_id == club_id, members.c.state == "member"
    )
    giver = db.execute(found).scalar()
    if giver is None:
        raise Refused(Code.NOT_FOUND)
    if not takes_money_of(db, club_id, giver=giver, person=deed.person, today=deed.today):
        raise Refused(Code.OWN_AFFAIR)


def _confirmed(db: Connection, deed: Deed, fee: TakeFee, taken: FeeTaken) -> ContributionConfirmed:
    """The same record as of a fee that she told of and he confirmed, entered by him."""
    number = put_on_record(
        db,
        deed,
        Given(
            fee.member_id,
            "fee",
            fee.amount,
            "bank" if fee.by_bank else "hands",
            tuple(each.month for each in taken.covered),
        ),
        transaction_id=taken.written.transaction_id,
    )
    made = contribution(db, locked_club_of(deed, db), number)
    assert made is not None
    late = taken.written.booked_month > Month.of(fee.happened_on)
    return ContributionConfirmed(
        made,
        taken.written.voucher,
        tuple(each.month for each in taken.covered),
        fee.happened_on,
        booked_in=taken.written.booked_month if late else None,
        covered=taken.covered,
    )


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever enters it took from a member: a fee, or a gift of money, goods or days."""

    member_id: int
    kind: str
    amount: Money | None
    paid_how: str
    months: tuple[Month, ...] = ()
    item: str = ""
    unit: str = ""
    quantity_thousandths: int = 0


def put_on_record(db: Connection, deed: Deed, given: Given, *, transaction_id: int | None) -> int:
    """The number of a declaration that was entered for her and confirmed at once."""
    return inserted(
        db,
        declarations,
        club_id=locked_club_of(deed, db),
        member_id=given.member_id,
        kind=given.kind,
        amount=given.amount,
        item=given.item or None,
        unit=given.unit or None,
        quantity_thousandths=given.quantity_thousandths or None,
        months=[str(each) for each in given.months],
        paid_how=given.paid_how,
        handed_to=deed.person if given.paid_how == "hands" else None,
        state="confirmed",
        cause=deed.cause,
        declared_by=deed.person,
        declared_at=deed.now,
        decided_by=deed.person,
        decided_at=deed.now,
        transaction_id=transaction_id,
    )


@carried_out(ProposalKind.OLD_FEE)
def take_old_fee(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Booked in the open month, with both names; on record as entered by the proposer."""
    fee = TakeFee(
        member_id=agreed.subject,
        amount=Money(agreed.content["amount"]),
        happened_on=date.fromisoformat(agreed.content["day"]),
        by_bank=agreed.content["bank"],
    )
    his = replace(deed, person_id=agreed.proposed_by, cause=f"proposal:{agreed.id}")
    taken = receive_fee(
        db,
        his,
        member_id=fee.member_id,
        amount=fee.amount,
        place=place_received(db, agreed.club_id, his, by_bank=fee.by_bank),
        happened_on=fee.happened_on,
        second_person=deed.person,
    )
    _confirmed(db, his, fee, taken)
    return (taken.written,)
