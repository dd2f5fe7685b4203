"""What of a copied club is written anew: words of people, numbers in texts, closed months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from club.calendar import Month
from club.chain import FIRST
from storage.changes.money.seal_entries import keep_seals
from storage.copied_columns import target_of, words_once
from storage.queries.faults.chain import Sealed, month_digest, seal, sealed_entries
from storage.tables.books import closed_months

Row = dict[str, Any]
Pattern = Mapping[str, tuple[int, int]]
"""A club's rows: of each table the numbers above the first and up to the second."""


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


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one copy."""

    pattern: Pattern
    starts: Mapping[str, int]
    copy: int

    def of(self, table: str, number: int) -> int:
        low, high = self.pattern[table]
        return number - low + self.starts[table] + self.copy * (high - low)

    def moved(self, target: str, number: int) -> int:
        return -self.of(target[1:], -number) if target.startswith("-") else self.of(target, number)


def rows_between(db: Connection, table: Table, pattern: Pattern) -> list[Row]:
    low, high = pattern[table.name]
    found = select(table).where(table.c.id > low, table.c.id <= high).order_by(table.c.id)
    return [dict(each._mapping) for each in db.execute(found)]


def write_anew(
    db: Connection,
    table: Table,
    pattern: Pattern,
    starts: Mapping[str, int],
    *,
    copies: Sequence[Copy],
) -> None:
    rows = rows_between(db, table, pattern)
    written = []
    for number, each in enumerate(copies):
        numbers = Numbers(pattern, starts, number)
        written += [_anew(table, row, numbers, each) for row in rows]
    db.execute(insert(table), written)


def _anew(table: Table, row: Row, numbers: Numbers, copy: Copy) -> Row:
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


def _moved(table: Table, row: Row, numbers: Numbers) -> Row:
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


def _about(row: Row, numbers: Numbers) -> Row:
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


def write_seals(db: Connection, months: Sequence[Row], numbers: Numbers) -> None:
    """The seals of the copy's own entries, and the months that were closed."""
    club_id = numbers.of("clubs", numbers.pattern["clubs"][1])
    entries = sealed_entries(db, club_id)
    for of_month in entries.values():
        keep_seals(db, club_id, of_month)
    if months:
        _write_closed_months(db, months, entries, numbers)


def _write_closed_months(
    db: Connection,
    months: Sequence[Row],
    entries: Mapping[Month, Sequence[Sealed]],
    numbers: Numbers,
) -> None:
    """With figures and codes of the copy's own entries."""
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


def _own_figures(kept: Row, numbers: Numbers) -> Row:
    figures = dict(kept["figures"])
    figures["funds"] = [each | {"id": numbers.of("funds", each["id"])} for each in figures["funds"]]
    return kept | {"figures": figures}
