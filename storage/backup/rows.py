"""Every row of every table, as values that look alike whichever database they come from.

Read from the tables as they are in the database, not as this program declares them: a backup can be
taken of an older database before it is brought up to date.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    Text,
    inspect,
    text,
)

from storage.backup.unfinished import MARK

ROWS_AT_ONCE = 1000
ROWS_WITH_FILES_AT_ONCE = 20
LEFT_OUT = frozenset(
    {"alembic_version", MARK, "processes", "duties", "sending_turns", "sending_holds"}
)
"""The migration tool's own table, the mark of a restore, and what processes at work agree on among
themselves.
"""

Row = list[Any]


class Kind(StrEnum):
    """How the values of a column are written down."""

    PLAIN = "plain"  # whole numbers and texts, as they are
    YES_NO = "yes_no"  # 1 or 0
    DAY = "day"  # 2026-11-22
    INSTANT = "instant"  # 2026-11-22 02:30:00.000000, UTC
    BYTES = "bytes"  # base 64


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: its columns with their kinds, how many rows it has, what numbers them."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: int
    key: tuple[str, ...] = ("id",)


def shapes_of(db: Connection) -> list[Shape]:
    """Every table of the database that a backup keeps, by name."""
    look = inspect(db)
    found, keys = look.get_multi_columns(), look.get_multi_pk_constraint()
    return [
        Shape(
            name,
            tuple((each["name"], _kind(name, each["type"])) for each in columns),
            int(db.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()),
            tuple(keys[place]["constrained_columns"]),
        )
        for place, columns in sorted(found.items(), key=lambda item: item[0][1])
        if (name := place[1]) not in LEFT_OUT
    ]


def _kind(table: str, type_: object) -> Kind:
    for known, kind in _KINDS:
        if isinstance(type_, known):
            return kind
    raise TypeError(f"{table}: nobody has said yet how a {type_} is kept in a backup")


# Sorts of text and whole number come before nothing: an unknown type is our own fault.
_KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (Boolean, Kind.YES_NO),
    (DateTime, Kind.INSTANT),
    (Date, Kind.DAY),
    (LargeBinary, Kind.BYTES),
    (BigInteger, Kind.PLAIN),
    (Integer, Kind.PLAIN),
    (Text, Kind.PLAIN),
)


def rows_of(db: Connection, shape: Shape) -> Iterator[Row]:
    """The rows of a table by their number, without holding many of them at a time."""
    listed = _listed(name for name, _ in shape.columns)
    has_files = any(kind is Kind.BYTES for _, kind in shape.columns)
    at_once = ROWS_WITH_FILES_AT_ONCE if has_files else ROWS_AT_ONCE
    found = db.execute(
        text(f'SELECT {listed} FROM "{shape.name}" ORDER BY {_listed(shape.key)}'),
        execution_options={"stream_results": True, "yield_per": at_once},
    )
    special = [
        (place, _WRITTEN[kind]) for place, (_, kind) in enumerate(shape.columns) if kind in _WRITTEN
    ]
    for part in found.partitions():
        for row in part:
            yield _portable(row, special)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _portable(row: Sequence[Any], special: Sequence[tuple[int, Callable[[Any], Any]]]) -> Row:
    values = list(row)
    for place, written in special:
        if values[place] is not None:
            values[place] = written(values[place])
    return values


def _instant(value: datetime | str) -> str:
    """SQLite keeps the very text; PostgreSQL gives a moment in the zone of its session."""
    if isinstance(value, str):
        return value
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"


def _day(value: date | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _base64(value: bytes) -> str:
    return b64encode(value).decode()


_WRITTEN: dict[Kind, Callable[[Any], Any]] = {
    Kind.YES_NO: int,
    Kind.DAY: _day,
    Kind.INSTANT: _instant,
    Kind.BYTES: _base64,
}


def something_in(db: Connection) -> Shape | None:
    """The fullest table of a database, None where no table has a row."""
    full = [each for each in shapes_of(db) if each.rows]
    return max(full, key=lambda each: each.rows, default=None)
