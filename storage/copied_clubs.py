"""Clubs copied from one that has lived, many at once, each with numbers of its own.

A copy is a club like any other: its people, its places, its entries, its closed months with a chain
of their own. Almost all rows are copied inside the database, one statement a table for many copies;
only what holds words of people, or numbers inside of texts, is written anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Insert,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    true,
)

from storage.copied_columns import (
    BY_HAND,
    OF_NO_CLUB,
    SHARED,
    full_name,
    is_unclear,
    target_of,
    words_once,
)
from storage.copied_rows import (
    Copy,
    NotToBeCopied,
    Numbers,
    Pattern,
    rows_between,
    write_anew,
    write_seals,
)
from storage.tables.books import closed_months
from storage.tables.columns import metadata
from storage.tables.seals import entry_seals

NOT_COPIED = (
    SHARED | OF_NO_CLUB | {"practice_clock", "made_up_countries", "clock_watch", "area_names"}
)

_SEALED_ANEW = (entry_seals, closed_months)


def ends_of(db: Connection) -> dict[str, int]:
    """The largest number in each table."""
    return {
        each.name: int(db.execute(select(func.coalesce(func.max(each.c.id), 0))).scalar_one())
        for each in _tables()
    }


def pattern_between(before: Mapping[str, int], after: Mapping[str, int]) -> Pattern:
    """What was written meanwhile, in the tables that got anything."""
    return {name: (before[name], end) for name, end in after.items() if end > before[name]}


def copy_clubs(db: Connection, pattern: Pattern, copies: Sequence[Copy]) -> None:
    """Write the copies. Raises NotToBeCopied for a pattern with something nobody has named."""
    starts = ends_of(db)
    for table in _tables():
        if table.name not in pattern or table in _SEALED_ANEW:
            continue
        _refuse_what_is_unclear(db, table, pattern)
        if table.name in BY_HAND:
            write_anew(db, table, pattern, starts, copies=copies)
        else:
            db.execute(_copying(table), _shifts(table, pattern, starts) | {"many": len(copies)})
    if entry_seals.name in pattern:
        closed = rows_between(db, closed_months, pattern) if closed_months.name in pattern else []
        for number in range(len(copies)):
            write_seals(db, closed, Numbers(pattern, starts, number))
    _numbers_go_on(db, pattern)


def _tables() -> Iterator[Table]:
    return (each for each in metadata.sorted_tables if each.name not in NOT_COPIED)


@cache
def _copying(table: Table) -> Insert:
    """One statement for all copies; built once, its numbers are bound."""
    first = select(literal(0).label("number")).cte("copies", recursive=True)
    copies = first.union_all(
        select(first.c.number + 1).where(first.c.number + 1 < bindparam("many"))
    )
    once = words_once(table)
    values = [_value(column, copies.c.number, once) for column in table.c]
    rows = (
        select(*values)
        .select_from(copies.join(table, true()))
        .where(table.c.id > bindparam("low"), table.c.id <= bindparam("high"))
    )
    return insert(table).from_select([each.name for each in table.c], rows)


def _value(
    column: Column[Any], number: ColumnElement[int], once: frozenset[str]
) -> ColumnElement[Any]:
    target = target_of(column)
    if target is not None:
        name = target.lstrip("-")
        further: ColumnElement[int] = bindparam(f"shift_{name}") + number * bindparam(
            f"width_{name}"
        )
        return column - further if target.startswith("-") else column + further
    if column.name in once:
        return column + "#" + cast(bindparam("shift_clubs") + number, Text)
    return column


def _shifts(table: Table, pattern: Pattern, starts: Mapping[str, int]) -> dict[str, int]:
    low, high = pattern[table.name]
    bound = {"low": low, "high": high}
    targets = {each.lstrip("-") for column in table.c if (each := target_of(column))}
    if words_once(table):
        targets.add("clubs")
    for each in targets:
        # A table without rows of this club is pointed at by nobody.
        first, last = pattern.get(each, (0, 0))
        bound |= {f"shift_{each}": starts[each] - first, f"width_{each}": last - first}
    return bound


def _refuse_what_is_unclear(db: Connection, table: Table, pattern: Pattern) -> None:
    unclear = [each for each in table.c if is_unclear(each)]
    if not unclear:
        return
    low, high = pattern[table.name]
    held = select(table.c.id).where(
        table.c.id > low, table.c.id <= high, or_(*(each.is_not(None) for each in unclear))
    )
    if db.execute(held.limit(1)).first() is not None:
        names = ", ".join(full_name(each) for each in unclear)
        raise NotToBeCopied(f"what does {names} point at?")


def _numbers_go_on(db: Connection, pattern: Pattern) -> None:
    """PostgreSQL counts beside the table; SQLite goes on after the largest number by itself."""
    if db.dialect.name != "sqlite":
        for name in pattern:
            counter = f"pg_get_serial_sequence('{name}', 'id')"
            db.execute(text(f"SELECT setval({counter}, (SELECT max(id) FROM {name}))"))
