"""Clubs by code, and their groups."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from storage.tables.areas import clubs
from storage.tables.chats import chats, wrong_codes
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


# Statements that nearly every step asks are built once: building costs more than running.
_BY_CODE = select(*_COLUMNS).where(
    clubs.c.join_code == bindparam("code"), clubs.c.ended_on.is_(None)
)
_BY_ID = select(*_COLUMNS).where(clubs.c.id == bindparam("of_club"))
_WRONG_CODES = (
    select(func.count())
    .select_from(wrong_codes)
    .where(wrong_codes.c.chat_id == bindparam("of_chat"), wrong_codes.c.at > bindparam("since"))
)


def club_by_code(db: Connection, code: str) -> Club | None:
    """The living club with this join code."""
    row = db.execute(_BY_CODE, {"code": code}).first()
    return None if row is None else Club(*row)


def club(db: Connection, club_id: int) -> Club:
    return Club(*db.execute(_BY_ID, {"of_club": club_id}).one())


def too_many_wrong_codes(db: Connection, chat_id: int, now: datetime) -> bool:
    """Whether this chat has guessed too often within the hour, or all strangers together have,
    and this is one of them (club rules, F.3).
    """
    since = now - timedelta(hours=1)
    tries = db.execute(_WRONG_CODES, {"of_chat": chat_id, "since": since}).scalar_one()
    if int(tries) >= MOST_WRONG_CODES_AN_HOUR:
        return True
    here = select(chats.c.person_id).where(chats.c.id == chat_id)
    if db.execute(here).scalar() is not None:
        return False
    together = db.execute(_OF_STRANGERS, {"since": since}).scalar_one()
    return int(together) >= MOST_WRONG_CODES_OF_STRANGERS


_OF_STRANGERS = (
    select(func.count())
    .select_from(wrong_codes.join(chats, chats.c.id == wrong_codes.c.chat_id))
    .where(wrong_codes.c.at > bindparam("since"), chats.c.person_id.is_(None))
)
MOST_WRONG_CODES_OF_STRANGERS = 300
"""An hour, in all chats of people nobody knows: many phones guess no better than one."""


def groups_of(db: Connection, club_id: int) -> list[Group]:
    found = db.execute(
        select(groups.c.id, groups.c.name)
        .where(groups.c.club_id == club_id, groups.c.ended_on.is_(None))
        .order_by(groups.c.id)
    )
    return [Group(row.id, row.name) for row in found]
