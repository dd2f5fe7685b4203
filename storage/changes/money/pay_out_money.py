"""Money is paid out: an expense, help for a member in trouble, a standing amount.

Up to the club's limit by one, above it once a second person has agreed (Club rules, B.4, E.2).
"""

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, update

from club.accounts import Entry
from club.areas import Area
from club.chain import salted
from club.ledger import check_cash, check_day, expense_paid, help_paid
from club.members import Action
from club.money import NOTHING, Money
from club.payments import AREA_OF_HELP, AREA_OF_VISITS, STANDING, Purpose, check_payer, needs_second
from club.photos import About
from club.refusals import Code, Refused
from storage.changes.attach_photo import attach_photos
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import Written, write_entry
from storage.changes.money.second_person import (
    SALT_BYTES,
    Proposed,
    carried_out,
    locked_club_of,
    propose,
    write_for_two,
)
from storage.changes.rights import must_be_allowed, must_not_be_new
from storage.queries.members.households import offices_held, person_in
from storage.queries.money.ledger import cash_in, funds_of, places_of
from storage.queries.money.payments import Payment, payment, person_of
from storage.queries.money.proposals import Proposal, ProposalKind
from storage.queries.settings.settings import setting
from storage.tables.activities import help_given, payment_slips


@dataclass(frozen=True, slots=True)
class PaidOut:
    """It is in the books, by one person alone."""

    payment: Payment
    written: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOutMoney:
    """One payment slip. The receiver is a member, or somebody outside by name.

    may_be_named: whether she agrees that all members read her name; else nobody but the board
    does. found_by: the person who noticed that help was needed. photo: of the receipt.
    """

    purpose: Purpose
    fund: int
    place: int
    amount: Money
    what: str
    area: Area | None
    receiver: str = ""
    receiver_id: int | None = None
    paid_on: date | None = None
    may_be_named: bool = False
    found_by: int | None = None
    photo: int | None = None

    def carry_out(self, db: Connection, deed: Deed) -> PaidOut | Proposed:
        club_id = locked_club_of(deed, db)
        _check(db, deed, self, club_id)
        slip = _keep(db, deed, self, club_id)
        attach_photos(db, deed, [self.photo], about=About.RECEIPT, subject=slip.id)
        day = self.paid_on or deed.today
        limit = Money(setting(db, club_id, "expense_limit", deed.today))
        check_cash(self.amount, there=cash_in(db, club_id, self.place, self.fund))
        check_day(day, today=deed.today, has_second=True)
        if needs_second(self.purpose, self.amount, limit=limit, happened_on=day, today=deed.today):
            content = {
                "member": self.receiver_id,
                "fund": self.fund,
                "place": self.place,
                "amount": self.amount.dong,
            }
            return propose(db, deed, ProposalKind.SPEND, content, subject=slip.id, reason=self.what)
        digest = salted(slip.what, slip.salt) if slip.what else None
        entry = _entry(slip, fund=self.fund, place=self.place, amount=self.amount)
        written = write_entry(db, deed, entry, for_member=self.receiver_id, reason_digest=digest)
        return PaidOut(_in_the_books(db, slip, written, deed), written)


def _check(db: Connection, deed: Deed, asked: PayOutMoney, club_id: int) -> None:
    """Who, to whom, how much, from where."""
    if asked.amount <= NOTHING:
        raise Refused(Code.SUM_TOO_SMALL, smallest=Money(1))
    if asked.purpose not in STANDING and not asked.what.strip():
        raise Refused(Code.REASON_MISSING)
    if asked.fund not in {each.id for each in funds_of(db, club_id)}:
        raise Refused(Code.NOT_FOUND)
    if asked.place not in {each.id for each in places_of(db, club_id)}:
        raise Refused(Code.NOT_FOUND)
    if asked.purpose is not Purpose.EXPENSE and asked.receiver_id is None:
        raise Refused(Code.NOT_FOUND)
    if asked.purpose in STANDING and asked.amount != standing_sum(
        db, club_id, asked.purpose, deed.today
    ):
        raise Refused(Code.NOT_VOTED)
    must_be_allowed(db, deed, Action.BOARD_WORK)
    must_not_be_new(db, deed)
    must_pay(
        db, club_id, deed.today, purpose=asked.purpose, payer=deed.person, to=asked.receiver_id
    )


def standing_sum(db: Connection, club_id: int, purpose: Purpose, day: date) -> Money:
    """What the club has voted for this. Raises Refused(NOT_VOTED) where it has voted nothing."""
    amount = Money(setting(db, club_id, STANDING[purpose], day))
    if not amount:
        raise Refused(Code.NOT_VOTED)
    return amount


def must_pay(
    db: Connection, club_id: int, today: date, *, purpose: Purpose, payer: int, to: int | None
) -> None:
    """Raises Refused for everybody who may not pay this to this member, or outside with None."""
    receiver = None
    if to is not None:
        found = person_of(db, club_id, to)
        if found is None:
            raise Refused(Code.NOT_FOUND)
        receiver = person_in(db, club_id, found, today)
    check_payer(
        purpose,
        offices_held(db, club_id, today),
        payer=person_in(db, club_id, payer, today),
        receiver=receiver,
    )


def _keep(db: Connection, deed: Deed, asked: PayOutMoney, club_id: int) -> Payment:
    """The slip with its words, not in the books yet."""
    area = asked.area
    if asked.purpose in STANDING:
        area = AREA_OF_VISITS
    elif asked.purpose is Purpose.HELP:
        area = AREA_OF_HELP
    number = inserted(
        db,
        payment_slips,
        club_id=club_id,
        purpose=asked.purpose.value,
        area=None if area is None else area.value,
        what=asked.what.strip(),
        salt=secrets.token_hex(SALT_BYTES),
        receiver=asked.receiver.strip(),
        receiver_id=asked.receiver_id,
        may_be_named=asked.may_be_named,
        found_by=asked.found_by,
        paid_on=asked.paid_on or deed.today,
        cause=deed.cause,
    )
    return _there(db, club_id, number)


def _entry(slip: Payment, *, fund: int, place: int, amount: Money) -> Entry:
    if slip.purpose is Purpose.HELP and slip.receiver_id is not None:
        return help_paid(
            fund=fund,
            place=place,
            amount=amount,
            member=slip.receiver_id,
            happened_on=slip.paid_on,
        )
    return expense_paid(fund=fund, place=place, amount=amount, happened_on=slip.paid_on)


@carried_out(ProposalKind.SPEND)
def pay_out(db: Connection, deed: Deed, agreed: Proposal) -> tuple[Written, ...]:
    """Two have agreed: the proposer pays it out."""
    slip = _there(db, agreed.club_id, agreed.subject)
    entry = _entry(
        slip,
        fund=agreed.content["fund"],
        place=agreed.content["place"],
        amount=Money(agreed.content["amount"]),
    )
    written = write_for_two(db, deed, agreed, entry, for_member=slip.receiver_id)
    _in_the_books(db, slip, written, deed)
    return (written,)


def _in_the_books(db: Connection, slip: Payment, written: Written, deed: Deed) -> Payment:
    """The slip points at its entry; help to a member counts as help given."""
    db.execute(
        update(payment_slips)
        .where(payment_slips.c.id == slip.id)
        .values(transaction_id=written.transaction_id)
    )
    if slip.purpose is Purpose.HELP:
        db.execute(
            insert(help_given).values(
                club_id=slip.club_id,
                member_id=slip.receiver_id,
                given_on=slip.paid_on,
                kind="money",
                what=slip.what,
                transaction_id=written.transaction_id,
                found_by=slip.found_by,
                may_be_named=slip.may_be_named,
                cause=deed.cause,
            )
        )
    return _there(db, slip.club_id, slip.id)


def _there(db: Connection, club_id: int, number: int) -> Payment:
    found = payment(db, club_id, number)
    if found is None:
        raise LookupError("a slip that was just written")
    return found
