"""Puts a backup back into an empty database of either kind: all of it, or nothing."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.backup.content import Heading, heading_of
from bot.backup.making import Progress
from bot.backup.seal import NotOpened, opened
from storage.backup.loading import Loading, LostLinks, filling
from storage.backup.rows import Row, something_in
from storage.backup.unfinished import mark, take_mark_away
from storage.queries import Connection
from storage.schema import finish_tables, known_revisions, make_tables, refusing_in_one_line
from storage.store import DatabaseFailed, Store, UnusableDatabase

ROWS_AT_ONCE = 1000
BYTES_AT_ONCE = 4 * 1024 * 1024

Afterwards = Callable[[Connection, Heading], None]
"""What is done with the rows before anybody sees them, in the same transaction."""


def restore(
    store: Store, file: Path, key: str, *, progress: Progress, afterwards: Afterwards
) -> Heading:
    """Put everything in the file into the store's database, which holds nothing yet.

    Raises NotOpened, NewerFile or UnusableDatabase in one line; then nothing has been put in.
    Killed in the middle it leaves a mark on which nothing else starts.
    """
    with refusing_in_one_line(), _refusing_lost_links(), _marked(store), filling(store) as db:
        heading = read_backup(file, key, _Filling(db), progress)
        finish_tables(db)
        afterwards(db, heading)
        take_mark_away(db)
        return heading


@contextmanager
def _marked(store: Store) -> Iterator[None]:
    """The mark goes with the last row, or where it is said that nothing was put in."""
    with store.writing() as db:
        full = something_in(db)
        if full is not None:
            raise UnusableDatabase(
                f"this database already holds something ({full.rows} rows in {full.name}); "
                "a backup goes only into an empty one: set LIEN_DATABASE_URL to a new name"
            )
        mark(db)
    try:
        yield
    except BaseException:
        # Where the database takes nothing more the mark stays, and says the same.
        with suppress(DatabaseFailed):
            store.change(take_mark_away)
        raise


@contextmanager
def _refusing_lost_links() -> Iterator[None]:
    try:
        yield
    except LostLinks as error:
        raise NotOpened(f"rows of {error} point at rows that are not there") from None


class Reader:
    """Hears what is in a backup; this one only looks."""

    def begin(self, heading: Heading) -> None:
        """The heading, before anything else."""

    def rows(self, table: str, rows: list[Row]) -> None:
        """Some rows of a table."""

    def end(self) -> None:
        """All has been there."""


class _Filling(Reader):
    def __init__(self, db: Connection) -> None:
        self.db = db

    def begin(self, heading: Heading) -> None:
        make_tables(self.db, heading.revision)
        self.loading = Loading(self.db, heading.shapes)

    def rows(self, table: str, rows: list[Row]) -> None:
        self.loading.put(table, rows)

    def end(self) -> None:
        self.loading.finish()


@dataclass(slots=True)
class _Reading:
    """Where the reading of a file is: takes line by line."""

    reader: Reader
    progress: Progress
    heading: Heading | None = None
    table: str = ""
    waiting: list[Row] = field(default_factory=list)
    size: int = 0
    done: int = 0
    ended: bool = False

    def line(self, line: bytes) -> None:
        if self.heading is None:
            self.heading = heading_of(line, known_revisions())
            self.reader.begin(self.heading)
        elif line.startswith(b"["):
            self._row(line)
        elif line.startswith(b'"'):
            self._hand_on()
            self.table = json.loads(line)
        else:
            self._hand_on()
            self.ended = json.loads(line) == {"rows": self.done} and self.done == self.heading.rows

    def _row(self, line: bytes) -> None:
        self.waiting.append(json.loads(line))
        self.size += len(line)
        if len(self.waiting) >= ROWS_AT_ONCE or self.size >= BYTES_AT_ONCE:
            self._hand_on()

    def _hand_on(self) -> None:
        if self.waiting and self.heading is not None:
            self.reader.rows(self.table, self.waiting)
            self.done += len(self.waiting)
            self.progress(self.done, self.heading.rows)
        self.waiting, self.size = [], 0


def read_backup(file: Path, key: str, reader: Reader, progress: Progress) -> Heading:
    """Read a file from its beginning to its end, and say what it is.

    Raises NotOpened or NewerFile in one line.
    """
    reading = _Reading(reader, progress)
    try:
        with file.open("rb") as raw:
            opened(raw, key, reading.line)
    except OSError as error:
        raise NotOpened(f"it cannot be read: {error.strerror}") from None
    except (ValueError, KeyError):
        raise NotOpened("this file is no backup of Liên") from None
    if reading.heading is None or not reading.ended:
        raise NotOpened("the file is damaged or cut off; please take another backup")
    reader.end()
    return reading.heading
