"""The Golden Heart book of a month as a page: gifts, and the goods that are kept.

A page of a month counts what was booked until its end.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from club.calendar import Month
from club.money import Money
from storage.queries.members.naming import NAMED
from storage.queries.money.golden_heart import PURPOSE
from storage.tables.books import golden_heart, reversals
from storage.tables.people import consents, members, persons


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenHeartLine:
    """A gift; negative where a gift of an earlier month was taken off by a correction.

    donor: empty where no name may stand.
    """

    day: date
    donor: str
    kind: str
    amount: Money | None
    item: str
    unit: str
    quantity_thousandths: int
    is_correction: bool


def golden_heart_book(db: Connection, club_id: int, month: Month) -> tuple[GoldenHeartLine, ...]:
    """The gifts booked in the month, and those of before that were corrected in it."""
    gone = reversals.c.booked_month
    found = db.execute(
        select(golden_heart, NAMED, _may_be_named().label("may_be_named"))
        .outerjoin(reversals, reversals.c.reverses_id == golden_heart.c.transaction_id)
        .outerjoin(members, members.c.id == golden_heart.c.member_id)
        .outerjoin(persons, persons.c.id == members.c.person_id)
        .where(
            golden_heart.c.club_id == club_id,
            or_(
                and_(golden_heart.c.booked_month == month, or_(gone.is_(None), gone > month)),
                and_(golden_heart.c.booked_month < month, gone == month),
            ),
        )
        .order_by(golden_heart.c.given_on, golden_heart.c.id)
    )
    return tuple(_golden_heart_line(row, month) for row in found)


def _golden_heart_line(row: Any, month: Month) -> GoldenHeartLine:
    sign = -1 if row.booked_month < month else 1
    return GoldenHeartLine(
        day=row.given_on,
        donor=_donor(row),
        kind=row.kind,
        amount=None if row.amount is None else Money(sign * row.amount.dong),
        item=row.item or "",
        unit=row.unit or "",
        quantity_thousandths=sign * (row.quantity_thousandths or 0),
        is_correction=sign < 0,
    )


def _donor(row: Any) -> str:
    """The name, where it may stand in the book; silence is no (Club rules, G.1)."""
    if row.name is not None:
        return str(row.name) if row.may_be_named else ""
    return str(row.donor) if row.donor_agreed else ""


def _may_be_named() -> Any:
    """Whether the newest word of the giver about this was a yes."""
    return (
        select(consents.c.given)
        .where(consents.c.person_id == persons.c.id, consents.c.purpose == PURPOSE)
        .order_by(consents.c.at.desc(), consents.c.id.desc())
        .limit(1)
        .correlate(persons)
        .scalar_subquery()
    )
