"""Money paid out and help given, as people read it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from club.address import PersonName
from club.areas import Area
from club.calendar import Month
from club.money import NOTHING, Money
from club.payments import Purpose
from club.photos import About
from storage.queries.members.naming import NAMED
from storage.queries.photos import with_photos
from storage.tables.activities import help_given, payment_slips
from storage.tables.books import postings, reversals, transactions
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment slip; without an entry it waits, or was declined. `name` is the member's."""

    id: int
    club_id: int
    purpose: Purpose
    area: Area | None
    what: str
    salt: str
    receiver: str
    receiver_id: int | None
    person_id: int | None
    name: PersonName
    may_be_named: bool
    found_by: int | None
    paid_on: date
    transaction_id: int | None
    voucher: str
    amount: Money


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """Goods, days or paperwork given to a member in trouble."""

    given_on: date
    kind: str
    what: str
    name: PersonName
    may_be_named: bool


_PAID = (
    select(func.sum(postings.c.amount))
    .where(postings.c.transaction_id == payment_slips.c.transaction_id, postings.c.amount > NOTHING)
    .correlate(payment_slips)
    .scalar_subquery()
)
_PAYMENTS = (
    select(
        payment_slips,
        members.c.person_id,
        NAMED.label("called"),
        transactions.c.voucher,
        _PAID.label("paid"),
    )
    .select_from(
        payment_slips.outerjoin(members, members.c.id == payment_slips.c.receiver_id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .outerjoin(transactions, transactions.c.id == payment_slips.c.transaction_id)
        .outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
    )
    .order_by(transactions.c.sequence, payment_slips.c.id)
)


def payment(db: Connection, club_id: int, number: int) -> Payment | None:
    found = _payments(db, payment_slips.c.id == number, payment_slips.c.club_id == club_id)
    return found[0] if found else None


def payments_in(db: Connection, club_id: int, month: Month) -> list[Payment]:
    """What was paid out in a booked month and not taken back, in the order of the books."""
    return _payments(
        db,
        payment_slips.c.club_id == club_id,
        transactions.c.booked_month == month,
        reversals.c.id.is_(None),
    )


def payments_alike(db: Connection, club_id: int, amount: Money, since: date) -> list[Payment]:
    """Payment slips of this sum since a day, booked and not taken back, the newest last."""
    found = _payments(
        db,
        payment_slips.c.club_id == club_id,
        payment_slips.c.paid_on >= since,
        payment_slips.c.transaction_id.is_not(None),
        reversals.c.id.is_(None),
    )
    return [each for each in found if each.amount == amount]


@dataclass(frozen=True, slots=True)
class Receipts:
    """Payment slips booked in a month, and the numbers of the entries with a receipt's photo."""

    slips: int
    photographed: tuple[int, ...]


def receipts_in(db: Connection, club_id: int, month: Month) -> Receipts:
    """How many slips the month's books hold, taken back ones too, and which have a photo."""
    found = db.execute(
        select(payment_slips.c.id, transactions.c.sequence)
        .join(transactions, transactions.c.id == payment_slips.c.transaction_id)
        .where(payment_slips.c.club_id == club_id, transactions.c.booked_month == month)
        .order_by(transactions.c.sequence)
    ).all()
    seen = with_photos(db, About.RECEIPT, [row.id for row in found])
    return Receipts(len(found), tuple(row.sequence for row in found if row.id in seen))


def spent_by_area(paid: list[Payment]) -> dict[Area, Money]:
    """The sum of these payments for each area, in the areas' order."""
    sums: dict[Area, Money] = defaultdict(lambda: NOTHING)
    for each in paid:
        if each.area is not None:
            sums[each.area] += each.amount
    return {area: sums[area] for area in Area if area in sums}


def help_in(db: Connection, club_id: int, month: Month) -> list[HelpGiven]:
    """Goods, days and paperwork given in a month; money stands among the payments."""
    found = db.execute(
        select(help_given, NAMED.label("called"))
        .select_from(
            help_given.outerjoin(members, members.c.id == help_given.c.member_id).outerjoin(
                persons, persons.c.id == members.c.person_id
            )
        )
        .where(
            help_given.c.club_id == club_id,
            help_given.c.kind != "money",
            help_given.c.given_on.between(month.first_day, month.last_day),
        )
        .order_by(help_given.c.given_on, help_given.c.id)
    )
    return [
        HelpGiven(
            row.given_on,
            row.kind,
            row.what,
            row.called or PersonName(""),
            bool(row.may_be_named),
        )
        for row in found
    ]


def person_of(db: Connection, club_id: int, member_id: int) -> int | None:
    """The person who is this member of the club."""
    found = select(members.c.person_id).where(
        members.c.id == member_id, members.c.club_id == club_id
    )
    number: int | None = db.execute(found).scalar()
    return number


def _payments(db: Connection, *wanted: ColumnElement[bool]) -> list[Payment]:
    return [_payment(row) for row in db.execute(_PAYMENTS.where(*wanted))]


def _payment(row: Any) -> Payment:
    paid = row.paid
    return Payment(
        id=row.id,
        club_id=row.club_id,
        purpose=Purpose(row.purpose),
        area=None if row.area is None else Area(row.area),
        what=row.what,
        salt=row.salt,
        receiver=row.receiver,
        receiver_id=row.receiver_id,
        person_id=row.person_id,
        name=row.called or PersonName(""),
        may_be_named=row.may_be_named,
        found_by=row.found_by,
        paid_on=row.paid_on,
        transaction_id=row.transaction_id,
        voucher=row.voucher or "",
        amount=paid if isinstance(paid, Money) else Money(int(paid or 0)),
    )
