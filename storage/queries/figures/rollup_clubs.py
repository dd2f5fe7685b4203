"""The clubs of an area as they lie on a day; which of them stand out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Subquery, case, func, or_, select

from club.calendar import Month
from club.rollup.praise import CHOSEN, ENOUGH, Criterion
from club.rollup.totals import Standing
from club.spans import Span
from storage.among import among
from storage.tables.areas import club_communes, clubs
from storage.tables.rollups import published_months


@dataclass(frozen=True, slots=True)
class PlacedClub:
    """A club, the commune it lies in on the day, and what it has closed last."""

    id: int
    name: str
    commune_id: int
    founded_on: date
    ended_on: date | None
    last_closed: Month | None

    @property
    def founded(self) -> Month:
        return Month.of(self.founded_on)

    @property
    def ended(self) -> Month | None:
        return None if self.ended_on is None else Month.of(self.ended_on)


def placed(communes: set[int] | None, day: date) -> Subquery:
    """club_id and area_id of that day; bind the communes as `communes` where there are any.

    Clubs for practice are in it only where there are no others.
    """
    later = club_communes.alias()
    moved_on = (
        select(later.c.id)
        .where(
            later.c.club_id == club_communes.c.club_id,
            later.c.valid_from <= day,
            later.c.valid_from > club_communes.c.valid_from,
        )
        .exists()
    )
    real = clubs.alias()
    any_real = select(real.c.id).where(real.c.practice.is_(False)).exists()
    found = (
        select(club_communes.c.club_id, club_communes.c.area_id)
        .join(clubs, clubs.c.id == club_communes.c.club_id)
        .where(
            club_communes.c.valid_from <= day,
            ~moved_on,
            or_(clubs.c.practice.is_(False), ~any_real),
        )
    )
    if communes is not None:
        found = found.where(among(club_communes.c.area_id, "communes"))
    return found.subquery()


def placed_clubs(
    db: Connection, communes: set[int] | None, day: date, *, club_id: int | None = None
) -> Iterator[PlacedClub]:
    """By name."""
    here = placed(communes, day)
    newest = (
        select(func.max(published_months.c.month))
        .where(published_months.c.club_id == clubs.c.id)
        .scalar_subquery()
    )
    statement = (
        select(
            clubs.c.id, clubs.c.name, here.c.area_id, clubs.c.founded_on, clubs.c.ended_on, newest
        )
        .join(here, here.c.club_id == clubs.c.id)
        .where(clubs.c.founded_on <= day)
        .order_by(clubs.c.name, clubs.c.id)
    )
    if club_id is not None:
        statement = statement.where(clubs.c.id == club_id)
    for row in db.execute(statement, {} if communes is None else {"communes": list(communes)}):
        last = row[5] if isinstance(row[5], Month | None) else Month.parse(row[5])
        yield PlacedClub(row[0], row[1], row[2], row[3], row[4], last)


def quiet_since(span: Span, today: date) -> Month:
    """The earlier of the last two months that are over by the end of the span."""
    return min(span.last, Month.of(today).previous()).previous()


def stand_out(  # noqa: PLR0917
    db: Connection,
    communes: set[int],
    names: Mapping[int, str],
    span: Span,
    today: date,
    most: int,
) -> tuple[tuple[Standing, ...], int]:
    """The clubs that stand out, the best first, at most so many; and how many there are."""
    until = min(span.last.last_day, today)
    statement = _standing(communes, span, until, _due(span, today))
    many = db.execute(
        select(func.count()).select_from(statement.subquery()), {"communes": list(communes)}
    ).scalar_one()
    shown = db.execute(statement.limit(most), {"communes": list(communes)})
    return tuple(_one(row, names) for row in shown), int(many)


def _due(span: Span, today: date) -> int:
    """So many months of the span are over; of a club that is younger it has to be all the same."""
    over = [month for month in span.months if month < Month.of(today)]
    return max(1, len(over))


def _standing(communes: set[int], span: Span, until: date, due: int) -> Select[Any]:
    here = placed(communes, until)
    each = published_months.c
    months = func.count()
    met = {
        Criterion.ALL_AREAS: func.sum(each.all_areas) >= due,
        Criterion.ATTENDED_WELL: func.sum(each.attended_well) >= due,
        Criterion.FUND: func.min(each.fund_of_50_million) == 1,
        Criterion.HALF_BORROW: func.min(each.half_in_need_borrow) == 1,
        Criterion.BOARD_TRAINED: func.max(each.board_trained) == 1,
    }
    flags = [case((met[one], 1), else_=0) for one in CHOSEN]
    reached = sum(flags[1:], flags[0])
    return (
        select(
            clubs.c.id,
            clubs.c.name,
            here.c.area_id,
            *(flag.label(one.value) for one, flag in zip(CHOSEN, flags, strict=True)),
        )
        .select_from(published_months)
        .join(here, here.c.club_id == each.club_id)
        .join(clubs, clubs.c.id == each.club_id)
        .where(each.month.between(span.first, span.last), clubs.c.ended_on.is_(None))
        .group_by(clubs.c.id, clubs.c.name, here.c.area_id)
        .having(months >= due, func.sum(each.meetings) >= due, reached >= ENOUGH)
        .order_by(reached.desc(), clubs.c.name, clubs.c.id)
    )


def _one(row: Any, names: Mapping[int, str]) -> Standing:
    criteria = [Criterion.BOOKS_CLOSED, Criterion.MET_MONTHLY]
    criteria += [each for each, flag in zip(CHOSEN, row[3:], strict=True) if flag]
    return Standing(
        club_id=row[0],
        club=row[1],
        commune=names.get(row[2], ""),
        criteria=tuple(each.value for each in criteria),
    )
