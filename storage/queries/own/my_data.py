"""Everything that is kept about a person, by the register, as it is told her."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Connection, FromClause, select

from club.calendar import Month
from club.members import Action, Role
from club.money import Money
from club.personal_data.held import Held, Seen
from club.personal_data.register import REGISTER
from club.rights import may
from storage.memberships import memberships
from storage.queries.own.about_her import about, all_records_of
from storage.tables import metadata
from storage.tables.areas import clubs
from storage.tables.chats import chats
from storage.tables.club_life import teams
from storage.tables.meetings import meetings
from storage.tables.people import groups, members, persons

Row = Mapping[str, Any]
# What a row points at, in words: by column, what it is called and where that stands.
_POINTED_AT = {
    "club_id": ("club", clubs.c.name),
    "group_id": ("group", groups.c.name),
    "team_id": ("team", teams.c.name),
    "meeting_id": ("meeting_day", meetings.c.held_on),
}
MOST_BYTES_OF_FILES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class HerData:
    """`tables`: by table, the rows about her, the oldest first; each column as plain JSON.

    printed: for a member without a phone, by the board: without what the board may not read.
    """

    person_id: int
    name: str
    club: str
    on: date
    tables: Mapping[str, list[Row]]
    printed: bool = False


def everything_about(db: Connection, person_id: int, today: date) -> HerData:
    """All of it, from every table."""
    ids = sorted(all_records_of(db, person_id))
    found = {
        name: rows
        for name, held in REGISTER.items()
        if held.hers and (rows := _rows(db, held, ids))
    }
    name = db.execute(select(persons.c.name).where(persons.c.id == person_id)).scalar_one()
    hers = memberships(db, {person_id}, today).get(person_id, [])
    return HerData(person_id, name, hers[0].club_name if hers else "", today, found)


def _rows(db: Connection, held: Held, ids: list[int]) -> list[Row]:
    table = metadata.tables[held.table]
    names = list(held.hers)
    wanted: list[Column[Any]] = [table.c[each] for each in names]
    places: FromClause = table
    for column, (called, told) in _POINTED_AT.items():
        if column in table.c:
            places = places.outerjoin(told.table, table.c[column] == told.table.c.id)
            names.append(called)
            wanted.append(told)
    first = next(iter(table.primary_key.columns))
    room = MOST_BYTES_OF_FILES
    rows: list[Row] = []
    found = select(*wanted).select_from(places).where(about(held.table, ids)).order_by(first)
    for row in db.execute(found):
        said = {name: plain(value) for name, value in zip(names, row, strict=True)}
        for name, value in said.items():
            if isinstance(value, bytes):
                room -= len(value)
                fits = room > 0
                said[name] = base64.b64encode(value).decode() if fits else f"{len(value)} bytes"
        rows.append(said)
    return rows


def plain(value: Any) -> Any:
    """As JSON knows it: sums in đồng, days and instants as ISO says; bytes as they are."""
    match value:
        case Money():
            return value.dong
        case Month():
            return str(value)
        case datetime() | date():
            return value.isoformat()
    return value


def data_for_chat(db: Connection, chat_id: int, person_id: int, today: date) -> HerData | None:
    """Hers, in her own chat; or, for the board of her club, to print for her who has no phone.

    None for anybody else, and alike for who is not there (Club rules, G.4: never by a helper).
    """
    chat = db.execute(
        select(chats.c.person_id, chats.c.helping_id).where(chats.c.id == chat_id)
    ).first()
    if chat is None or chat.person_id is None or chat.helping_id is not None:
        return None
    if chat.person_id == person_id:
        return everything_about(db, person_id, today)
    if not may_print_for(db, chat.person_id, person_id, today):
        return None
    found = everything_about(db, person_id, today)
    open_ = {name: rows for name, rows in found.tables.items() if _board_reads(name)}
    return HerData(found.person_id, found.name, found.club, today, open_, printed=True)


def _board_reads(table: str) -> bool:
    return REGISTER[table].seen not in {Seen.MEASURER, Seen.HERSELF}


def may_print_for(db: Connection, by: int, person_id: int, today: date) -> bool:
    """Whether `by` is of the board of a club in which she is a member without a phone."""
    if db.execute(select(chats.c.id).where(chats.c.person_id == person_id)).first() is not None:
        return False
    hers = select(members.c.club_id).where(
        members.c.person_id == person_id, members.c.state.in_(("member", "left"))
    )
    there = set(db.execute(hers).scalars())
    return any(
        each.club_id in there
        and each.state == "member"
        and may(map(Role, each.roles), Action.KEEP_MEMBERS)
        for each in memberships(db, {by}, today).get(by, ())
    )
