"""Closed months: what was frozen, and the entries of a month in the form that is hashed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Select, select

from club.calendar import Month, day_in_zone
from club.chain import FIRST, beginning_of, closing_code, digest
from club.summary.figures import Figures
from club.summary.frozen import thawed
from storage.tables.areas import clubs
from storage.tables.books import closed_months, fee_months, postings, transactions
from storage.tables.loans import repayments
from storage.tables.seals import entry_seals

Sealed = dict[str, Any]
"""An entry as it is hashed: opaque ids, sums and digests, never names (Club rules, G.3)."""


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A month that is final. `whole` is the digest that the closing code is the beginning of.

    `kept`: "figures", "entries" (a seal by the number of each entry) and "carried_over".
    """

    club_id: int
    club_name: str
    month: Month
    kept: Mapping[str, Any]
    rules_version: int
    last_sequence: int
    previous: str
    whole: str
    closed_by: int
    second_person: int
    closed_on: date

    @property
    def code(self) -> str:
        """As it is printed: three groups of four."""
        return closing_code(self.whole)

    @property
    def figures(self) -> Figures:
        return thawed(self.kept["figures"])


def closed_month(db: Connection, club_id: int, month: Month) -> ClosedMonth | None:
    """The month as it was closed; None while it is open."""
    found = _closed(
        db, _CLOSED.where(closed_months.c.club_id == club_id, closed_months.c.month == month)
    )
    return found[0] if found else None


def closed_months_of(db: Connection, club_id: int) -> list[ClosedMonth]:
    """The chain of a club, the oldest first."""
    return _closed(db, _CLOSED.where(closed_months.c.club_id == club_id))


def months_with_code(db: Connection, code: str) -> list[ClosedMonth]:
    """The closed months of all clubs whose closing code this is; none for what is no code."""
    begins = beginning_of(code)
    if begins is None:
        return []
    return _closed(db, _CLOSED.where(closed_months.c.code.startswith(begins)))


_CLOSED = (
    select(closed_months, clubs.c.name.label("club_name"), clubs.c.timezone)
    .join(clubs, clubs.c.id == closed_months.c.club_id)
    .order_by(closed_months.c.club_id, closed_months.c.month)
)


def _closed(db: Connection, query: Select[Any]) -> list[ClosedMonth]:
    return [
        ClosedMonth(
            club_id=row.club_id,
            club_name=row.club_name,
            month=row.month,
            kept=row.figures,
            rules_version=row.rules_version,
            last_sequence=row.last_sequence,
            previous=row.previous_code,
            whole=row.code,
            closed_by=row.closed_by,
            second_person=row.second_person,
            closed_on=day_in_zone(row.closed_at, ZoneInfo(row.timezone)),
        )
        for row in db.execute(query)
    ]


def months_closed(db: Connection, club_id: int) -> list[Month]:
    """Which months of the club are closed, the oldest first."""
    found = select(closed_months.c.month).where(closed_months.c.club_id == club_id)
    return list(db.execute(found.order_by(closed_months.c.month)).scalars())


def last_digest(db: Connection, club_id: int) -> str:
    """What the next closed month is chained to."""
    found = (
        select(closed_months.c.code)
        .where(closed_months.c.club_id == club_id)
        .order_by(closed_months.c.month.desc())
        .limit(1)
    )
    return db.execute(found).scalar() or FIRST


def month_digest(  # the one place that says what a closing code vouches for
    previous: str, entries: Iterable[Sealed], kept: Mapping[str, Any], rules_version: int
) -> str:
    """The digest of a closed month: the one before, its entries in their order, its figures."""
    return digest(previous, list(entries), dict(kept), rules_version)


def seal(entry: Sealed) -> str:
    """A short digest of one entry, kept so that a changed one can be named."""
    return digest(entry)[:16]


def seals_of(db: Connection, club_id: int) -> dict[int, str]:
    """The seal that each entry got when it was written, by its number."""
    found = select(entry_seals.c.sequence, entry_seals.c.seal).where(
        entry_seals.c.club_id == club_id
    )
    return {row.sequence: row.seal for row in db.execute(found.order_by(entry_seals.c.sequence))}


def sealed_entries(
    db: Connection, club_id: int, month: Month | None = None
) -> dict[Month, list[Sealed]]:
    """The entries of a month, or of all by their month, in order, with all that hangs on them."""
    wanted = [transactions.c.club_id == club_id]
    if month is not None:
        wanted.append(transactions.c.booked_month == month)
    found: dict[Month, list[Sealed]] = defaultdict(list)
    for booked, entry in _sealed(db, wanted):
        found[booked].append(entry)
    return found


def sealed_entry(db: Connection, transaction_id: int) -> Sealed:
    """One entry, as it stands in the books. Raises LookupError where there is none."""
    for _, entry in _sealed(db, [transactions.c.id == transaction_id]):
        return entry
    raise LookupError("no such entry")


def _sealed(
    db: Connection, wanted: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[Month, Sealed]]:
    """Entries in their order, each with the month that it is booked in."""
    lines = _by_entry(db, _LINES.where(*wanted))
    fees = _by_entry(db, _FEES.where(*wanted))
    paid = _by_entry(db, _PAID.where(*wanted))
    for row in db.execute(_HEADS.where(*wanted)):
        entry = {
            "postings": lines[row.id], "fee_months": fees[row.id], "repayments": paid[row.id]
        }  # fmt: skip
        yield row.booked_month, _head(row) | entry


_reversed = transactions.alias("reversed")
_HEADS = (
    select(
        transactions.c.id,
        transactions.c.sequence,
        transactions.c.kind,
        transactions.c.happened_on,
        transactions.c.means_month,
        transactions.c.booked_month,
        transactions.c.recorded_at,
        transactions.c.recorded_by,
        transactions.c.second_person,
        transactions.c.for_member,
        transactions.c.channel,
        transactions.c.voucher,
        transactions.c.reason_digest,
        _reversed.c.sequence.label("reverses"),
    )
    .select_from(transactions.outerjoin(_reversed, _reversed.c.id == transactions.c.reverses_id))
    .order_by(transactions.c.sequence)
)
_LINES = (
    select(
        postings.c.transaction_id,
        postings.c.account,
        postings.c.fund_id,
        postings.c.place_id,
        postings.c.member_id,
        postings.c.loan_id,
        postings.c.source,
        postings.c.amount,
    )
    .join(transactions, transactions.c.id == postings.c.transaction_id)
    .order_by(postings.c.id)
)
_FEES = (
    select(
        fee_months.c.transaction_id,
        fee_months.c.member_id,
        fee_months.c.month,
        fee_months.c.amount,
    )
    .join(transactions, transactions.c.id == fee_months.c.transaction_id)
    .order_by(fee_months.c.id)
)
_PAID = (
    select(
        repayments.c.transaction_id,
        repayments.c.loan_id,
        repayments.c.instalment_number,
        repayments.c.principal,
        repayments.c.interest,
        repayments.c.paid_on,
    )
    .join(transactions, transactions.c.id == repayments.c.transaction_id)
    .order_by(repayments.c.id)
)


def _head(row: Any) -> Sealed:
    return {
        "sequence": row.sequence,
        "kind": row.kind,
        "happened_on": _plain(row.happened_on),
        "means": _plain(row.means_month),
        "booked": _plain(row.booked_month),
        "recorded_at": _plain(row.recorded_at),
        "recorded_by": row.recorded_by,
        "second_person": row.second_person,
        "for_member": row.for_member,
        "channel": row.channel,
        "voucher": row.voucher or "",
        "reason": row.reason_digest or "",
        "reverses": row.reverses,
    }


def _by_entry(db: Connection, query: Select[Any]) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = defaultdict(list)
    for row in db.execute(query):
        found[row.transaction_id].append([_plain(value) for value in row[1:]])
    return found


def _plain(value: Any) -> Any:
    """Ids and words as they are, sums in đồng, days, months and instants as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month):
        return str(value)
    return getattr(value, "dong", value)
