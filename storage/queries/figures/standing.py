"""The clubs that stand out in an officer's area, with whom they named, for praise."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from club.rollup.totals import Standing
from club.spans import Span
from storage.queries.figures.praise import congratulated, people_praised
from storage.queries.figures.rollup_clubs import placed_clubs, stand_out
from storage.queries.members.areas import AreaLine, AreaMap, areas_of_officer

EVERYBODY = 1_000_000


def with_people(db: Connection, standing: tuple[Standing, ...], span: Span) -> tuple[Standing, ...]:
    """The same clubs, with whom they named and whether they were congratulated."""
    numbers = [each.club_id for each in standing]
    named, done = people_praised(db, numbers, span), congratulated(db, numbers, span)
    return tuple(
        replace(
            each,
            people=named.get(each.club_id, ()),
            is_congratulated=each.club_id in done,
        )
        for each in standing
    )


def officer_of_club(db: Connection, person_id: int, club_id: int, today: date) -> AreaLine | None:
    """The area for which the person is an officer today and in which the club lies today."""
    where = next(placed_clubs(db, None, today, club_id=club_id), None)
    if where is None:
        return None
    lines = AreaMap(db, today)
    mine = areas_of_officer(db, person_id, today)
    found = next((each for each in mine if lines.lies_in(where.commune_id, each)), None)
    return None if found is None else lines.all[found]


def standing_of(db: Connection, club_id: int, span: Span, today: date) -> Standing | None:
    """The club as it stands out over the span; None where it does not."""
    until = min(span.last.last_day, today)
    where = next(placed_clubs(db, None, until, club_id=club_id), None)
    if where is None:
        return None
    found, _ = stand_out(db, {where.commune_id}, {}, span, today, EVERYBODY)
    mine = tuple(each for each in found if each.club_id == club_id)
    return next(iter(with_people(db, mine, span)), None)


def standing_in_area(
    db: Connection, area_id: int, span: Span, today: date, *, most: int
) -> tuple[Standing, ...]:
    """Those in the area as it is on the last day of the span, the best first."""
    until = min(span.last.last_day, today)
    lines = AreaMap(db, until)
    communes = lines.communes_of(area_id)
    names = {each: lines.all[each].name for each in communes}
    found, _ = stand_out(db, communes, names, span, today, most)
    return with_people(db, found, span)
