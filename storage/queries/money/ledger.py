"""What the books say: balances by place and fund, a month's entries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from club.accounts import Account, Kind, Posting, Source
from club.balances import FundPosition, fund_position
from club.calendar import Month
from club.money import NOTHING, Money
from storage.among import among
from storage.queries.members.naming import NAMED
from storage.tables.books import closed_months, funds, places, postings, transactions
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Place:
    """Where cash lies. `kind` is tin, bank or hands; `keeper` the name of who keeps it."""

    id: int
    kind: str
    name: str
    keeper_id: int | None
    keeper: str


@dataclass(frozen=True, slots=True)
class Fund:
    """What money is for. `kind` is income, operating or other; only others have a name."""

    id: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class BookedEntry:
    """An entry as it stands in the books."""

    id: int
    sequence: int
    kind: Kind
    happened_on: date
    means: Month | None
    booked_month: Month
    for_member: int | None
    voucher: str
    reverses_id: int | None
    postings: tuple[Posting, ...]


_PLACES = (
    select(places.c.id, places.c.kind, places.c.name, places.c.keeper_id, NAMED)
    .select_from(places.outerjoin(persons, persons.c.id == places.c.keeper_id))
    .where(places.c.club_id == bindparam("of_club"))
    .order_by(places.c.id)
)


def places_of(db: Connection, club_id: int) -> list[Place]:
    found = db.execute(_PLACES, {"of_club": club_id})
    return [Place(row[0], row[1], row[2], row[3], row[4] or "") for row in found]


def funds_of(db: Connection, club_id: int) -> list[Fund]:
    found = db.execute(
        select(funds.c.id, funds.c.kind, funds.c.name)
        .where(funds.c.club_id == club_id)
        .order_by(funds.c.id)
    )
    return [Fund(*row) for row in found]


def fund_of_kind(db: Connection, club_id: int, kind: str) -> int:
    """The number of the club's income or operating fund."""
    found = select(funds.c.id).where(funds.c.club_id == club_id, funds.c.kind == kind)
    return int(db.execute(found.order_by(funds.c.id).limit(1)).scalar_one())


def last_closed_month(db: Connection, club_id: int) -> Month | None:
    """Months close in order: everything up to this one is final. None: none is closed yet."""
    found: Month | None = db.execute(
        select(closed_months.c.month)
        .where(closed_months.c.club_id == club_id)
        .order_by(closed_months.c.month.desc())
        .limit(1)
    ).scalar()
    return found


def cash_in(db: Connection, club_id: int, place_id: int, fund_id: int | None = None) -> Money:
    """The cash in one place; of one fund, or of all."""
    wanted = _sum().where(
        postings.c.club_id == club_id,
        postings.c.account == Account.CASH.value,
        postings.c.place_id == place_id,
    )
    if fund_id is not None:
        wanted = wanted.where(postings.c.fund_id == fund_id)
    return _money(db.execute(wanted).scalar())


def cash_by_place(db: Connection, club_id: int) -> dict[int, Money]:
    """The cash that lies in each place, over all funds; places that never held any are left out."""
    return _sums(db, club_id, postings.c.place_id, postings.c.account == Account.CASH.value)


_GAINED = (
    select(postings.c.club_id, postings.c.place_id, func.sum(postings.c.amount).label("gained"))
    .where(
        among(postings.c.transaction_id, "entries"),
        postings.c.account == Account.CASH.value,
    )
    .group_by(postings.c.club_id, postings.c.place_id)
    .having(func.sum(postings.c.amount) > NOTHING)
    .order_by(postings.c.place_id)
)


def cash_gained(db: Connection, entries: Collection[int]) -> list[tuple[int, int, Money]]:
    """Club, place and sum for each place that holds more by these entries together."""
    found = db.execute(_GAINED, {"entries": entries})
    return [(row.club_id, row.place_id, _money(row.gained)) for row in found]


def cash_by_fund(db: Connection, club_id: int) -> dict[int, Money]:
    """The cash of each fund, over all places."""
    return _sums(db, club_id, postings.c.fund_id, postings.c.account == Account.CASH.value)


def principal_by_loan(db: Connection, club_id: int) -> dict[int, Money]:
    """The principal still out, by loan; repaid loans stand with nothing."""
    return _sums(db, club_id, postings.c.loan_id, postings.c.account == Account.PRINCIPAL.value)


def fund_positions(
    db: Connection, club_id: int, until: Month | None = None
) -> dict[int, FundPosition]:
    """Where each fund of the club stands, now or at the end of a booked month."""
    query = (
        select(postings.c.fund_id, postings.c.account, func.sum(postings.c.amount))
        .where(postings.c.club_id == club_id)
        .group_by(postings.c.fund_id, postings.c.account)
    )
    if until is not None:
        query = query.join(transactions, transactions.c.id == postings.c.transaction_id).where(
            transactions.c.booked_month <= until
        )
    sums: dict[int, dict[Account, Money]] = defaultdict(lambda: dict.fromkeys(Account, NOTHING))
    for fund_id, account, amount in db.execute(query):
        sums[fund_id][Account(account)] = _money(amount)
    return {each.id: fund_position(sums[each.id]) for each in funds_of(db, club_id)}


def entries_of(db: Connection, club_id: int, month: Month | None = None) -> list[BookedEntry]:
    """The entries booked in a month, or all of them, in their order."""
    wanted = [transactions.c.club_id == club_id]
    if month is not None:
        wanted.append(transactions.c.booked_month == month)
    lines: dict[int, list[Posting]] = defaultdict(list)
    found = select(postings).join(transactions, transactions.c.id == postings.c.transaction_id)
    for row in db.execute(found.where(*wanted).order_by(postings.c.id)):
        lines[row.transaction_id].append(_posting(row))
    heads = db.execute(select(transactions).where(*wanted).order_by(transactions.c.sequence))
    return [_booked(row, tuple(lines[row.id])) for row in heads]


def _posting(row: Any) -> Posting:
    return Posting(
        account=Account(row.account),
        fund=row.fund_id,
        amount=row.amount,
        place=row.place_id,
        member=row.member_id,
        loan=row.loan_id,
        source=None if row.source is None else Source(row.source),
    )


def _booked(row: Any, lines: tuple[Posting, ...]) -> BookedEntry:
    return BookedEntry(
        row.id,
        row.sequence,
        Kind(row.kind),
        row.happened_on,
        row.means_month,
        row.booked_month,
        row.for_member,
        row.voucher or "",
        row.reverses_id,
        lines,
    )


def _sum() -> Select[Any]:
    return select(func.sum(postings.c.amount))


def _sums(db: Connection, club_id: int, by: Any, where: Any) -> dict[int, Money]:
    found = db.execute(
        select(by, func.sum(postings.c.amount))
        .where(postings.c.club_id == club_id, where)
        .group_by(by)
        .order_by(by)
    )
    return {int(key): _money(amount) for key, amount in found}


def _money(amount: Any) -> Money:
    """A sum as it comes from either database: Money, a Decimal, or nothing without rows."""
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))


def cash_by_kind(db: Connection, club_id: int, month: Month) -> dict[Kind, Money]:
    """What each kind of entry brought in cash in a booked month; negative where it went out.

    Cash that was only carried from place to place or from fund to fund comes to nothing.
    """
    found = db.execute(
        select(transactions.c.kind, func.sum(postings.c.amount))
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month == month,
            postings.c.account == Account.CASH.value,
        )
        .group_by(transactions.c.kind)
        .order_by(transactions.c.kind)
    )
    return {Kind(kind): sum_ for kind, amount in found if (sum_ := _money(amount))}


def first_booked_month(db: Connection, club_id: int) -> Month | None:
    """The month of the club's earliest entry."""
    first: Month | None = db.execute(
        select(transactions.c.booked_month)
        .where(transactions.c.club_id == club_id)
        .order_by(transactions.c.booked_month)
        .limit(1)
    ).scalar()
    return first
