"""What a club has settled: the one way to read a setting, and its history."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from club.address import PersonName
from club.settings import SETTINGS
from storage.queries.members.naming import NAMED
from storage.tables.areas import club_settings
from storage.tables.people import persons

# Nearly every step about money asks it, so the statement is built once.
_SETTING = (
    select(club_settings.c.value)
    .where(
        club_settings.c.club_id == bindparam("of_club"),
        club_settings.c.name == bindparam("of_name"),
        club_settings.c.valid_from <= bindparam("day"),
    )
    .order_by(club_settings.c.valid_from.desc(), club_settings.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A value and the day it holds from; `by` is nobody for what came with the club."""

    valid_from: date
    value: Any
    settled_at: datetime
    by: PersonName


def setting(db: Connection, club_id: int, name: str, day: date) -> Any:
    """What holds in the club on this day: what it has settled, or else the usual value.

    KeyError for a name that is no setting.
    """
    usual = SETTINGS[name].default
    row = db.execute(_SETTING, {"of_club": club_id, "of_name": name, "day": day}).first()
    return usual if row is None else row.value


def setting_history(db: Connection, club_id: int, name: str) -> list[Settled]:
    """All that was ever settled under this name, in the order in which it holds."""
    found = db.execute(
        select(
            club_settings.c.valid_from,
            club_settings.c.value,
            club_settings.c.settled_at,
            NAMED.label("who"),
        )
        .select_from(club_settings.outerjoin(persons, persons.c.id == club_settings.c.settled_by))
        .where(club_settings.c.club_id == club_id, club_settings.c.name == name)
        .order_by(club_settings.c.valid_from, club_settings.c.id)
    )
    return [
        Settled(row.valid_from, row.value, row.settled_at, row.who or PersonName(""))
        for row in found
    ]
