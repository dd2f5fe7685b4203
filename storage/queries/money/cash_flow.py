"""What came in and went out in cash between two days, as it happened and not as it was booked."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from club.accounts import Account, Kind
from club.calendar import Month
from club.contributions import fee_months_owed, total_owed
from club.money import NOTHING, Money
from storage.queries.members.member_record import known_members
from storage.queries.money.fees import fee_facts_of
from storage.tables.books import postings, transactions

_CARRIED = frozenset({Kind.MOVE, Kind.TRANSFER, Kind.HANDED_OVER, Kind.TAKEN_OVER})


@dataclass(frozen=True, slots=True)
class CashFlow:
    """By kind of entry, the largest first: what came in, and what went out, both above nothing.

    What was brought along when the books began is neither.
    """

    into: tuple[tuple[Kind, Money], ...]
    out_of: tuple[tuple[Kind, Money], ...]


def cash_flow(db: Connection, club_id: int, first: date, last: date) -> CashFlow:
    """Of entries that happened from the first to the last day; cash only carried is nothing."""
    moved = func.sum(postings.c.amount)
    found = db.execute(
        select(transactions.c.id, transactions.c.kind, moved)
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            transactions.c.happened_on.between(first, last),
            postings.c.account == Account.CASH.value,
        )
        .group_by(transactions.c.id, transactions.c.kind)
    )
    into: dict[Kind, Money] = {}
    out_of: dict[Kind, Money] = {}
    for _, said, amount in found:
        kind, sum_ = Kind(said), amount if isinstance(amount, Money) else Money(int(amount))
        if not sum_ or kind in _CARRIED or kind is Kind.OPENING:
            continue
        side = into if sum_ > NOTHING else out_of
        side[kind] = side.get(kind, NOTHING) + (sum_ if sum_ > NOTHING else -sum_)
    return CashFlow(_largest_first(into), _largest_first(out_of))


def _largest_first(sums: dict[Kind, Money]) -> tuple[tuple[Kind, Money], ...]:
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1].dong, pair[0].value)))


@dataclass(frozen=True, slots=True)
class FeeOwing:
    """A member of today who owes a fee, and since which month."""

    member_id: int
    name: str
    amount: Money
    since: Month


def fees_owing(db: Connection, club_id: int, month: Month) -> list[FeeOwing]:
    """Whoever owes a fee up to and with this month, the largest sum first."""
    facts = fee_facts_of(db, club_id)
    found = []
    for each in known_members(db, club_id):
        owed = fee_months_owed(facts[each.member_id], month) if each.member_id in facts else ()
        if owed and each.state == "member":
            found.append(FeeOwing(each.member_id, each.name, total_owed(owed), owed[0].month))
    return sorted(found, key=lambda each: (-each.amount.dong, str(each.name)))
