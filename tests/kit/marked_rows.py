"""A row of every table about one person, every personal value of which can be told again.

Beside it a row about somebody else, so that what is not hers can be seen to stay.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    LargeBinary,
    Table,
    Text,
    insert,
    text,
)

from club.calendar import Month
from club.money import Money
from club.personal_data.held import Held
from club.personal_data.register import REGISTER
from storage.store import Store
from storage.tables import metadata
from storage.tables.columns import Dong, Instant, Json, MonthText

NAME = "Dấu Thị Riêng Một"
PHONE = "0987123987"
MARK = "Zqx"
FIRST_NUMBER = 987_000_000
ALONE = {"areas", "clubs", "faults"}
NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)


@dataclass(slots=True)
class Marked:
    """`person`: her number. `marks`: by table and column, what can be looked for."""

    person: int = 0
    other: int = 0
    marks: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(slots=True)
class Planter:
    """Plants in one empty database."""

    db: Connection
    at: datetime = NOW
    only: dict[str, dict[str, Any]] = field(default_factory=dict)  # values of some table's rows
    marked: Marked = field(default_factory=Marked)
    others: dict[str, int] = field(default_factory=dict)
    hers: dict[str, int] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def plant(self) -> Marked:
        for table in metadata.sorted_tables:
            held = REGISTER[table.name]
            self.others[table.name] = self._row(table, held, None)
            if table.name in {"persons", "photos"}:
                self.hers[table.name] = self._row(table, held, "")
            for owner in held.owners:
                self.hers[table.name] = self._row(table, held, owner.partition(">")[0])
        self.marked.person, self.marked.other = self.hers["persons"], self.others["persons"]
        return self.marked

    def _row(self, table: Table, held: Held, owner: str | None) -> int:
        values = {
            each.name: self._value(each, held, owner) for each in table.columns if each.name != "id"
        }
        values |= self.only.get(table.name, {})
        number = next(self._numbers)
        if "id" in table.c:
            values["id"] = number
        self.db.execute(insert(table).values(values))
        return number

    def _value(self, column: "Column[Any]", held: Held, owner: str | None) -> Any:
        if column.foreign_keys:
            return self._link(column, owner)
        if (special := self._special(column, owner)) is not None:
            return special
        group = held.columns[column.name]
        if allowed := _allowed(column):
            return allowed[0]
        mine = owner is not None and group in {"goes", "empty"}
        value = _plain(column, next(self._numbers), self.at)
        if group == "words" and isinstance(column.type, Text | Json):
            words = f"gặp {NAME}, gọi {PHONE} nhé"
            return [words] if isinstance(column.type, Json) else words
        if mine:
            value = _marked(column, value)
            if (looked_for := _searchable(value)) is not None:
                self.marked.marks[held.table, column.name] = looked_for
        return value

    def _link(self, column: "Column[Any]", owner: str | None) -> int | None:
        target = next(iter(column.foreign_keys)).column.table
        if target is column.table:
            return None
        if column.name == owner:
            return self.hers[target.name]
        if target.name in ALONE:
            return self.others[target.name]
        # A new row each time: what has to be unique is.
        return self._row(target, REGISTER[target.name], None)

    def _special(  # noqa: PLR0911 – one line for each that is special
        self, column: "Column[Any]", owner: str | None
    ) -> Any:
        """What has to be real: her name and number, what no constraint points at."""
        match column.table.name, column.name:
            case "persons", "name":
                return NAME if owner is not None else "Người Khác Hẳn"
            case "persons", "phone":
                return PHONE if owner is not None else "0912000111"
            case "persons" | "chats", "language":
                return "vi"
            case "photos", "about":
                return "face" if owner is not None else "activity"
            case "photos", "subject":
                return self.hers["persons"] if owner is not None else 1
            case _, name if name == owner:  # a number that no constraint knows
                return self.hers["photos" if name == "photo_id" else "persons"]
        return None


def _allowed(column: "Column[Any]") -> list[str]:
    """The words that a constraint lets the column hold."""
    for each in column.table.constraints:
        said = str(each.sqltext) if isinstance(each, CheckConstraint) else ""
        if found := re.match(rf"{column.name} IN \((.*)\)$", said):
            return re.findall(r"'([^']*)'", found.group(1))
    return []


def _plain(  # noqa: PLR0911 – one line for each type
    column: "Column[Any]", number: int, at: datetime
) -> Any:
    match column.type:
        case Instant():
            return at + timedelta(microseconds=number)
        case Date():
            return _day(at, number)
        case MonthText():
            return Month.of(date(1990, 1, 1) + timedelta(days=31 * number))
        case Dong():
            return Money(number)
        case Json():
            return [f"w{number}"]
        case LargeBinary():
            return f"b{number}".encode()
        case Boolean():
            return True
        case Text():
            return f"t{number}"
    return number


def _day(at: datetime, number: int) -> date:
    """One of many days, so that unique ones are; the retention test sets its own."""
    return at.date() - timedelta(days=number % 7000)


def _marked(column: "Column[Any]", value: Any) -> Any:
    match value:
        case bool() | date() | Month() | Money():
            return value
        case str():
            return f"{MARK}{value}"
        case bytes():
            return MARK.encode() + value
        case list():
            return [f"{MARK}{each}" for each in value]
        case int() if column.name not in {"ended_by", "consent_id", "decided_by"}:
            return FIRST_NUMBER + value
    return value


def _searchable(value: Any) -> str | None:
    match value:
        case str():
            return value
        case bytes():
            return value.decode()
        case [str() as only]:
            return only
        case int() if value >= FIRST_NUMBER:
            return str(value)
    return None


def everything_in(store: Store) -> str:
    """Every value of every row of every table, as one text."""
    with store.reading() as db:
        return "\n".join(
            f"{table.name}: {tuple(row)!r}"
            for table in metadata.sorted_tables
            for row in db.execute(text(f"SELECT * FROM {table.name}"))
        )
