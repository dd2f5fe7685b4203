"""The newest moment a database knows, to hold the clock of the machine against."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables.books import transactions
from storage.tables.chats import inbox, outbox


def newest_moment(db: Connection) -> datetime | None:
    """When something last came in, went out or was booked; None in a database without a past."""
    columns = (inbox.c.received_at, outbox.c.made_at, transactions.c.recorded_at)
    found = [db.execute(select(func.max(column))).scalar() for column in columns]
    return max((each for each in found if each is not None), default=None)
