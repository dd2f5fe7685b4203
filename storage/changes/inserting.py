"""A row that is new, and its number."""

from functools import cache

from sqlalchemy import Connection, Insert, Table, insert


def inserted(db: Connection, table: Table, **values: object) -> int:
    """Insert one row and return its number."""
    return int(db.execute(_insert_into(table), values).scalar_one())


@cache
def _insert_into(table: Table) -> Insert:
    # Built once for each table: building a statement costs more than running it.
    return insert(table).returning(table.c.id)
