"""Rows of a backup into an empty database of either kind, as quickly as it takes them.

What points at what is not looked at row by row, since rows come table by table: it is looked at
once, before the transaction ends.
"""

from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from storage.backup.rows import Kind, Row, Shape
from storage.store import Store


@contextmanager
def filling(store: Store) -> Iterator[Connection]:
    """A writing transaction in which SQLite looks at links only at the end.

    Left to the end of the transaction row by row it would look for each new row through all that
    may point at it: half an hour for 300 clubs, where this takes seconds. Raises LostLinks.
    """
    if not store.on_sqlite:
        with store.writing() as db:
            yield db
        return
    with store.writer.connect() as db:
        # Within a transaction nobody may turn them off.
        raw: Any = db.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with db.begin():
                yield db
                lost = db.exec_driver_sql("PRAGMA foreign_key_check").first()
                if lost is not None:
                    raise LostLinks(str(lost[0]))
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


class Loading:
    """Within the caller's one transaction: `put` rows in any order, then `finish`."""

    def __init__(self, db: Connection, shapes: Sequence[Shape]) -> None:
        self.db = db
        self.shapes = {each.name: each for each in shapes}
        self.rows = Counter[str]()
        self._put = _put_into_sqlite if db.dialect.name == "sqlite" else _put_into_postgresql
        self._links = _let_go_of_links(db)

    def put(self, table: str, rows: Sequence[Row]) -> None:
        """Rows as `rows_of` gives them. Raises KeyError for a table that was not announced."""
        shape = self.shapes[table]
        self._put(self.db, shape, _taken(shape, rows, self.db.dialect.name))
        self.rows[table] += len(rows)

    def finish(self) -> None:
        """On PostgreSQL every link leads somewhere, and new rows get new numbers.

        Raises DatabaseFailed.
        """
        for statement in self._links:
            self.db.execute(text(statement))
        for name, shape in self.shapes.items() if self._links else ():
            if "id" in dict(shape.columns):
                _number_on(self.db, name)


class LostLinks(Exception):
    """Rows of a table point at rows that are not there."""


def _let_go_of_links(db: Connection) -> list[str]:
    """Until the end nothing is asked of links; returns what puts them back.

    PostgreSQL would have to be its superuser's to keep them asleep; whose tables they are may drop
    them and make them anew, all within this transaction.
    """
    if db.dialect.name == "sqlite":
        return []
    back = []
    for table, name, said in db.execute(text(_LINKS)).all():
        db.execute(text(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'))
        back.append(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {said}')
    return back


_LINKS = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2"
)


def _number_on(db: Connection, table: str) -> None:
    """New rows get numbers above those that are there; tables without a sequence need nothing."""
    found = text("SELECT pg_get_serial_sequence(:name, 'id')")
    sequence = db.execute(found, {"name": f'"{table}"'}).scalar()
    if sequence is not None:
        highest = db.execute(text(f'SELECT max(id) FROM "{table}"')).scalar()
        if highest is not None:
            db.execute(text("SELECT setval(:name, :at)"), {"name": sequence, "at": highest})


def _taken(shape: Shape, rows: Sequence[Row], dialect: str) -> Sequence[Row]:
    """The values as this database wants them."""
    wanted = _READ_BY_SQLITE if dialect == "sqlite" else _READ_BY_POSTGRESQL
    special = [
        (place, wanted[kind]) for place, (_, kind) in enumerate(shape.columns) if kind in wanted
    ]
    for row in rows if special else ():
        for place, read in special:
            if row[place] is not None:
                row[place] = read(row[place])
    return rows


_READ_BY_SQLITE: dict[Kind, Callable[[Any], Any]] = {Kind.BYTES: b64decode}
_READ_BY_POSTGRESQL: dict[Kind, Callable[[Any], Any]] = {
    Kind.BYTES: b64decode,
    Kind.YES_NO: bool,
    Kind.INSTANT: lambda value: f"{value}+00:00",
}


def _put_into_sqlite(db: Connection, shape: Shape, rows: Sequence[Row]) -> None:
    marks = ", ".join("?" * len(shape.columns))
    statement = f'INSERT INTO "{shape.name}" ({_columns(shape)}) VALUES ({marks})'
    db.exec_driver_sql(statement, [tuple(row) for row in rows])


def _put_into_postgresql(db: Connection, shape: Shape, rows: Sequence[Row]) -> None:
    statement = f'COPY "{shape.name}" ({_columns(shape)}) FROM STDIN'
    cursor: Any = db.connection.cursor()
    driver: Any = db.dialect.loaded_dbapi
    try:
        with cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        raise DatabaseError(statement, None, error) from None


def _columns(shape: Shape) -> str:
    return ", ".join(f'"{name}"' for name, _ in shape.columns)
