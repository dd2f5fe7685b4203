"""Clubs by code, their groups and what they have settled."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from storage.tables.areas import club_settings, clubs
from storage.tables.chats import wrong_codes
from storage.tables.people import groups

MOST_WRONG_CODES_AN_HOUR = 5


@dataclass(frozen=True, slots=True)
class Club:
    id: int
    name: str
    hamlet: str
    timezone: str
    practice: bool
    join_code: str


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    name: str


_COLUMNS = (
    clubs.c.id,
    clubs.c.name,
    clubs.c.hamlet,
    clubs.c.timezone,
    clubs.c.practice,
    clubs.c.join_code,
)


def club_by_code(db: Connection, code: str) -> Club | None:
    """The living club with this join code."""
    row = db.execute(
        select(*_COLUMNS).where(clubs.c.join_code == code, clubs.c.ended_on.is_(None))
    ).first()
    return None if row is None else Club(*row)


def club(db: Connection, club_id: int) -> Club:
    return Club(*db.execute(select(*_COLUMNS).where(clubs.c.id == club_id)).one())


def too_many_wrong_codes(db: Connection, chat_id: int, now: datetime) -> bool:
    """Whether this chat has guessed too often within the hour (club rules, F.3)."""
    tries = db.execute(
        select(func.count())
        .select_from(wrong_codes)
        .where(wrong_codes.c.chat_id == chat_id, wrong_codes.c.at > now - timedelta(hours=1))
    ).scalar_one()
    return int(tries) >= MOST_WRONG_CODES_AN_HOUR


def groups_of(db: Connection, club_id: int) -> list[Group]:
    found = db.execute(
        select(groups.c.id, groups.c.name).where(groups.c.club_id == club_id).order_by(groups.c.id)
    )
    return [Group(row.id, row.name) for row in found]


def setting(db: Connection, club_id: int, name: str, day: date, default: Any = None) -> Any:
    """What the club has settled under this name for this day, or the default."""
    row = db.execute(
        select(club_settings.c.value)
        .where(
            club_settings.c.club_id == club_id,
            club_settings.c.name == name,
            club_settings.c.valid_from <= day,
        )
        .order_by(club_settings.c.valid_from.desc(), club_settings.c.id.desc())
        .limit(1)
    ).first()
    return default if row is None else row.value
