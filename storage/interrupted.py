"""Who was talking when a process ended."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from storage.outbox import Hearer, hearer_columns, hearer_of
from storage.tables.chats import chats, inbox, outbox
from storage.tables.people import persons

NEWEST_UPDATES = 5000
"""So many are looked through: what came in some minutes, however old the club is."""


def talking_since(db: Connection, channel: str, since: datetime, said: str) -> list[Hearer]:
    """Who wrote something there since then, has nothing waiting that will be answered now, and was
    not told since by the moment named `said`.
    """
    heard = _heard_since(db, channel, since)
    told = _told_since(db, list(heard), since, said)
    wanted = [chat for chat, at in heard.items() if chat not in told or told[chat] < at]
    rows = db.execute(
        select(*hearer_columns())
        .select_from(chats.outerjoin(persons, persons.c.id == chats.c.person_id))
        .where(chats.c.id.in_(wanted), chats.c.unreachable.is_(None))
        .order_by(chats.c.id)
    )
    return [hearer_of(row) for row in rows]


def _heard_since(db: Connection, channel: str, since: datetime) -> dict[int, datetime]:
    """When the newest message of each chat came in, of those where none waits."""
    newest = db.execute(select(func.max(inbox.c.id))).scalar() or 0
    rows = db.execute(
        select(inbox.c.chat_id, inbox.c.state, inbox.c.received_at)
        .where(
            inbox.c.id > newest - NEWEST_UPDATES,
            inbox.c.channel == channel,
            inbox.c.chat_id.is_not(None),
            inbox.c.received_at >= since,
        )
        .order_by(inbox.c.id)
    ).all()
    waiting = {row.chat_id for row in rows if row.state == "waiting"}
    return {row.chat_id: row.received_at for row in rows if row.chat_id not in waiting}


def _told_since(
    db: Connection, chat_ids: list[int], since: datetime, said: str
) -> dict[int, datetime]:
    rows: Any = db.execute(
        select(outbox.c.chat_id, outbox.c.card, outbox.c.made_at)
        .where(outbox.c.chat_id.in_(chat_ids), outbox.c.kind == "notice", outbox.c.made_at >= since)
        .order_by(outbox.c.id)
    )
    return {row.chat_id: row.made_at for row in rows if said in str(row.card)}
