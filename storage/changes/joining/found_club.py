"""A club is founded: its commune, its code, its two funds and its tin, fee and meeting day."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text

from club.calendar import Month
from club.money import Money
from club.settings import SETTINGS, check_value
from storage.changes.inserting import inserted
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
    lock_areas(db)
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


def lock_areas(db: Connection) -> None:
    """Until the end of the transaction nobody else makes, ends or renames an area: two who did it
    in one moment would make a commune twice, or merge it into two others.

    On SQLite whoever writes is alone.
    """
    if db.dialect.name == "postgresql":
        db.execute(_LOCK_AREAS)


# Others may read, and point at areas; nobody else may write them.
_LOCK_AREAS = text("LOCK TABLE areas IN SHARE ROW EXCLUSIVE MODE")


def _area(db: Connection, parent: int | None, level: str, *, name: str, day: date) -> int:
    there = db.execute(
        select(areas.c.id)
        .where(areas.c.level == level, areas.c.name == name, areas.c.parent_id == parent)
        # A merged commune may be called as one of those that are no more.
        .order_by(areas.c.valid_to.is_not(None), areas.c.id)
    ).first()
    if there is not None:
        return int(there.id)
    return inserted(db, areas, parent_id=parent, level=level, name=name, valid_from=day)
