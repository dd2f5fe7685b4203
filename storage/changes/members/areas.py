"""Provinces and communes come, are renamed and become one; what was stays as it was.

A change holds from its day on. Clubs of merged communes lie in the new one from that day; officers
do not: who watches over a larger area is appointed anew.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, insert, or_, select, update

from club.provinces import ALL_PROVINCES
from club.rollup.totals import Level
from storage.changes.inserting import inserted
from storage.queries.figures.rollup_clubs import placed_clubs
from storage.queries.members.areas import AreaMap
from storage.tables.areas import areas, club_communes, clubs
from storage.tables.people import officers
from storage.tables.rollups import area_names

COUNTRY = "Việt Nam"
ONE_DAY = timedelta(days=1)


class WrongArea(ValueError):
    """What was asked cannot be done; says why in one line."""


@dataclass(frozen=True, slots=True)
class Merged:
    """`clubs` lie in the new area; `officers` of the old ones have to be appointed anew."""

    area_id: int
    clubs: int
    officers: int


def country_of(db: Connection, day: date) -> int:
    """The country's number; it is there from now on."""
    found = db.execute(select(areas.c.id).where(areas.c.level == Level.COUNTRY.value)).scalar()
    if found is not None:
        return int(found)
    return inserted(db, areas, level=Level.COUNTRY.value, name=COUNTRY, valid_from=day)


def add_provinces(db: Connection, day: date) -> int:
    """All 34 provinces and cities of today; how many were not there yet."""
    country = country_of(db, day)
    there = {each.name for each in AreaMap(db, day).children(country)}
    # What was renamed is there under its new name.
    there |= set(db.execute(select(area_names.c.name)).scalars())
    missing = [name for name in ALL_PROVINCES if name not in there]
    for name in missing:
        add_area(db, country, Level.PROVINCE, name, day=day)
    return len(missing)


def add_area(db: Connection, parent: int, level: Level, name: str, *, day: date) -> int:
    """Raises WrongArea for a name that is there already."""
    same = (areas.c.parent_id == parent) & (areas.c.name == name) & areas.c.valid_to.is_(None)
    if db.execute(select(areas.c.id).where(same)).first() is not None:
        raise WrongArea(f"there is {name} already")
    return inserted(db, areas, parent_id=parent, level=level.value, name=name, valid_from=day)


def rename_area(db: Connection, area_id: int, name: str, *, day: date) -> None:
    """Called so from the day on; older papers and roll-ups keep the old name."""
    old = db.execute(select(areas).where(areas.c.id == area_id)).one()
    if day < old.valid_from:
        raise WrongArea(f"{old.name} is there only since {old.valid_from}")
    _named_since(db, area_id, old.name, old.valid_from)
    latest = select(area_names.c.valid_from).where(area_names.c.area_id == area_id)
    if any(each > day for each in db.execute(latest).scalars()):
        raise WrongArea(f"{old.name} was renamed after {day} already")
    same_day = (area_names.c.area_id == area_id) & (area_names.c.valid_from == day)
    if db.execute(update(area_names).where(same_day).values(name=name)).rowcount == 0:
        db.execute(insert(area_names).values(area_id=area_id, name=name, valid_from=day))
    db.execute(update(areas).where(areas.c.id == area_id).values(name=name))


def _named_since(db: Connection, area_id: int, name: str, day: date) -> None:
    there = select(area_names.c.id).where(area_names.c.area_id == area_id)
    if db.execute(there).first() is None:
        db.execute(insert(area_names).values(area_id=area_id, name=name, valid_from=day))


def merge_communes(db: Connection, communes: list[int], name: str, *, day: date) -> Merged:
    """From the day on the communes are one of this name, in the province of the first."""
    lines = AreaMap(db, day)
    parent = lines.parent_of(communes[0])
    for number in communes:
        if lines.parent_of(number) != parent:
            names = lines.all[number].name, lines.all[communes[0]].name
            raise WrongArea(f"{names[0]} and {names[1]} lie in two provinces")
    new = _merged(db, lines, communes, Level.COMMUNE, name=name)
    return Merged(new, _move_clubs(db, set(communes), new, day), _end_officers(db, communes, day))


def merge_provinces(db: Connection, provinces: list[int], name: str, *, day: date) -> Merged:
    """From the day on the provinces are one of this name; their communes lie in it by themselves.

    `clubs` of what is returned are those that lie in it on that day.
    """
    lines = AreaMap(db, day)
    new = _merged(db, lines, provinces, Level.PROVINCE, name=name)
    within = AreaMap(db, day).communes_of(new)
    here = sum(each.commune_id in within for each in placed_clubs(db, None, day))
    return Merged(new, here, _end_officers(db, provinces, day))


def _merged(db: Connection, lines: AreaMap, numbers: list[int], level: Level, *, name: str) -> int:
    """A new area from the map's day on, which all of these become."""
    for number in numbers:
        each = lines.all[number]
        if each.level is not level or each.valid_to is not None:
            raise WrongArea(f"{each.name} is no {level.value} of today")
        if lines.day <= each.valid_from:
            raise WrongArea(f"{each.name} is there only since {each.valid_from}")
    new = inserted(
        db,
        areas,
        parent_id=lines.parent_of(numbers[0]),
        level=level.value,
        name=name,
        valid_from=lines.day,
    )
    for number in numbers:
        db.execute(
            update(areas)
            .where(areas.c.id == number)
            .values(valid_to=lines.day - ONE_DAY, became_id=new)
        )
    return new


def _move_clubs(db: Connection, old: set[int], new: int, day: date) -> int:
    newest: dict[int, tuple[date, int]] = {}
    for row in db.execute(select(club_communes).order_by(club_communes.c.valid_from)):
        if row.valid_from > day and row.area_id in old:
            raise WrongArea(f"club {row.club_id} comes to the commune only on {row.valid_from}")
        newest[row.club_id] = (row.valid_from, row.area_id)
    moving = [club for club, (_, area) in newest.items() if area in old]
    for club_id in moving:
        same_day = (club_communes.c.club_id == club_id) & (club_communes.c.valid_from == day)
        if db.execute(update(club_communes).where(same_day).values(area_id=new)).rowcount == 0:
            db.execute(insert(club_communes).values(club_id=club_id, area_id=new, valid_from=day))
    return len(moving)


def _end_officers(db: Connection, communes: list[int], day: date) -> int:
    ended = db.execute(
        update(officers)
        .where(
            officers.c.area_id.in_(communes),
            or_(officers.c.to_day.is_(None), officers.c.to_day >= day),
        )
        .values(to_day=day - ONE_DAY)
    )
    return int(ended.rowcount)


def move_club(db: Connection, club_id: int, commune: int, *, day: date) -> None:
    """The club lies in another commune from the day on; before, where it lay.

    Raises WrongArea where that is no commune of that day, the club lies there already or was not
    founded yet, or has moved on a later day.
    """
    to = AreaMap(db, day).all[commune]
    if to.level is not Level.COMMUNE or to.valid_to is not None:
        raise WrongArea(f"{to.name} is no commune of today")
    club = db.execute(select(clubs).where(clubs.c.id == club_id)).first()
    if club is None:
        raise WrongArea(f"there is no club {club_id}")
    if day < max(club.founded_on, to.valid_from):
        raise WrongArea(f"{club.name} or {to.name} was not there yet on {day}")
    of_club = club_communes.c.club_id == club_id
    places = db.execute(select(club_communes).where(of_club)).all()
    newest = max(places, key=lambda each: each.valid_from, default=None)
    if newest is not None and newest.valid_from > day:
        raise WrongArea(f"{club.name} moved on {newest.valid_from} already")
    if newest is not None and newest.area_id == commune:
        raise WrongArea(f"{club.name} lies in {to.name} already")
    same_day = of_club & (club_communes.c.valid_from == day)
    if db.execute(update(club_communes).where(same_day).values(area_id=commune)).rowcount == 0:
        db.execute(insert(club_communes).values(club_id=club_id, area_id=commune, valid_from=day))
