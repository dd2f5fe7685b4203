"""The cashier's yes or no to a contribution that waits. A yes is an entry in the books."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from club.calendar import Month, day_in_zone
from club.contributions import FeeCovered
from club.ledger import DAYS_BACK, donation_received
from club.refusals import Code, Refused
from storage.changes.deed import AsBooksStand, Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written, booked_month, lock_club, place_of_kind, write_entry
from storage.changes.money.keep_goods import keep_first
from storage.changes.money.receive_fee import receive_fee
from storage.queries.clubs import club
from storage.queries.members.boards import holders
from storage.queries.money.contributions import Contribution, contribution, why_not_confirm
from storage.queries.money.ledger import fund_of_kind
from storage.tables.books import declarations, golden_heart, places


@dataclass(frozen=True, slots=True)
class ContributionConfirmed:
    """It is in the books. `voucher` is empty and `months` none where it was goods or days."""

    declaration: Contribution
    voucher: str
    months: tuple[Month, ...]
    received_on: date
    booked_in: Month | None = None
    """The month it is booked in, where the one it was received in is closed."""
    covered: tuple[FeeCovered, ...] = ()
    """What of a fee went to each of its months."""


@dataclass(frozen=True, slots=True)
class ContributionRefused:
    declaration: Contribution
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmContribution(AsBooksStand):
    """'The cash is in my hand', or 'I see it in the account' (Club rules, B.4)."""

    declaration_id: int

    def carry_out(self, db: Connection, deed: Deed) -> ContributionConfirmed:
        waiting = _waiting(db, deed, self.declaration_id)
        written, covered = self._book(db, deed, waiting)
        months = tuple(each.month for each in covered)
        transaction_id = None if written is None else written.transaction_id
        received_on = _received_on(db, deed, waiting)
        if waiting.kind != "fee":
            note_gift(db, deed, waiting, day=received_on, transaction_id=transaction_id)
        decide_declaration(
            db, deed, self.declaration_id, state="confirmed", transaction_id=transaction_id
        )
        if written is None:
            return ContributionConfirmed(waiting, "", months, received_on)
        late = written.booked_month > Month.of(received_on)
        return ContributionConfirmed(
            waiting,
            written.voucher,
            months,
            received_on,
            booked_in=written.booked_month if late else None,
            covered=covered,
        )

    def _book(
        self, db: Connection, deed: Deed, waiting: Contribution
    ) -> tuple[Written | None, tuple[FeeCovered, ...]]:
        """The entry; goods and working days never enter cash (Club rules, A.7)."""
        if waiting.amount is None or waiting.kind not in {"fee", "money"}:
            return None, ()
        by_bank = waiting.paid_how == "bank"
        place = place_received(db, waiting.club_id, deed, by_bank=by_bank)
        if waiting.kind == "fee":
            fee = receive_fee(
                db,
                deed,
                member_id=waiting.member_id,
                amount=waiting.amount,
                place=place,
                happened_on=_received_on(db, deed, waiting),
            )
            return fee.written, fee.covered
        day = _received_on(db, deed, waiting)
        return book_gift(db, deed, waiting, place=place, happened_on=day), ()


@dataclass(frozen=True, slots=True)
class RefuseContribution:
    """It has not arrived; the member hears why."""

    declaration_id: int
    reason: str

    def carry_out(self, db: Connection, deed: Deed) -> ContributionRefused:
        if not self.reason.strip():
            raise Refused(Code.REASON_MISSING)
        waiting = _waiting(db, deed, self.declaration_id)
        decide_declaration(db, deed, self.declaration_id, state="refused", reason=self.reason)
        return ContributionRefused(waiting, self.reason)


def _waiting(db: Connection, deed: Deed, number: int) -> Contribution:
    """The contribution, locked for this transaction, if it waits for this person's word."""
    if deed.club_id is None:
        raise Refused(Code.NOT_ALLOWED)
    lock_club(db, deed.club_id)
    db.execute(select(declarations.c.id).where(declarations.c.id == number).with_for_update())
    found = contribution(db, deed.club_id, number)
    if found is None:
        raise Refused(Code.NOT_FOUND)
    if found.state != "waiting":
        raise Refused(Code.ANSWERED)
    why_not = why_not_confirm(db, found, deed.person, deed.today)
    if why_not is not None:
        raise Refused(why_not)
    return found


def _received_on(db: Connection, deed: Deed, waiting: Contribution) -> date:
    """The day she told of it; what nobody answered for very long counts from today, and so does
    what was told of on a day to come, while the clock of the machine was wrong.

    So a payment of the 30th that is confirmed on the 2nd belongs to the old month while that is
    open (Club rules, D.1).
    """
    told_on = day_in_zone(waiting.declared_at, ZoneInfo(club(db, waiting.club_id).timezone))
    return told_on if 0 <= (deed.today - told_on).days <= DAYS_BACK else deed.today


def place_received(db: Connection, club_id: int, deed: Deed, *, by_bank: bool) -> int:
    """Where money lies that just came: the account, the tin, or the hands of who stood in."""
    if by_bank:
        return place_of_kind(db, club_id, "bank")
    if deed.person in holders(db, club_id, deed.today, "cashier"):
        return place_of_kind(db, club_id, "tin")
    return _hands_of(db, club_id, deed.person)


def _hands_of(db: Connection, club_id: int, person_id: int) -> int:
    there = db.execute(
        select(places.c.id).where(
            places.c.club_id == club_id,
            places.c.kind == "hands",
            places.c.keeper_id == person_id,
        )
    ).scalar()
    if there is not None:
        return int(there)
    return inserted(db, places, club_id=club_id, kind="hands", keeper_id=person_id)


def book_gift(
    db: Connection,
    deed: Deed,
    given: Contribution,
    *,
    place: int,
    happened_on: date,
    second_person: int | None = None,
) -> Written:
    """The entry of a member's gift in money; `note_gift` writes it into the Golden Heart book."""
    assert given.amount is not None
    gift = donation_received(
        fund=fund_of_kind(db, given.club_id, "operating"),
        place=place,
        amount=given.amount,
        member=given.member_id,
        happened_on=happened_on,
    )
    return write_entry(db, deed, gift, for_member=given.member_id, second_person=second_person)


def note_gift(
    db: Connection, deed: Deed, given: Contribution, *, day: date, transaction_id: int | None
) -> None:
    """A member's gift in the Golden Heart book."""
    db.execute(
        insert(golden_heart).values(
            club_id=given.club_id,
            given_on=day,
            booked_month=booked_month(db, given.club_id, day),
            kind=given.kind,
            member_id=given.member_id,
            amount=given.amount,
            item=given.item or None,
            unit=given.unit or None,
            quantity_thousandths=given.quantity_thousandths or None,
            transaction_id=transaction_id,
            cause=deed.cause,
        )
    )
    if given.kind == "goods":
        keep_first(db, deed, given.item, given.unit)


def decide_declaration(
    db: Connection,
    deed: Deed,
    number: int,
    *,
    state: str,
    reason: str | None = None,
    transaction_id: int | None = None,
) -> None:
    """What became of what a member told, and by whom."""
    db.execute(
        update(declarations)
        .where(declarations.c.id == number)
        .values(
            state=state,
            decided_by=deed.person_id,
            decided_at=deed.now,
            reason=reason,
            transaction_id=transaction_id,
        )
    )
