"""Who is to be reminded of months that nobody has closed: chairs, and officers of the communes."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
)

from club.calendar import Month
from storage.queries.reminding.reminding import Wanted
from storage.queries.reminding.reminding_money import board_of
from storage.tables.areas import club_communes, clubs
from storage.tables.books import closed_months
from storage.tables.people import (
    officers,
)


def chairs_of_open(month: Month, today: date) -> Wanted:
    """Chairs of clubs whose month is not closed."""
    return board_of(("chair",), today).where(_is_open(month))


def officers_of_clubs(today: date) -> Wanted:
    """Officers of communes with clubs, each once.

    A reminder belongs to a club: here always to the first of the officer's clubs, whichever are
    behind.
    """
    of_commune = _clubs_of_officers(today)
    first = (
        of_commune.with_only_columns(
            func.min(clubs.c.id).label("club_id"), officers.c.person_id, maintain_column_froms=True
        )
        .group_by(officers.c.person_id)
        .subquery()
    )
    return select(
        first.c.club_id,
        first.c.person_id,
        literal("officer", Text).label("subject"),
        clubs.c.timezone,
    ).join(clubs, clubs.c.id == first.c.club_id)


def open_clubs_of(db: Connection, officer: int, month: Month, today: date) -> list[str]:
    """The names of the clubs in an officer's communes whose month is not closed."""
    found = (
        _clubs_of_officers(today)
        .where(_is_open(month), officers.c.person_id == officer)
        .with_only_columns(clubs.c.name, clubs.c.id, maintain_column_froms=True)
        .distinct()
        .order_by(clubs.c.name, clubs.c.id)
    )
    return [row.name for row in db.execute(found)]


def _clubs_of_officers(today: date) -> Any:
    later = club_communes.alias("later")
    moved_on = exists().where(
        later.c.club_id == club_communes.c.club_id,
        later.c.valid_from <= today,
        later.c.valid_from > club_communes.c.valid_from,
    )
    return (
        select(clubs.c.id, officers.c.person_id)
        .select_from(
            officers.join(club_communes, club_communes.c.area_id == officers.c.area_id).join(
                clubs, clubs.c.id == club_communes.c.club_id
            )
        )
        .where(
            officers.c.from_day <= today,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
            club_communes.c.valid_from <= today,
            ~moved_on,
            clubs.c.ended_on.is_(None),
        )
    )


def _is_open(month: Month) -> ColumnElement[bool]:
    closed = exists().where(closed_months.c.club_id == clubs.c.id, closed_months.c.month == month)
    return and_(clubs.c.founded_on <= month.last_day, ~closed)
