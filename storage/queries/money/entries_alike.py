"""Whether a sum stands in the books already: the same kind and sum of the same person lately."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, Connection, bindparam, func, select, union_all

from club.accounts import Kind
from club.money import Money
from storage.queries.members.naming import NAMED
from storage.queries.money.entries import MOVED
from storage.tables.board_life import records_joined
from storage.tables.books import reversals, transactions
from storage.tables.columns import Dong
from storage.tables.people import members, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a member of the club: a sum of whole đồng, looked for since a day."""

    club_id: int
    member_id: int
    kind: Kind
    amount: Money
    since: date


@dataclass(frozen=True, slots=True)
class AlikeEntry:
    """An entry that may be what somebody is about to tell once more; `person_id` is whose it is, 0
    where it is the club's own.
    """

    id: int
    happened_on: date
    voucher: str
    person_id: int
    name: str


# Everybody who tells of money asks this again with each answer, so it is one statement, made once.
_HER_NUMBERS = union_all(
    select(bindparam("member_id", type_=BigInteger)),
    select(records_joined.c.old_member_id).where(
        records_joined.c.member_id == bindparam("member_id", type_=BigInteger)
    ),
)
_ALIKE = (
    select(
        transactions.c.id,
        transactions.c.happened_on,
        transactions.c.voucher,
        # An entry keeps the number of a record that was joined to another.
        func.coalesce(records_joined.c.person_id, members.c.person_id).label("person_id"),
        NAMED.label("concerned"),
    )
    .select_from(
        transactions.join(members, members.c.id == transactions.c.for_member)
        .join(persons, persons.c.id == members.c.person_id)
        .outerjoin(records_joined, records_joined.c.old_member_id == members.c.id)
        .outerjoin(reversals, reversals.c.reverses_id == transactions.c.id)
    )
    .where(
        transactions.c.for_member.in_(_HER_NUMBERS),
        transactions.c.club_id == bindparam("club_id"),
        transactions.c.kind == bindparam("kind"),
        transactions.c.happened_on >= bindparam("since"),
        reversals.c.id.is_(None),
        bindparam("amount", type_=Dong) == MOVED,
    )
    .order_by(transactions.c.sequence.desc())
    .limit(1)
)


_INCOME = (
    select(transactions.c.id, transactions.c.happened_on, transactions.c.voucher)
    .select_from(transactions.outerjoin(reversals, reversals.c.reverses_id == transactions.c.id))
    .where(
        transactions.c.club_id == bindparam("club_id"),
        transactions.c.kind == Kind.BUSINESS.value,
        transactions.c.happened_on >= bindparam("since"),
        reversals.c.id.is_(None),
        bindparam("amount", type_=Dong) == MOVED,
    )
    .order_by(transactions.c.sequence.desc())
    .limit(1)
)


def income_alike(db: Connection, club_id: int, amount: Money, since: date) -> AlikeEntry | None:
    """The newest entry of so much that the club earned since a day, if nobody reversed it."""
    values = {"club_id": club_id, "amount": amount, "since": since}
    row = db.execute(_INCOME, values).first()
    return None if row is None else AlikeEntry(row.id, row.happened_on, row.voucher or "", 0, "")


def entry_alike(db: Connection, told: Told) -> AlikeEntry | None:
    """The newest entry like it, if nobody reversed it.

    Entries of records that were joined to hers count as hers.
    """
    row = db.execute(
        _ALIKE,
        {
            "club_id": told.club_id,
            "member_id": told.member_id,
            "kind": told.kind.value,
            "amount": told.amount,
            "since": told.since,
        },
    ).first()
    if row is None:
        return None
    return AlikeEntry(row.id, row.happened_on, row.voucher or "", row.person_id, row.concerned)
