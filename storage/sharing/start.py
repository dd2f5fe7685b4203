"""Before a process shares a database with others: the tables are as all of them want them."""

from storage.only_one import Taken, only_one
from storage.schema import bring_up_to_date, is_up_to_date
from storage.store import Store, UnusableDatabase

TRIES = 5
"""So often it is looked whether another process has just brought the database up to date."""


def make_ready(store: Store) -> bool:
    """Migrate where it is needed and nobody is at work; two that start at once do it once. Returns
    whether there were no tables before.

    Raises UnusableDatabase, in one line, where a process of an older version is at work.
    """
    for _ in range(TRIES):
        if is_up_to_date(store):
            return bring_up_to_date(store)
        try:
            with only_one(store):
                return bring_up_to_date(store)
        except Taken:
            continue
    raise UnusableDatabase(
        "a Liên of an older version is at work on this database; "
        "please end every one of them before a newer one starts"
    )
