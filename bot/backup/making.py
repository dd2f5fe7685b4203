"""Makes one backup: written beside its place and put there whole, readable by its owner alone."""

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot.backup.content import Heading, lines_of
from bot.backup.seal import seal
from storage.backup.rows import shapes_of
from storage.schema import revision_of
from storage.store import Store, UnusableDatabase

UNFINISHED = ".part"
DIGEST = ".sha256"

Progress = Callable[[int, int], None]
"""Hears how many rows are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished backup; `digest` is the SHA-256 of the file, also in FILE.sha256."""

    file: Path
    heading: Heading
    size: int
    digest: str


class CannotBeWritten(Exception):
    """One line: why the file cannot be written."""


def make_backup(
    store: Store, file: Path, keys: Sequence[str], *, now: datetime, progress: Progress
) -> Made:
    """Everything in the database at this moment, whatever is written meanwhile.

    Raises CannotBeWritten, UnusableDatabase or DatabaseFailed; then nothing is left behind.
    """
    if file.exists():
        raise CannotBeWritten(f"{file} is there already; please take another name")
    unfinished = file.with_name(file.name + UNFINISHED)
    try:
        heading, size, digest = _written(store, unfinished, keys, now=now, progress=progress)
        unfinished.rename(file)
        _beside(file, digest)
    except OSError as error:
        raise CannotBeWritten(f"{file} cannot be written: {error.strerror or error}") from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Made(file, heading, size, digest)


def _written(
    store: Store, file: Path, keys: Sequence[str], *, now: datetime, progress: Progress
) -> tuple[Heading, int, str]:
    with _only_for_me(file) as raw, store.reading() as db:
        revision = revision_of(db)
        if revision is None:
            raise UnusableDatabase("the database is empty: there is nothing to keep")
        on = "SQLite" if store.on_sqlite else "PostgreSQL"
        heading = Heading(revision, now, on, tuple(shapes_of(db)))
        into = _Counted(raw)
        lines = lines_of(db, heading, lambda done: progress(done, heading.rows))
        seal(lines, into, keys=keys)  # type: ignore[arg-type]
        if into.fault is not None:
            raise into.fault
        raw.flush()
        os.fsync(raw.fileno())
    return heading, into.size, into.digest.hexdigest()


def _only_for_me(file: Path) -> BinaryIO:
    return open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


class _Counted:
    """A file that knows how much it has taken, and of what.

    What seals keeps to itself that its last piece was not taken: here it is known.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.size = 0
        self.digest = hashlib.sha256()
        self.fault: OSError | None = None

    def write(self, piece: bytes) -> int:
        try:
            self._raw.write(piece)
        except OSError as fault:
            self.fault = fault
            raise
        self.digest.update(piece)
        self.size += len(piece)
        return len(piece)

    def flush(self) -> None:
        try:
            self._raw.flush()
        except OSError as fault:
            self.fault = fault
            raise


def _beside(file: Path, digest: str) -> None:
    """As `sha256sum --check` reads it; then the folder is told to remember both."""
    file.with_name(file.name + DIGEST).write_text(f"{digest}  {file.name}\n")
    folder = os.open(file.absolute().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
