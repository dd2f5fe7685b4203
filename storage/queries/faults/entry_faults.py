"""Whether reversals, fee months and second persons are what the rules ask for."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from club.accounts import Entry
from club.calendar import Month
from club.ledger import reversal_of
from club.money import NOTHING, Money
from storage.queries.money.fees import fee_facts_of, fee_rates_of
from storage.queries.money.ledger import entries_of
from storage.queries.money.proposals import ProposalKind
from storage.tables.board_life import records_joined
from storage.tables.books import fee_months, postings, transactions
from storage.tables.proposals import proposals

_POSTS = (
    *(ProposalKind.REVERSE, ProposalKind.TRANSFER, ProposalKind.SETTLE, ProposalKind.SPEND),
    *(ProposalKind.RECEIVE_OWED, ProposalKind.GIVE_BACK),
)


def entry_faults(db: Connection, club_id: int) -> Iterator[str]:
    """Everything about a club's entries that cannot be, beyond their sums."""
    yield from _reversals(db, club_id)
    yield from _fee_months(db, club_id)
    yield from _second_persons(db, club_id)


def _reversals(db: Connection, club_id: int) -> Iterator[str]:
    """A reversal is the opposite of one entry, which is no reversal itself (Club rules, D.3)."""
    if not _has_reversals(db, club_id):
        return
    entries = {each.id: each for each in entries_of(db, club_id)}
    for each in entries.values():
        if each.reverses_id is None:
            if each.kind.value == "reversal":
                yield f"entry {each.sequence} is a correction of nothing"
            continue
        wrong = entries.get(each.reverses_id)
        if wrong is None or wrong.sequence > each.sequence:
            yield f"entry {each.sequence} corrects an entry that is not before it"
        elif wrong.kind.value == "reversal":
            yield f"entry {each.sequence} corrects entry {wrong.sequence}, itself a correction"
        else:
            first = Entry(
                kind=wrong.kind,
                happened_on=wrong.happened_on,
                means=wrong.means,
                postings=wrong.postings,
            )
            if set(reversal_of(first, each.happened_on).postings) != set(each.postings):
                yield f"entry {each.sequence} is not the opposite of entry {wrong.sequence}"


def _has_reversals(db: Connection, club_id: int) -> bool:
    found = select(transactions.c.id).where(
        transactions.c.club_id == club_id,
        or_(transactions.c.reverses_id.is_not(None), transactions.c.kind == "reversal"),
    )
    return db.execute(found.limit(1)).first() is not None


def _fee_months(db: Connection, club_id: int) -> Iterator[str]:
    """No month is paid twice, or paid back more than it was; each is of the entry's own member."""
    paid: dict[tuple[int, Month], Money] = defaultdict(lambda: NOTHING)
    found = db.execute(
        select(fee_months.c.member_id, fee_months.c.month, fee_months.c.amount)
        .join(transactions, transactions.c.id == fee_months.c.transaction_id)
        .where(transactions.c.club_id == club_id)
        .order_by(fee_months.c.member_id, fee_months.c.month)
    )
    for member, month, amount in found:
        paid[member, month] += amount
    # Whoever was exempted after she had paid ahead has paid by the club's rate.
    club = max((rate.amount for rate in fee_rates_of(db, club_id).club), default=NOTHING)
    highest = {
        member: max((rate.amount for rate in facts.rates), default=NOTHING)
        for member, facts in fee_facts_of(db, club_id).items()
    }
    highest = {member: max(club, amount) for member, amount in highest.items()}
    # Of a record that was joined to another, each number has paid within its own bounds.
    joined = select(records_joined.c.old_member_id, records_joined.c.member_id)
    for old, kept in db.execute(joined.where(records_joined.c.club_id == club_id)):
        highest[old] = highest.get(kept, NOTHING)
    for (member, month), amount in paid.items():
        if amount < NOTHING:
            yield f"member {member}: more was taken back for {month} than was paid"
        elif amount > highest.get(member, NOTHING):
            yield f"member {member}: the fee of {month} was paid twice, {amount.dong} in all"
    yield from _fees_of_others(db, club_id)


def _fees_of_others(db: Connection, club_id: int) -> Iterator[str]:
    found = db.execute(
        select(transactions.c.sequence)
        .join(fee_months, fee_months.c.transaction_id == transactions.c.id)
        .join(postings, postings.c.transaction_id == transactions.c.id)
        .where(
            transactions.c.club_id == club_id,
            postings.c.member_id.is_not(None),
            postings.c.member_id != fee_months.c.member_id,
        )
        .distinct()
        .order_by(transactions.c.sequence)
    )
    for sequence in found.scalars():
        yield f"entry {sequence} pays months of another member"


def _second_persons(db: Connection, club_id: int) -> Iterator[str]:
    """Two persons are two, on two accounts (Club rules, F.1)."""
    alone = select(transactions.c.sequence).where(
        transactions.c.club_id == club_id,
        transactions.c.second_person == transactions.c.recorded_by,
    )
    for sequence in db.execute(alone.order_by(transactions.c.sequence)).scalars():
        yield f"entry {sequence} has the same person twice"
    found = db.execute(
        select(proposals).where(proposals.c.club_id == club_id, proposals.c.state == "agreed")
    )
    for row in found:
        if row.decided_by == row.proposed_by or row.decided_in == row.proposed_in:
            yield f"proposal {row.id} was agreed to by one person, or on one account"
        if row.kind in {each.value for each in _POSTS} and row.transaction_id is None:
            yield f"proposal {row.id} was agreed to and is not in the books"
