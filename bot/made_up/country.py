"""A made-up country grows step by step, each step a transaction: it can be ended and gone on with.

A few clubs live through their past by the same changes as any club; all others are copies of them,
with names of their own. The same numbers on the same day make the same country.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.made_up.life import Size, live
from bot.made_up.names import club_in, code_of, communes, hamlet_of, most_communes, other_names
from club.calendar import VIETNAM, day_in_zone
from club.rollup.totals import Level
from storage.changes.members.areas import add_area, add_provinces, country_of
from storage.copied_clubs import copy_clubs, ends_of, pattern_between
from storage.copied_rows import Copy
from storage.made_up import (
    Country,
    begin_country,
    clubs_made,
    communes_made,
    country_in,
    keep_pattern,
    people_in,
)
from storage.queries import Connection
from storage.queries.members.areas import AreaMap
from storage.queries.practice import mark_as_practice

LIVED = 6
"""So many clubs live through their past; the others are copies."""
CLUBS_A_COMMUNE = 6
COPIES_AT_ONCE = 20
MOST_CLUBS = 100_000
REFORM = date(2025, 7, 1)
_DAYS_OF_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Progress:
    """How many clubs are there, and how many of these by their own life."""

    clubs: int
    lived: int


def begin(db: Connection, wanted: Country) -> None:
    """The country without a club: marked as made up, provinces, communes."""
    mark_as_practice(db, wanted.made_at)
    begin_country(db, wanted)
    day = min(REFORM, _first_day(wanted))
    add_provinces(db, day)
    provinces = [each.id for each in AreaMap(db, day).children(country_of(db, day))]
    count = min(max(1, wanted.clubs // CLUBS_A_COMMUNE), most_communes(len(provinces)))
    for province, name in communes(provinces, count, wanted.seed):
        add_area(db, province, Level.COMMUNE, name, day=day)


def progress(db: Connection) -> Progress:
    country = country_in(db)
    return Progress(clubs_made(db), len(country.patterns) if country else 0)


def go_on(db: Connection) -> Progress:
    """The next club that lives, or the next copies. LookupError where nothing was begun."""
    country = country_in(db)
    if country is None:
        raise LookupError("no made-up country")
    there = clubs_made(db)
    if there < min(LIVED, country.clubs):
        _one_lives(db, country, there)
    elif there < country.clubs:
        _copies(db, country, there)
    return progress(db)


def _one_lives(db: Connection, country: Country, number: int) -> None:
    """All of them in the first commune: so their volunteers find it without being asked."""
    before = ends_of(db)
    today = day_in_zone(country.made_at, VIETNAM)
    places = AreaMap(db, today)
    commune = places.all[communes_made(db)[0]]
    province = places.all[commune.parent_id or 0]
    size = Size(country.members, country.months, country.seed)
    live(db, number, size, commune.name, province.name, country.made_at)
    keep_pattern(db, pattern_between(before, ends_of(db)))


def _copies(db: Connection, country: Country, there: int) -> None:
    """The next ones, all of one pattern, of each in turn."""
    pattern = country.patterns[there // COPIES_AT_ONCE % len(country.patterns)]
    until = min(country.clubs, (there // COPIES_AT_ONCE + 1) * COPIES_AT_ONCE)
    people, places = people_in(db, pattern), communes_made(db)
    copies = []
    for number in range(there, until):
        hamlet = hamlet_of(number, country.seed)
        copies.append(
            Copy(
                name=club_in(hamlet),
                hamlet=hamlet,
                join_code=code_of(number, country.seed),
                commune=places[number % len(places)],
                names=other_names(people, number, country.seed),
            )
        )
    copy_clubs(db, pattern, copies)


def _first_day(wanted: Country) -> date:
    return (wanted.made_at - timedelta(days=_DAYS_OF_A_MONTH * (wanted.months + 2))).date()


def wished(clubs: int, size: Size, now: datetime) -> Country:
    """What is to be made, its past ending now."""
    return Country(clubs, size.members, size.months, size.seed, now)
