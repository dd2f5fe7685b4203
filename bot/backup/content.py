"""What lies in a backup, line by line: a heading, then each table with its rows, then an end.

Lines are JSON: an object for the heading and the end, a name for a table, a list for a row.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.backup.rows import Kind, Row, Shape, rows_of
from storage.queries import Connection

ROWS_A_STEP = 1000
FORM = 1
"""The form of the file; a program reads its own and older ones."""


class NewerFile(Exception):
    """One line: the file was made by a newer program."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a backup says of itself. `revision`: of the tables; `on`: the kind of database."""

    revision: str
    made_at: datetime
    on: str
    shapes: tuple[Shape, ...]

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.shapes)

    def as_line(self) -> bytes:
        tables = {each.name: [each.rows, each.columns] for each in self.shapes}
        return _line(
            {
                "lien": FORM,
                "revision": self.revision,
                "made_at": self.made_at.isoformat(),
                "on": self.on,
                "tables": tables,
            }
        )


def heading_of(line: bytes, known: Sequence[str]) -> Heading:
    """Read the first line. `known`: revisions of tables that this program knows.

    Raises NewerFile, or ValueError for what is no heading.
    """
    said = json.loads(line)
    if not isinstance(said, dict) or "lien" not in said:
        raise ValueError("no heading")
    if said["lien"] > FORM or said["revision"] not in known:
        raise NewerFile("the backup was made by a newer Liên; please take that version to it")
    return Heading(
        said["revision"],
        datetime.fromisoformat(said["made_at"]),
        said["on"],
        tuple(_shape(name, each) for name, each in said["tables"].items()),
    )


def _shape(name: str, said: Sequence[Any]) -> Shape:
    rows, columns = said
    return Shape(name, tuple((column, Kind(kind)) for column, kind in columns), rows)


def lines_of(db: Connection, heading: Heading, progress: Callable[[int], None]) -> Iterator[bytes]:
    """Every line of a backup of this database; `progress` hears how many rows are out."""
    yield heading.as_line()
    done = 0
    for shape in heading.shapes:
        if shape.rows:
            yield _line(shape.name)
        for row in rows_of(db, shape):
            done += 1
            yield _line(row)
            if done % ROWS_A_STEP == 0:
                progress(done)
        progress(done)
    yield _line({"rows": done})


def _line(value: Mapping[str, Any] | Row | str) -> bytes:
    return _written(value).encode() + b"\n"


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
