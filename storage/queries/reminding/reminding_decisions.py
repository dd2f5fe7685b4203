"""Who has promised a meeting to do something, and until when: they are reminded before its day."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, Text, and_, cast, exists, func, or_, select

from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import Day
from storage.tables.areas import clubs
from storage.tables.minutes import decisions
from storage.tables.people import members, offices


def decision_days(db: Connection, first: date, last: date) -> list[Day]:
    """The days until which something open should be done, each once."""
    found = db.execute(
        select(decisions.c.until, clubs.c.timezone)
        .join(clubs, clubs.c.id == decisions.c.club_id)
        .where(decisions.c.state == "open", decisions.c.until.between(first, last))
        .distinct()
        .order_by(decisions.c.until)
    )
    return [Day(row.until, row.timezone) for row in found]


def decisions_open(today: date) -> Wanted:
    """The responsible member of each open decision; of what the whole board does, the chair."""
    person = func.coalesce(decisions.c.responsible_id, offices.c.person_id)
    chair = and_(
        decisions.c.responsible_id.is_(None),
        offices.c.club_id == decisions.c.club_id,
        offices.c.role == "chair",
        offices.c.from_day <= today,
        or_(offices.c.to_day.is_(None), offices.c.to_day >= today),
    )
    return (
        select(
            decisions.c.club_id,
            person.label("person_id"),
            cast(decisions.c.id, Text).label("subject"),
            decisions.c.id.label("decision_id"),
            decisions.c.what,
            decisions.c.until,
            decisions.c.entered_at,
            clubs.c.timezone,
        )
        .select_from(
            decisions.join(clubs, clubs.c.id == decisions.c.club_id).outerjoin(offices, chair)
        )
        .where(decisions.c.state == "open", _belongs(person))
    )


def _belongs(person: ColumnElement[int]) -> ColumnElement[bool]:
    """Whoever has left is reminded of nothing."""
    return exists(
        select(members.c.id).where(
            members.c.club_id == decisions.c.club_id,
            members.c.person_id == person,
            members.c.state == "member",
        )
    )
