"""Clubs copied from one that has lived, many at once, each with numbers of its own.

A copy is a club like any other: its people, its places, its entries, its closed months with a chain
of their own. Almost all rows are copied inside the database, one statement a table for many copies;
only what holds words of people, or numbers inside of texts, is written anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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

from club.chain import FIRST
from storage.copied_columns import (
    BY_HAND,
    OF_NO_CLUB,
    SHARED,
    full_name,
    is_unclear,
    target_of,
    words_once,
)
from storage.queries.faults.chain import month_digest, seal, sealed_entries
from storage.tables.books import closed_months
from storage.tables.columns import metadata

Row = dict[str, Any]
Pattern = Mapping[str, tuple[int, int]]
"""A club's rows: of each table the numbers above the first and up to the second."""

NOT_COPIED = (
    SHARED | OF_NO_CLUB | {"practice_clock", "made_up_countries", "clock_watch", "area_names"}
)


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy does not take over. names: of its people, by the names in the pattern."""

    name: str
    hamlet: str
    join_code: str
    commune: int
    names: Mapping[str, str]


class NotToBeCopied(LookupError):
    """The pattern holds something of which nobody has said how it is copied."""


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
        if table.name not in pattern or table is closed_months:
            continue
        _refuse_what_is_unclear(db, table, pattern)
        if table.name in BY_HAND:
            _write_anew(db, table, pattern, starts, copies=copies)
        else:
            db.execute(_copying(table), _shifts(table, pattern, starts) | {"many": len(copies)})
    if closed_months.name in pattern:
        closed = _rows(db, closed_months, pattern)
        for number in range(len(copies)):
            _close(db, closed, _Numbers(pattern, starts, number))
    _numbers_go_on(db, pattern)


def _tables() -> Iterator[Table]:
    return (each for each in metadata.sorted_tables if each.name not in NOT_COPIED)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of one copy."""

    pattern: Pattern
    starts: Mapping[str, int]
    copy: int

    def of(self, table: str, number: int) -> int:
        low, high = self.pattern[table]
        return number - low + self.starts[table] + self.copy * (high - low)

    def moved(self, target: str, number: int) -> int:
        return -self.of(target[1:], -number) if target.startswith("-") else self.of(target, number)


# ------------------------------------------------------------------ inside the database


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


# ------------------------------------------------------------------ written anew


def _rows(db: Connection, table: Table, pattern: Pattern) -> list[Row]:
    low, high = pattern[table.name]
    found = select(table).where(table.c.id > low, table.c.id <= high).order_by(table.c.id)
    return [dict(each._mapping) for each in db.execute(found)]


def _write_anew(
    db: Connection,
    table: Table,
    pattern: Pattern,
    starts: Mapping[str, int],
    *,
    copies: Sequence[Copy],
) -> None:
    rows = _rows(db, table, pattern)
    written = []
    for number, each in enumerate(copies):
        numbers = _Numbers(pattern, starts, number)
        written += [_anew(table, row, numbers, each) for row in rows]
    db.execute(insert(table), written)


def _anew(table: Table, row: Row, numbers: _Numbers, copy: Copy) -> Row:
    made = _moved(table, row, numbers)
    match table.name:
        case "persons":
            made |= {"name": copy.names[row["name"]], "phone": _phone(row["phone"], made["id"])}
        case "clubs":
            made |= {"name": copy.name, "hamlet": copy.hamlet, "join_code": copy.join_code}
        case "club_communes" | "volunteers":
            made["area_id"] = copy.commune
        case "minutes":
            made["known"] = _renamed(row["known"], copy.names)
        case "proposals":
            made |= _about(row, numbers)
    return made


def _moved(table: Table, row: Row, numbers: _Numbers) -> Row:
    moved = dict(row)
    for name, target in _targets(table):
        if row[name] is not None:
            moved[name] = numbers.moved(target, row[name])
    for name in words_once(table):
        moved[name] = f"{row[name]}#{numbers.of('clubs', numbers.pattern['clubs'][1])}"
    return moved


@cache
def _targets(table: Table) -> tuple[tuple[str, str], ...]:
    found = ((column.name, target_of(column)) for column in table.c)
    return tuple((name, target) for name, target in found if target is not None)


def _phone(phone: str | None, person: int) -> str | None:
    """A number that looks like one; nobody is ever called."""
    return f"+849{person % 100_000_000:08}" if phone else phone


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The same with other people's names."""
    match value:
        case str():
            return names.get(value, value)
        case list():
            return [_renamed(each, names) for each in value]
        case dict():
            return {key: _renamed(each, names) for key, each in value.items()}
    return value


# What a proposal is about, by its kind; and what stands in it, by the name of the value.
_SUBJECTS = {"minutes": "meetings"}
_IN_A_PROPOSAL = {
    "fund": "funds",
    "place": "places",
    "member": "members",
    "loan": "loans",
    "meeting": "meetings",
}


def _about(row: Row, numbers: _Numbers) -> Row:
    subject = row["subject_id"]
    if subject is not None:
        if row["kind"] not in _SUBJECTS:
            raise NotToBeCopied(f"what is a proposal “{row['kind']}” about?")
        subject = numbers.of(_SUBJECTS[row["kind"]], subject)
    content = {
        key: numbers.of(_IN_A_PROPOSAL[key], each) if key in _IN_A_PROPOSAL and each else each
        for key, each in row["content"].items()
    }
    return {"subject_id": subject, "content": content}


# ------------------------------------------------------------------ closed months


def _close(db: Connection, months: Sequence[Row], numbers: _Numbers) -> None:
    """The months that were closed, with figures and codes of the copy's own entries."""
    entries = sealed_entries(db, numbers.of("clubs", months[0]["club_id"]))
    previous, written = FIRST, []
    for row in sorted(months, key=lambda each: str(each["month"])):
        own = entries.get(row["month"], [])
        kept = _own_figures(row["figures"], numbers)
        kept["entries"] = {str(each["sequence"]): seal(each) for each in own}
        code = month_digest(previous, own, kept, row["rules_version"])
        moved = _moved(closed_months, row, numbers)
        written.append(moved | {"figures": kept, "previous_code": previous, "code": code})
        previous = code
    db.execute(insert(closed_months), written)


def _own_figures(kept: Row, numbers: _Numbers) -> Row:
    figures = dict(kept["figures"])
    figures["funds"] = [each | {"id": numbers.of("funds", each["id"])} for each in figures["funds"]]
    return kept | {"figures": figures}
