"""Her name in words that others wrote: in minutes, notes and the last weeks' messages.

Only the whole name as it is in the record, and her telephone number; and only in her own clubs.
Where somebody else there has the very same name it says nothing of her and stays.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    Table,
    func,
    or_,
    select,
    true,
    type_coerce,
    update,
)

from club.personal_data.register import REGISTER
from storage.tables import metadata
from storage.tables.areas import clubs
from storage.tables.chats import chats
from storage.tables.people import members, officers, persons

SHORTEST_NUMBER = 9
# What lies for some days in the talk of others, and what of it is words.
_TALK = {
    "dialogues": ("state", "subject"),
    "inbox": ("raw",),
    "outbox": ("card",),
    "web_messages": ("text", "rows", "file_name"),
    "chats": ("shown",),
    "lent_files": ("name", "title"),
}


def names_of(db: Connection, ids: Collection[int]) -> list[str]:
    """What names her alone in her clubs: full name, other name, telephone number."""
    found: set[str] = set()
    for row in db.execute(select(persons).where(persons.c.id.in_(ids))):
        found |= {each for each in (row.name, row.called) if each and " " in each.strip()}
        found |= {row.phone} if row.phone and len(row.phone) >= SHORTEST_NUMBER else set()
    shared = _of_others(db, ids, found)
    return sorted(found - shared, key=len, reverse=True)


def _of_others(db: Connection, ids: Collection[int], names: Collection[str]) -> set[str]:
    others = select(persons.c.name).where(
        persons.c.name.in_(names),
        persons.c.id.not_in(ids),
        persons.c.erased_at.is_(None),
        persons.c.id.in_(select(members.c.person_id).where(members.c.club_id.in_(_clubs(ids)))),
    )
    return set(db.execute(others).scalars())


def _clubs(ids: Collection[int]) -> Select[Any]:
    return select(members.c.club_id).where(members.c.person_id.in_(ids))


@dataclass(frozen=True, slots=True)
class _Place:
    """Columns of words; a salt beside them would prove what stood there, so it goes too."""

    table: Table
    columns: tuple[str, ...]
    salts: tuple[str, ...] = ()


def take_names_out(
    db: Connection, ids: Collection[int], names: Sequence[str], instead: str
) -> None:
    """Write `instead` for each of the names wherever words may hold one."""
    for place in _places():
        where = _in_clubs(place.table, ids)
        for column in place.columns:
            for name in names:
                for written in sorted({name, json.dumps(name)[1:-1]}):
                    values = _replaced(place, column, written, instead)
                    holds = _text(place, column).contains(written, autoescape=True)
                    db.execute(update(place.table).where(where, holds).values(values))


def _places() -> Iterator[_Place]:
    for held in REGISTER.values():
        if held.words:
            words, salts = tuple(held.words.split()), tuple(held.salted.split())
            yield _Place(metadata.tables[held.table], words, salts)
    for name, columns in _TALK.items():
        yield _Place(metadata.tables[name], columns)


def _replaced(place: _Place, column: str, written: str, instead: str) -> dict[str, object]:
    changed = func.replace(_text(place, column), written, instead)
    return {column: changed, **dict.fromkeys(place.salts, "")}


def _text(place: _Place, column: str) -> ColumnElement[str]:
    """The column as text, whatever its type is."""
    return type_coerce(place.table.c[column], String)


def _in_clubs(table: Table, ids: Collection[int]) -> ColumnElement[bool]:
    """Rows of her clubs, and of chats of their people and of officers."""
    if table is chats:
        near = select(members.c.person_id).where(members.c.club_id.in_(_clubs(ids)))
        return or_(
            chats.c.person_id.in_(near),
            chats.c.person_id.in_(select(officers.c.person_id)),
        )
    if "chat_id" in table.c:
        near_chats = select(chats.c.id).where(_in_clubs(chats, ids))
        return table.c.chat_id.in_(near_chats)
    if "club_id" in table.c:
        return or_(table.c.club_id.in_(_clubs(ids)), table.c.club_id.is_(None))
    for key in table.foreign_keys:
        parent = key.column.table
        if parent is not clubs and ("club_id" in parent.c or parent.foreign_keys):
            inside = select(parent.c.id).where(_in_clubs(parent, ids))
            return table.c[key.parent.name].in_(inside)
    return true()
