"""A database file that was damaged, or changed by a program that does not ask for its own rules."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from storage.malformed import is_malformed
from storage.schema import in_one_line
from storage.store import DatabaseFailed, Store, UnusableDatabase

MOST_NAMED = 5


def damage_of(store: Store) -> list[str]:
    """What is wrong with the file as a whole, one line each; a server looks after its own files.

    Looks at every page and every row: minutes for a country.
    """
    if not store.on_sqlite:
        return []
    broken = _broken_pages(store, "integrity_check")
    if broken:
        return broken
    with store.reading() as db:
        return list(_rows_without_others(db))


def is_damaged(store: Store) -> list[str]:
    """What is wrong with the file's pages, more quickly found; empty where all is well."""
    return _broken_pages(store, "quick_check") if store.on_sqlite else []


def _broken_pages(store: Store, check: str) -> list[str]:
    try:
        with store.reading() as db:
            said = db.exec_driver_sql(f"PRAGMA {check}({MOST_NAMED})").scalars().all()
    except DatabaseError as error:
        said = [str(error.orig)]
    wrong = [" ".join(each.split()) for each in said if each != "ok"]
    return [f"the file is damaged ({each}); please restore a backup" for each in wrong]


def _rows_without_others(db: Connection) -> Iterator[str]:
    """A row was taken away by hand: what belongs to it names nothing any more."""
    named: Counter[tuple[str, str]] = Counter()
    for table, row, gone, _ in db.exec_driver_sql("PRAGMA foreign_key_check"):
        named[table, gone] += 1
        if named[table, gone] <= MOST_NAMED:
            yield f"{table}: row {row} belongs to a row of {gone} that is not there"
    for (table, gone), count in named.items():
        if count > MOST_NAMED:
            yield f"{table}: {count - MOST_NAMED} more belong to rows of {gone} that are not there"


def must_not_be_damaged(error: Exception) -> None:
    """Raises UnusableDatabase, in the line that helps, where a damaged file is what went wrong, or
    one that was taken away.
    """
    within = error
    while isinstance(within, ExceptionGroup):
        within = within.exceptions[0]
    if isinstance(within, UnusableDatabase):
        raise within from None
    if isinstance(within, DatabaseFailed) and is_malformed(within):
        raise UnusableDatabase(in_one_line(within)) from None
