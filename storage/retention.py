"""What has had its days goes by itself, as the register of personal data says. Club rules, G.2."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Date,
    Select,
    String,
    Table,
    and_,
    delete,
    or_,
    select,
    type_coerce,
    update,
)

from club.personal_data.held import Held, Term
from club.personal_data.register import REGISTER
from storage.changes.own.erase_person import emptied
from storage.tables import metadata


def forget_by_register(db: Connection, now: datetime, most: int) -> int:
    """Of each table with days of its own: rows go, or their words do; returns how many."""
    return sum(_forget(db, held, _over(held, term, now), most) for held, term in terms())


def terms() -> Iterator[tuple[Held, Term]]:
    """The tables whose days are counted here; others have a job of their own."""
    for held in REGISTER.values():
        if held.term is not None and not held.term.by_itself:
            yield held, held.term


def _forget(db: Connection, held: Held, over: ColumnElement[bool], most: int) -> int:
    table = metadata.tables[held.table]
    if held.goes:
        return _delete(db, table, select(table.c.id).where(over).limit(most))
    names = f"{held.empty} {held.words} {held.salted}".split()
    still = or_(*(_says_something(table, name) for name in names))
    due = select(table.c.id).where(over, still).limit(most)
    values = {name: emptied(table.c[name]) for name in names}
    return db.execute(update(table).where(table.c.id.in_(due)).values(values)).rowcount


def _over(held: Held, term: Term, now: datetime) -> ColumnElement[bool]:
    table = metadata.tables[held.table]
    since = table.c[term.since]
    before: Any = now - term.span
    if isinstance(since.type, Date):
        before = before.astimezone(UTC).date()
    return and_(since < before, *(table.c[name] == value for name, value in term.when))


def _says_something(table: Table, name: str) -> ColumnElement[bool]:
    column = table.c[name]
    return and_(column.is_not(None), type_coerce(column, String) != "")


def _delete(db: Connection, table: Table, due: Select[Any]) -> int:
    """What belongs to a row goes with it."""
    numbers = list(db.execute(due).scalars())
    if not numbers:
        return 0
    for other in metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table:
                _with_it(db, other, key.parent.name, numbers)
    gone: CursorResult[Any] = db.execute(delete(table).where(table.c.id.in_(numbers)))
    return gone.rowcount


def _with_it(db: Connection, table: Table, column: str, numbers: list[int]) -> None:
    hers = table.c[column].in_(numbers)
    if table.c[column].nullable:
        db.execute(update(table).where(hers).values({column: None}))
    else:
        _delete(db, table, select(table.c.id).where(hers))
