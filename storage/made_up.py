"""Which made-up country a database holds, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, text, update

from club.rollup.totals import Level
from storage.copied_rows import Pattern
from storage.store import Store, UnusableDatabase
from storage.tables.areas import areas, clubs
from storage.tables.made_up import made_up_countries
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class Country:
    """What was asked for; its past ends at `made_at`. patterns: the clubs that are copied."""

    clubs: int
    members: int
    months: int
    seed: int
    made_at: datetime
    patterns: tuple[Pattern, ...] = ()


def begin_country(db: Connection, wanted: Country) -> None:
    db.execute(
        insert(made_up_countries).values(
            clubs=wanted.clubs,
            members=wanted.members,
            months=wanted.months,
            seed=wanted.seed,
            made_at=wanted.made_at,
            patterns=[],
        )
    )


def country_in(db: Connection) -> Country | None:
    """None for a database that `lien fill` did not make."""
    row = db.execute(select(made_up_countries)).first()
    if row is None:
        return None
    patterns = tuple(
        {name: (low, high) for name, (low, high) in each.items()} for each in row.patterns
    )
    return Country(row.clubs, row.members, row.months, row.seed, row.made_at, patterns)


def must_not_be_made_up(store: Store) -> None:
    """Raises UnusableDatabase for one that `lien fill` made: nobody in it is to be written to."""
    if store.change(country_in) is not None:
        raise UnusableDatabase(
            "this database holds a country that lien fill made up; people are answered from another"
        )


def count_rows_anew(db: Connection) -> None:
    """PostgreSQL plans its statements by what it knows of the tables' sizes, which grew in minutes
    to what others grow to in years; SQLite asks nothing of the kind.
    """
    if db.dialect.name == "postgresql":
        db.execute(text("ANALYZE"))


def keep_pattern(db: Connection, pattern: Pattern) -> None:
    """One more club that is copied."""
    there = db.execute(select(made_up_countries.c.patterns)).scalar_one()
    db.execute(update(made_up_countries).values(patterns=[*there, dict(pattern)]))


def clubs_made(db: Connection) -> int:
    return int(db.execute(select(func.count()).select_from(clubs)).scalar_one())


def communes_made(db: Connection) -> list[int]:
    """The communes' numbers, in the order in which they were made."""
    found = select(areas.c.id).where(areas.c.level == Level.COMMUNE.value).order_by(areas.c.id)
    return list(db.execute(found).scalars())


def people_in(db: Connection, pattern: Pattern) -> dict[str, str]:
    """The people of a club that is copied: by name, with their sex."""
    low, high = pattern[persons.name]
    found = select(persons.c.name, persons.c.sex).where(persons.c.id > low, persons.c.id <= high)
    return {row.name: row.sex for row in db.execute(found)}
