"""A club is founded: its commune, its code, its two funds and its tin, the fee and the meeting
day.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert, select

from club.calendar import Month
from club.money import Money
from club.settings import SETTINGS, check_value
from storage.tables.areas import areas, club_communes, club_settings, clubs
from storage.tables.books import fee_rates, funds, places

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[:31]
CODE_SIGNS = 8  # Club rules, F.3


USUAL_FEE = Money(5000)


@dataclass(frozen=True, slots=True)
class NewClub:
    """What has to be known to found a club."""

    name: str
    hamlet: str
    province: str
    commune: str
    founded_on: date
    join_code: str
    timezone: str = "Asia/Ho_Chi_Minh"
    practice: bool = False
    fee: Money = USUAL_FEE
    meeting_day: str = "solar 24"


@dataclass(frozen=True, slots=True)
class ClubFounded:
    club_id: int
    income_fund: int
    operating_fund: int
    tin: int


def found_club(db: Connection, new: NewClub, now: datetime) -> ClubFounded:
    """The club with everything it cannot work without."""
    country = _area(db, None, "country", name="Việt Nam", day=new.founded_on)
    province = _area(db, country, "province", name=new.province, day=new.founded_on)
    commune = _area(db, province, "commune", name=new.commune, day=new.founded_on)
    return found_in_commune(db, new, commune, now)


def found_in_commune(db: Connection, new: NewClub, commune: int, now: datetime) -> ClubFounded:
    """The same where the commune is known by its number."""
    club_id = inserted(
        db,
        clubs,
        name=new.name,
        hamlet=new.hamlet,
        founded_on=new.founded_on,
        timezone=new.timezone,
        join_code=new.join_code,
        practice=new.practice,
    )
    inserted(db, club_communes, club_id=club_id, area_id=commune, valid_from=new.founded_on)
    settle(db, club_id, "meeting_day", new.meeting_day, new.founded_on, now)
    inserted(
        db,
        fee_rates,
        club_id=club_id,
        amount=new.fee,
        period_months=1,
        valid_from=Month.of(new.founded_on),
    )
    return ClubFounded(
        club_id,
        inserted(db, funds, club_id=club_id, kind="income"),
        inserted(db, funds, club_id=club_id, kind="operating"),
        inserted(db, places, club_id=club_id, kind="tin"),
    )


def free_code(db: Connection) -> str:
    """A join code that no club has or had."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIGNS))
        if db.execute(select(clubs.c.id).where(clubs.c.join_code == code)).first() is None:
            return code


def settle(  # noqa: PLR0917
    db: Connection,
    club_id: int,
    name: str,
    value: Any,
    valid_from: date,
    now: datetime,
    *,
    by: int | None = None,
) -> None:
    """What holds in the club under this name from this day.

    KeyError for a name that is no setting; Refused and ValueError for a value it cannot have.
    """
    check_value(SETTINGS[name], value)
    db.execute(
        insert(club_settings).values(
            club_id=club_id,
            name=name,
            value=value,
            valid_from=valid_from,
            settled_at=now,
            settled_by=by,
        )
    )


def _area(db: Connection, parent: int | None, level: str, *, name: str, day: date) -> int:
    there = db.execute(
        select(areas.c.id).where(
            areas.c.level == level, areas.c.name == name, areas.c.parent_id == parent
        )
    ).first()
    if there is not None:
        return int(there.id)
    return inserted(db, areas, parent_id=parent, level=level, name=name, valid_from=day)


def inserted(db: Connection, table: Table, **values: object) -> int:
    """Insert one row and return its number."""
    return int(db.execute(_insert_into(table), values).scalar_one())


@cache
def _insert_into(table: Table) -> Insert:
    # Built once for each table: building a statement costs more than running it.
    return insert(table).returning(table.c.id)
