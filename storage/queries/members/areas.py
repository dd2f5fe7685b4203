"""Country, provinces and communes as they were on a day.

Names and borders are those of the day that is asked about: a roll-up of an old month has the
communes and provinces of then. An area that came later stands for those that became part of it; a
commune of a province that is no more lies in the one which that became.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from club.rollup.totals import Level
from storage.tables.areas import areas
from storage.tables.people import officers
from storage.tables.rollups import area_names


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area; `became` is where a merged one went, on the day after `valid_to`."""

    id: int
    parent_id: int | None
    level: Level
    name: str
    valid_from: date
    valid_to: date | None
    became: int | None


class AreaMap:
    """All areas with their names of one day: some thousand rows, read at once."""

    def __init__(self, db: Connection, day: date) -> None:
        self.day = day
        names = _names(db, day)
        self.all = {
            row.id: AreaLine(
                row.id,
                row.parent_id,
                Level(row.level),
                names.get(row.id, row.name),
                row.valid_from,
                row.valid_to,
                row.became_id,
            )
            for row in db.execute(select(areas).order_by(areas.c.id))
        }
        self._below: dict[int, list[int]] = defaultdict(list)
        self._went_to: dict[int, list[int]] = defaultdict(list)
        for each in self.all.values():
            parent = self.parent_of(each.id)
            if parent is not None:
                self._below[parent].append(each.id)
            if each.became is not None:
                self._went_to[each.became].append(each.id)

    def parent_of(self, number: int) -> int | None:
        """What the area lies in on the day; of a province that is no more, what it became."""
        at = self.all[number].parent_id
        while at is not None and not self._is_still(at):
            at = self.all[at].became
        return at

    def _is_still(self, number: int) -> bool:
        line = self.all[number]
        return line.became is None or line.valid_to is None or self.day <= line.valid_to

    def children(self, number: int) -> list[AreaLine]:
        return [self.all[each] for each in self._below[number]]

    def all_within(self, number: int) -> set[int]:
        """The area, everything in it, and what later became one of these."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += [*self._below[at], *self._went_to[at]]
        return found

    def communes_of(self, number: int) -> set[int]:
        """Every commune in the area, and those that later became one of them."""
        within = self.all_within(number)
        return {each for each in within if self.all[each].level is Level.COMMUNE}

    def lies_in(self, number: int, within: int) -> bool:
        """Whether the area lies in the other, is it, or later became a part of it."""
        return within in self.above(number) or number in self.all_within(within)

    def above(self, number: int) -> tuple[int, ...]:
        """The area and all that it lies in, the country last."""
        found: list[int] = []
        at: int | None = number
        while at is not None:
            found.append(at)
            at = self.parent_of(at)
        return tuple(found)

    def stands_on(self, number: int) -> bool:
        """Whether the area is there on the map's day."""
        line = self.all[number]
        return line.valid_from <= self.day and (line.valid_to is None or self.day <= line.valid_to)

    def country(self) -> AreaLine | None:
        found = (each for each in self.all.values() if each.level is Level.COUNTRY)
        return next(found, None)


def _names(db: Connection, day: date) -> dict[int, str]:
    found = db.execute(
        select(area_names.c.area_id, area_names.c.name)
        .where(area_names.c.valid_from <= day)
        .order_by(area_names.c.valid_from)
    )
    return {row.area_id: row.name for row in found}


def areas_of_officer(db: Connection, person_id: int, today: date) -> list[int]:
    """The areas of which the person is an officer today, the highest first."""
    found = db.execute(
        select(officers.c.area_id)
        .join(areas, areas.c.id == officers.c.area_id)
        .where(
            officers.c.person_id == person_id,
            officers.c.from_day <= today,
            or_(officers.c.to_day.is_(None), officers.c.to_day >= today),
        )
        .order_by(officers.c.area_id)
    )
    return [int(each) for each in found.scalars()]


def is_officer_for(db: Connection, person_id: int, area_id: int, today: date) -> bool:
    """Whether the area lies in one of which the person is an officer today."""
    lines = AreaMap(db, today)
    mine = areas_of_officer(db, person_id, today)
    return area_id in lines.all and any(lines.lies_in(area_id, each) for each in mine)
