"""What a test writes into a database and takes back."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.queries import Connection
from storage.store import Store


class _Undo(Exception):
    pass


@contextmanager
def undone(store: Store) -> Iterator[Connection]:
    """A transaction of which nothing is kept."""
    try:
        with store.writing() as db:
            yield db
            raise _Undo
    except _Undo:
        pass
