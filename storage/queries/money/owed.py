"""What the club owes back: members' shares and money lent to it, each with its terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from club.accounts import Account, Kind, Source
from club.address import PersonName
from club.money import NOTHING, Money
from storage.queries.members.naming import NAMED
from storage.tables.books import owed_terms, postings, reversals, transactions
from storage.tables.people import members, persons
from storage.tables.proposals import proposals

OWED_IN_CAUSE = "owed:"


@dataclass(frozen=True, slots=True)
class Owed:
    """One share or one loan to the club. `name` is the member's, `lender` of somebody outside."""

    id: int
    kind: str
    member_id: int | None
    person_id: int | None
    name: PersonName
    lender: str
    fund: int
    terms: str
    due_on: date | None
    left: Money


def owed_items(db: Connection, club_id: int) -> list[Owed]:
    """All that is still owed, the oldest first."""
    return [each for each in _items(db, club_id) if each.left > NOTHING]


def owed_item(db: Connection, club_id: int, number: int) -> Owed | None:
    """One of them, also when nothing is left of it or it still waits for a second person."""
    return next((each for each in _items(db, club_id) if each.id == number), None)


def capital_by_source(db: Connection, club_id: int) -> dict[Source, Money]:
    """The club's own capital by where it came from; what is owed back is not among it."""
    found = db.execute(
        select(postings.c.source, func.sum(postings.c.amount))
        .where(postings.c.club_id == club_id, postings.c.account == Account.CAPITAL.value)
        .group_by(postings.c.source)
    )
    sums = {Source(source): -_money(amount) for source, amount in found}
    return {each: sums[each] for each in Source if sums.get(each)}


def _items(db: Connection, club_id: int) -> Iterable[Owed]:
    found = db.execute(
        select(owed_terms, members.c.person_id, NAMED.label("called"))
        .select_from(
            owed_terms.outerjoin(members, members.c.id == owed_terms.c.member_id).outerjoin(
                persons, persons.c.id == members.c.person_id
            )
        )
        .where(owed_terms.c.club_id == club_id)
        .order_by(owed_terms.c.id)
    ).all()
    back = _given_back(db, club_id) if found else {}
    for row in found:
        got = NOTHING if row.transaction_id is None else _amount(db, [row.transaction_id])
        yield Owed(
            id=row.id,
            kind=row.kind,
            member_id=row.member_id,
            person_id=row.person_id,
            name=row.called or PersonName(""),
            lender=row.lender,
            fund=row.fund_id,
            terms=row.terms,
            due_on=row.due_on,
            left=got - _amount(db, back.get(row.id, [])),
        )


def _given_back(db: Connection, club_id: int) -> dict[int, list[int]]:
    """The entries that gave something back, or to another club, by what they gave it for."""
    found = db.execute(
        select(proposals.c.subject_id, proposals.c.transaction_id).where(
            proposals.c.club_id == club_id,
            proposals.c.kind == "give_back",
            proposals.c.state == "agreed",
        )
    )
    entries: dict[int, list[int]] = {}
    for subject, transaction in found:
        entries.setdefault(subject, []).append(transaction)
    handed_over = select(transactions.c.cause, transactions.c.id).where(
        transactions.c.club_id == club_id, transactions.c.kind == Kind.HANDED_OVER.value
    )
    for cause, transaction in db.execute(handed_over):
        if cause.startswith(OWED_IN_CAUSE):
            number = cause.removeprefix(OWED_IN_CAUSE).partition(":")[0]
            entries.setdefault(int(number), []).append(transaction)
    return entries


def cause_of_owed(number: int, cause: str) -> str:
    """The cause of an entry by which this item goes to another club."""
    return f"{OWED_IN_CAUSE}{number}:{cause}"


def _amount(db: Connection, entries: list[int]) -> Money:
    """What these entries moved, less those that were taken back."""
    total = NOTHING
    for entry in entries:
        moved = db.execute(
            select(func.sum(postings.c.amount))
            .select_from(
                postings.outerjoin(reversals, reversals.c.reverses_id == postings.c.transaction_id)
            )
            .where(
                postings.c.transaction_id == entry,
                postings.c.amount > NOTHING,
                reversals.c.id.is_(None),
            )
        ).scalar()
        total += _money(moved)
    return total


def _money(amount: Any) -> Money:
    if amount is None:
        return NOTHING
    return amount if isinstance(amount, Money) else Money(int(amount))
