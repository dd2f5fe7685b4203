"""The Golden Heart book as everybody may read it: named is only who agreed to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from club.address import PersonName
from club.money import Money
from storage.queries.members.naming import NAMED
from storage.tables.books import golden_heart, goods_given, goods_keepers, reversals
from storage.tables.people import consents, members, persons

PURPOSE = "golden_heart"
"""The purpose of the consent to be named in the book and on posters (Club rules, G.1)."""


@dataclass(frozen=True, slots=True)
class PublicGift:
    """A line of the book. `giver` is empty where she has not agreed to be named."""

    given_on: date
    giver: PersonName | str
    is_member: bool
    kind: str
    amount: Money | None
    item: str
    unit: str
    quantity_thousandths: int
    number: int


@dataclass(frozen=True, slots=True)
class Stock:
    """Goods of one kind: what came in, what was handed on; thousandths of the unit.

    `keeper_id` keeps what is left, `keeper` is the name; None where nobody was noted.
    """

    item: str
    unit: str
    received: int
    given: int
    keeper_id: int | None = None
    keeper: PersonName | None = None

    @property
    def left(self) -> int:
        return self.received - self.given


def public_gifts(
    db: Connection, club_id: int, *, first: int = 0, most: int = 8
) -> list[PublicGift]:
    """The newest first, without what was booked by mistake."""
    found = db.execute(
        select(golden_heart, members.c.person_id, NAMED.label("giver"))
        .outerjoin(members, members.c.id == golden_heart.c.member_id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .outerjoin(reversals, reversals.c.reverses_id == golden_heart.c.transaction_id)
        .where(golden_heart.c.club_id == club_id, reversals.c.id.is_(None))
        .order_by(golden_heart.c.given_on.desc(), golden_heart.c.id.desc())
        .offset(first)
        .limit(most)
    ).all()
    agreed = named_people(db, club_id)
    return [
        PublicGift(
            given_on=row.given_on,
            giver=_giver(row, agreed),
            is_member=row.member_id is not None,
            kind=row.kind,
            amount=row.amount,
            item=row.item or "",
            unit=row.unit or "",
            quantity_thousandths=row.quantity_thousandths or 0,
            number=row.id,
        )
        for row in found
    ]


def _giver(row: Row[Any], agreed: Mapping[int, bool]) -> PersonName | str:
    if row.member_id is None:
        return str(row.donor) if row.donor_agreed else ""
    named: PersonName = row.giver
    return named if agreed.get(row.person_id) else ""


def named_people(db: Connection, club_id: int) -> dict[int, bool]:
    """Each person of the club who has said whether she may be named; the last word counts."""
    found = db.execute(
        select(consents.c.person_id, consents.c.given)
        .join(members, members.c.person_id == consents.c.person_id)
        .where(members.c.club_id == club_id, consents.c.purpose == PURPOSE)
        .order_by(consents.c.at, consents.c.id)
    )
    return {row.person_id: bool(row.given) for row in found}


def goods_in_stock(db: Connection, club_id: int) -> list[Stock]:
    """Every kind of goods that was ever given, in the order of its name."""
    total = func.coalesce(func.sum(golden_heart.c.quantity_thousandths), 0)
    received = db.execute(
        select(golden_heart.c.item, golden_heart.c.unit, total)
        .where(golden_heart.c.club_id == club_id, golden_heart.c.kind == "goods")
        .group_by(golden_heart.c.item, golden_heart.c.unit)
    )
    handed = func.sum(goods_given.c.quantity_thousandths)
    given = {
        (row[0], row[1]): int(row[2])
        for row in db.execute(
            select(goods_given.c.item, goods_given.c.unit, handed)
            .where(goods_given.c.club_id == club_id)
            .group_by(goods_given.c.item, goods_given.c.unit)
        )
    }
    keepers = _keepers(db, club_id)
    stock = [
        Stock(
            row[0] or "",
            row[1] or "",
            int(row[2]),
            given.get((row[0], row[1]), 0),
            *keepers.get((row[0] or "", row[1] or ""), (None, None)),
        )
        for row in received
    ]
    return sorted(stock, key=lambda each: (each.item.casefold(), each.unit))


def _keepers(db: Connection, club_id: int) -> dict[tuple[str, str], tuple[int, PersonName]]:
    """Who keeps what, by item and unit: the newest word holds."""
    found = db.execute(
        select(goods_keepers.c.item, goods_keepers.c.unit, goods_keepers.c.keeper_id, NAMED)
        .join(persons, persons.c.id == goods_keepers.c.keeper_id)
        .where(goods_keepers.c.club_id == club_id)
        .order_by(goods_keepers.c.id)
    )
    return {(row.item, row.unit): (row.keeper_id, row.name) for row in found}
