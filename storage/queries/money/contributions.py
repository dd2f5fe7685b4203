"""What members say they gave: what waits, what became of it, what was given before."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from club.calendar import Month
from club.declarations import Declaration, check_confirmer, confirmer_for, role_to_appoint
from club.members import Role
from club.money import Money
from club.refusals import Code, Refused
from storage.queries.members.households import offices_held, persons_in
from storage.queries.members.naming import NAMED
from storage.tables.books import declarations, golden_heart, reversals, transactions
from storage.tables.people import members, persons

NOBODY = 0


@dataclass(frozen=True, slots=True)
class Contribution:
    """Something declared. `kind`: fee, money, goods or days; `months` only where it is a fee.

    `paid_how`: meeting, hands (then `handed_to` is who), bank; 'given' for goods and days.
    """

    id: int
    club_id: int
    member_id: int
    person_id: int
    name: str
    kind: str
    amount: Money | None
    item: str
    unit: str
    quantity_thousandths: int
    months: tuple[Month, ...]
    paid_how: str
    handed_to: int | None
    state: str
    declared_by: int
    declared_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    voucher: str
    happened_on: date | None


def _contributions() -> Select[Any]:
    return (
        select(
            declarations,
            members.c.person_id,
            NAMED,
            transactions.c.voucher,
            transactions.c.happened_on,
        )
        .join(members, members.c.id == declarations.c.member_id)
        .join(persons, persons.c.id == members.c.person_id)
        .outerjoin(transactions, transactions.c.id == declarations.c.transaction_id)
    )


def _contribution(row: Any) -> Contribution:
    return Contribution(
        id=row.id,
        club_id=row.club_id,
        member_id=row.member_id,
        person_id=row.person_id,
        name=row.name,
        kind=row.kind,
        amount=row.amount,
        item=row.item or "",
        unit=row.unit or "",
        quantity_thousandths=row.quantity_thousandths or 0,
        months=tuple(Month.parse(each) for each in row.months or ()),
        paid_how=row.paid_how,
        handed_to=row.handed_to,
        state=row.state,
        declared_by=row.declared_by,
        declared_at=row.declared_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        voucher=row.voucher or "",
        happened_on=row.happened_on,
    )


_BY_NUMBER = _contributions().where(
    declarations.c.id == bindparam("number"), declarations.c.club_id == bindparam("of_club")
)


def contribution(db: Connection, club_id: int, number: int) -> Contribution | None:
    row = db.execute(_BY_NUMBER, {"number": number, "of_club": club_id}).first()
    return None if row is None else _contribution(row)


def waiting_contributions(db: Connection, club_id: int) -> list[Contribution]:
    """Everything that waits for a yes, the longest waiting first."""
    found = db.execute(
        _contributions()
        .where(declarations.c.club_id == club_id, declarations.c.state == "waiting")
        .order_by(declarations.c.id)
    )
    return [_contribution(row) for row in found]


def waiting_of(db: Connection, member_id: int) -> list[Contribution]:
    """What a member has declared and nobody has confirmed yet, the newest first."""
    found = db.execute(
        _contributions()
        .where(declarations.c.member_id == member_id, declarations.c.state == "waiting")
        .order_by(declarations.c.id.desc())
    )
    return [_contribution(row) for row in found]


def _declaration(db: Connection, about: Contribution, today: date) -> Declaration:
    concerned = persons_in(db, about.club_id, {about.person_id}, today)[about.person_id]
    return Declaration(concerned, about.declared_by)


def confirmer_of(db: Connection, about: Contribution, today: date) -> int | None:
    """The person whose yes is asked for; None where nobody is left (Club rules, B.4)."""
    board = offices_held(db, about.club_id, today)
    return confirmer_for(_declaration(db, about, today), board)


def why_not_confirm(db: Connection, about: Contribution, person: int, today: date) -> Code | None:
    """Why this person may not confirm it; None if he may."""
    board = offices_held(db, about.club_id, today)
    try:
        check_confirmer(_declaration(db, about, today), board, person)
    except Refused as no:
        return no.code
    return None


def takes_money_of(db: Connection, club_id: int, *, giver: int, person: int, today: date) -> bool:
    """Whether this person may take the giver's money and enter it at once (Club rules, B.4)."""
    concerned = persons_in(db, club_id, {giver}, today)[giver]
    board = offices_held(db, club_id, today)
    return confirmer_for(Declaration(concerned, NOBODY), board) == person


def money_taker(
    db: Connection, club_id: int, *, giver: int, teller: int, today: date
) -> int | None:
    """Who confirms what the teller tells of the giver's money; None where nobody is left."""
    concerned = persons_in(db, club_id, {giver}, today)[giver]
    return confirmer_for(Declaration(concerned, teller), offices_held(db, club_id, today))


def office_missing(db: Connection, about: Contribution, today: date) -> Role | None:
    """The office to fill so that somebody may confirm it; None if somebody may."""
    board = offices_held(db, about.club_id, today)
    return role_to_appoint(_declaration(db, about, today), board)


@dataclass(frozen=True, slots=True)
class Gift:
    """A line of the Golden Heart book. `kind`: money, goods or days."""

    given_on: date
    kind: str
    amount: Money | None
    item: str
    unit: str
    quantity_thousandths: int


def gifts_of(db: Connection, member_id: int, most: int = 5) -> list[Gift]:
    """What a member has given, the newest first; without what was booked by mistake."""
    found = db.execute(
        select(golden_heart)
        .outerjoin(reversals, reversals.c.reverses_id == golden_heart.c.transaction_id)
        .where(golden_heart.c.member_id == member_id, reversals.c.id.is_(None))
        .order_by(golden_heart.c.given_on.desc(), golden_heart.c.id.desc())
        .limit(most)
    )
    return [
        Gift(
            row.given_on,
            row.kind,
            row.amount,
            row.item or "",
            row.unit or "",
            row.quantity_thousandths or 0,
        )
        for row in found
    ]
