"""Writing an entry into the books, inside the transaction of the change that causes it.

Every change that moves money calls `write_entry`. The club's row is locked first, so numbers have
no gaps and a balance that was read is still true when it is spent.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from club.accounts import Account, Entry, Kind, Posting
from club.calendar import Month
from club.ledger import check_cash, check_day
from club.money import NOTHING, Money
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.seal_entries import seal_entry
from storage.queries.money.ledger import cash_in, last_closed_month
from storage.tables.areas import clubs
from storage.tables.books import fee_months, places, postings, transactions
from storage.tables.loans import repayments

# These move no money between the club and somebody, so no slip is written for them.
_WITHOUT_VOUCHER = frozenset({Kind.OPENING, Kind.SHORTAGE, Kind.OVERAGE})

RECEIPT, PAYMENT = "PT", "PC"  # phiếu thu, phiếu chi


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as it stands in the books.

    `voucher` is 'PT 12/2026' (money in), 'PC 3/2026' (money out), or empty.
    """

    transaction_id: int
    sequence: int
    booked_month: Month
    voucher: str


@dataclass(frozen=True, slots=True)
class Attached:
    """What hangs on an entry, as rows that know all but the entry's number."""

    fee_months: Sequence[Mapping[str, object]] = ()
    repayments: Sequence[Mapping[str, object]] = ()


NOTHING_ATTACHED = Attached()


def lock_club(db: Connection, club_id: int) -> None:
    """The first lock of every change of the books. Raises Refused(NOT_FOUND) without such a club.

    The weaker kind of row lock: it keeps other writers of the books out, but not rows that point
    at the club.
    """
    locked = select(clubs.c.id).where(clubs.c.id == club_id).with_for_update(key_share=True)
    if db.execute(locked).first() is None:
        raise Refused(Code.NOT_FOUND)


def write_entry(
    db: Connection,
    deed: Deed,
    entry: Entry,
    *,
    attached: Attached = NOTHING_ATTACHED,
    cause: str | None = None,
    for_member: int | None = None,
    second_person: int | None = None,
    reverses: int | None = None,
    reason_digest: str | None = None,
) -> Written:
    """Write the entry for the club of the deed, with all that hangs on it, and its seal.

    The same cause a second time gives back what it wrote the first time.
    cause: the deed's own unless a change writes several entries, which then need one each.
    second_person: who stood for it beside the doer (Club rules, A.8).
    reason_digest: salted, of words that are kept where they can be erased (Club rules, G.3).
    Raises Refused for a day in the future or too far back, and where a place has too little cash
    of that fund.
    """
    club_id = _club_of(deed)
    lock_club(db, club_id)
    cause = cause or deed.cause
    there = _written_by(db, club_id, cause)
    if there is not None:
        return there
    _check_day(entry, deed, has_second=second_person is not None)
    _check_cash(db, club_id, entry)
    values = {
        "cause": cause,
        "for_member": for_member,
        "second_person": second_person,
        "reverses_id": reverses,
        "reason_digest": reason_digest,
    }
    written = _write(db, deed, entry, values)
    _attach_and_seal(db, club_id, written.transaction_id, attached)
    return written


def _write(db: Connection, deed: Deed, entry: Entry, values: dict[str, Any]) -> Written:
    """The rows of an entry that was found good."""
    club_id = _club_of(deed)
    month = booked_month(db, club_id, entry.happened_on)
    number, voucher = _voucher(db, club_id, entry, month)
    sequence = _next_sequence(db, club_id)
    transaction_id = inserted(
        db,
        transactions,
        club_id=club_id,
        sequence=sequence,
        kind=entry.kind.value,
        happened_on=entry.happened_on,
        means_month=entry.means,
        booked_month=month,
        recorded_at=deed.now,
        recorded_by=deed.person_id,
        channel=deed.channel,
        voucher=voucher or None,
        voucher_number=number,
        **values,
    )
    rows = [_posting_row(each, transaction_id, club_id) for each in entry.postings]
    db.execute(insert(postings), rows)
    deed.entries.append(transaction_id)
    return Written(transaction_id, sequence, month, voucher)


def _attach_and_seal(db: Connection, club_id: int, transaction_id: int, attached: Attached) -> None:
    for table, rows in (
        (fee_months, attached.fee_months), (repayments, attached.repayments)
    ):  # fmt: skip
        if rows:
            db.execute(insert(table), [{**row, "transaction_id": transaction_id} for row in rows])
    seal_entry(db, club_id, transaction_id)


def booked_month(db: Connection, club_id: int, happened_on: date) -> Month:
    """The day's month while it is open, else the first that is not closed (Club rules, A.8)."""
    closed = last_closed_month(db, club_id)
    month = Month.of(happened_on)
    return month if closed is None else max(month, closed.next())


def place_of_kind(db: Connection, club_id: int, kind: str) -> int:
    """The club's tin or account; made the first time something lies there."""
    found = db.execute(
        select(places.c.id)
        .where(places.c.club_id == club_id, places.c.kind == kind)
        .order_by(places.c.id)
    ).scalar()
    return int(found) if found is not None else inserted(db, places, club_id=club_id, kind=kind)


def _club_of(deed: Deed) -> int:
    if deed.club_id is None:
        raise LookupError("an entry belongs to a club")
    return deed.club_id


def _written_by(db: Connection, club_id: int, cause: str) -> Written | None:
    found = db.execute(
        select(
            transactions.c.club_id,
            transactions.c.id,
            transactions.c.sequence,
            transactions.c.booked_month,
            transactions.c.voucher,
        ).where(transactions.c.cause == cause)
    ).first()
    if found is None:
        return None
    if found.club_id != club_id:
        raise ValueError("a cause of another club")
    return Written(found.id, found.sequence, found.booked_month, found.voucher or "")


def _check_day(entry: Entry, deed: Deed, *, has_second: bool) -> None:
    # What the club had before its books began may be of any day.
    check_day(
        entry.happened_on,
        today=deed.today,
        has_second=has_second or entry.kind is Kind.OPENING,
    )


def _check_cash(db: Connection, club_id: int, entry: Entry) -> None:
    """No place gives more of a fund than lies there."""
    taken: dict[tuple[int, int], Money] = defaultdict(lambda: NOTHING)
    for each in entry.postings:
        if each.account is Account.CASH and each.place is not None:
            taken[each.place, each.fund] -= each.amount
    for (place, fund), needed in sorted(taken.items()):
        if needed > NOTHING:
            check_cash(needed, there=cash_in(db, club_id, place, fund))


def _next_sequence(db: Connection, club_id: int) -> int:
    last = select(func.max(transactions.c.sequence)).where(transactions.c.club_id == club_id)
    return int(db.execute(last).scalar() or 0) + 1


def _voucher(db: Connection, club_id: int, entry: Entry, month: Month) -> tuple[int | None, str]:
    """The next slip of its series, by club and year (Club rules, A.10)."""
    cash = sum(each.amount.dong for each in entry.postings if each.account is Account.CASH)
    if cash == 0 or entry.kind in _WITHOUT_VOUCHER:
        return None, ""
    series = RECEIPT if cash > 0 else PAYMENT
    last = db.execute(
        select(func.max(transactions.c.voucher_number)).where(
            transactions.c.club_id == club_id,
            transactions.c.booked_month.between(Month(month.year, 1), Month(month.year, 12)),
            transactions.c.voucher.startswith(f"{series} "),
        )
    ).scalar()
    number = int(last or 0) + 1
    return number, f"{series} {number}/{month.year}"


def _posting_row(posting: Posting, transaction_id: int, club_id: int) -> dict[str, object]:
    return {
        "transaction_id": transaction_id,
        "club_id": club_id,
        "account": posting.account.value,
        "fund_id": posting.fund,
        "place_id": posting.place,
        "member_id": posting.member,
        "loan_id": posting.loan,
        "source": None if posting.source is None else posting.source.value,
        "amount": posting.amount,
    }
